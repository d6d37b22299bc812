using System.Globalization;
using System.Text;
using Soccer.Source.Challenge;

namespace Soccer.Source.Tests;

/// <summary>Warnings about a competition's files, each row of which is valid.</summary>
public sealed class ChallengeNoteSpecs
{
    const string Header = "Date,League,Home,Away,HG,AG\n";
    const string Results = Header + "2023-03-04,GAL1,Brega,Alva,0,0\n2023-03-18,GAL1,Alva,Cerda,1,0\n";

    [TestCase(24, 2)]
    [TestCase(24, 1)]
    public void Warns_of_a_league_whose_teams_fall_into_groups_that_never_meet_though_a_name_be_in_both(int teams, int groups)
    {
        // A round robin each; team 0 plays in both. Or one league of all.
        var size = teams / groups;
        var results = new StringBuilder(Header);
        for (var group = 0; group < groups; group++)
            for (var home = 0; home < size; home++)
                for (var away = 0; away < size; away++)
                    if (home != away)
                        results.Append(CultureInfo.InvariantCulture, $"{Day(home * size + away)},SUPERLEAGUE,{Name(group, home)},{Name(group, away)},1,{away % 3}\n");
        const string warning =
            "Warning: the teams of SUPERLEAGUE fall into 2 groups that never meet (Club 01, Club 010, Club 011, ...; Club 11, Club 110, Club 111, "
            + "...). Where these are leagues of several countries, add a column Country";
        Assert.That(
            Of(results.ToString(), null).Notes.Where(note => note.StartsWith("Warning", StringComparison.Ordinal)),
            Is.EqualTo(groups == 1 ? Array.Empty<string>() : [warning]));

        static string Day(int match) => new DateOnly(2022, 8, 1).AddDays(match % 250).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        static string Name(int group, int team) => team == 0 ? "Alderwick" : $"Club {group}{team}";
    }

    [TestCase("04/05/2023", "04/08/2023", true)]
    [TestCase("04/05/2023", "04/13/2023", false, Description = "13 can be no month: read with the month first, and said so")]
    [TestCase("2023-05-04", "2023-08-04", false)]
    [TestCase("01/04/2023", "02/04/2023", false)]
    public void Warns_of_a_list_whose_dates_would_fit_better_with_the_month_first(string first, string second, bool warned) => Assert.That(
        Of(Results, $"{Header}{first},GAL1,Alva,Brega,,\n{second},GAL1,Brega,Alva,,\n").Notes.Any(note => note.StartsWith(
            "Warning: with the month first, the dates of list.csv would run from 2023-04-05 to 2023-04-08", StringComparison.Ordinal)),
        Is.EqualTo(warned));

    [Test]
    public void Results_with_a_country_and_a_list_are_taken() => Assert.That(
        Of(
            "Country,Date,League,Home,Away,HG,AG\nNorvia,2022-08-06,Super League,Alva,Brega,2,1\n",
            "Country,Date,League,Home,Away\nNorvia,2022-08-13,Super League,Brega,Alva\n").Fixtures.Single().League.Code,
        Is.EqualTo("NORVIASUPERLEAGUE"));

    [Test]
    public void A_file_without_a_result_is_taken_for_a_day_of_choice() => Assert.That(
        Of(Header + "2022-08-20,GAL1,Alva,Brega,,\n", Header + "2022-08-13,GAL1,Brega,Alva,,\n", new DateOnly(2022, 8, 1)).Fixtures, Has.Count.EqualTo(2));

    [Test]
    public void Names_spellings_that_fall_into_one_league() => Assert.That(
        Of(Header + "2022-08-06,Süper Lig,Alva,Brega,2,1\n2022-08-13,Super Lig,Brega,Alva,2,1\n", null).Notes,
        Has.Some.EqualTo("'Süper Lig' and 'Super Lig' are read as one league, SUPERLIG"));

    static ChallengeMirror Of(string results, string? list, DateOnly? asOf = null)
    {
        var read = PlainFile.Results("results.csv", Encoding.UTF8.GetBytes(results));
        return ChallengeMirror.Of(read, list is null ? null : PlainFile.List("list.csv", Encoding.UTF8.GetBytes(list), read), asOf);
    }
}
