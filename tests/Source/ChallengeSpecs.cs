using System.Globalization;
using System.Text;
using Soccer.Source.Challenge;

namespace Soccer.Source.Tests;

public sealed class ChallengeSpecs
{
    const string Header = "Date,League,Home,Away,HG,AG\n";
    const string Results = Header +
        "2022-09-10,GAL1,Alva,Brega,2,1\n" +
        "2023-03-04,GAL1,Brega,\"Cerda, FC\",0,0\n" +
        "2023-03-11,GAL2,Dorna,Elm,1,3\n" +
        "2022-12-24,GAL2,Elm,Dorna,,\n" +
        "2023-03-18,GAL1,Alva,\"Cerda, FC\",1,0\n";

    TemporaryMirror folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new();

    [TearDown]
    public void DeleteFolder() => folder.Dispose();

    [Test]
    public void Every_league_becomes_a_file_of_the_sites_shape_with_the_fixtures_among_the_results()
    {
        var challenge = Of(Results, Header + "2023-03-14,GAL2,Elm,Dorna,,\n18/03/2023,gal 1,Alva,\"Cerda, FC\",,\n15/03/2023,GAL1,\"Cerda, FC\",Alva,,\n");

        Assert.That(challenge.Files, Is.EqualTo(new[]
        {
            ("new/GAL1.csv", "Country,League,Season,Date,Time,Home,Away,HG,AG,Res\n"
                + "GAL,GAL1,2022/2023,10/09/2022,,Alva,Brega,2,1,H\n"
                + "GAL,GAL1,2022/2023,04/03/2023,,Brega,\"Cerda, FC\",0,0,D\n"
                + "GAL,GAL1,2022/2023,15/03/2023,,\"Cerda, FC\",Alva,,,\n"
                + "GAL,GAL1,2022/2023,18/03/2023,,Alva,\"Cerda, FC\",1,0,H\n"),
            ("new/GAL2.csv", "Country,League,Season,Date,Time,Home,Away,HG,AG,Res\n"
                + "GAL,GAL2,2022/2023,11/03/2023,,Dorna,Elm,1,3,A\n"
                + "GAL,GAL2,2022/2023,14/03/2023,,Elm,Dorna,,,\n"),
        }), "a fixture whose result is known stands there once");
        Assert.That((challenge.AsOf, challenge.DaysAhead), Is.EqualTo((new DateOnly(2023, 3, 11), 7)), "the newest result before the first fixture, and from there to the last fixture");
        Assert.That(challenge.Fixtures.Select(fixture => fixture.Home), Is.EqualTo(new[] { "Elm", "Alva", "Cerda, FC" }), "in the order of the list");
        Assert.That(challenge.Notes, Is.EqualTo(new[]
        {
            "3 results of 2 leagues up to 2023-03-11", "1 later results are not told until the replay comes to their days",
            "1 rows without goals up to 2023-03-11 were left out: their days are past", "3 fixtures of 2 leagues, 2023-03-14 to 2023-03-18",
        }));
    }

    [Test]
    public void One_file_may_hold_both_results_and_what_is_to_come()
    {
        var challenge = Of(Results + "2023-04-08,GAL1,Alva,Farn,,\n", null);
        Assert.That((challenge.AsOf, challenge.DaysAhead), Is.EqualTo((new DateOnly(2023, 3, 18), 21)));
        Assert.That(challenge.Fixtures.Single().Away, Is.EqualTo("Farn"));
        Assert.That(challenge.Notes[^1], Is.EqualTo("1 teams of the fixtures have no result and are forecast as newcomers; spell names as the results do: FARN (GAL)"));
    }

    [Test]
    public void Results_alone_are_seen_at_the_end_of_the_newest_or_of_a_day_of_choice()
    {
        var (newest, chosen) = (Of(Results, null), Of(Results, null, new(2023, 3, 10)));
        Assert.That((newest.AsOf, newest.DaysAhead, newest.Fixtures.Count), Is.EqualTo((new DateOnly(2023, 3, 18), 7, 0)));
        Assert.That((chosen.AsOf, chosen.DaysAhead), Is.EqualTo((new DateOnly(2023, 3, 10), 7)));
    }

    [TestCase("2022-09-10,GAL1,Alva,Brega,,\n", null, "results.csv has no result before 2022-09-10, the first day of list.csv: there is nothing to learn from")]
    [TestCase("2023-03-18,GAL1,Alva,Brega,,\n", "2023-03-18", "list.csv, line 2, date 2023-03-18: it is not after 2023-03-18, up to which results are known; give an --as-of before it")]
    [TestCase("2024-03-18,GAL1,Alva,Brega,,\n", null, "list.csv, line 2, date 2024-03-18: it is more than 365 days after 2023-03-18, the newest result before the list")]
    [TestCase("", null, "list.csv has no fixture")]
    public void A_list_that_does_not_follow_the_results_is_refused(string fixtures, string? asOf, string message) => Assert.That(
        () => Of(Results, Header + fixtures, asOf is null ? null : DateOnly.Parse(asOf, null)), Throws.TypeOf<PlainFileException>().With.Message.StartsWith(message));

    [TestCase("2022-23", "10/09/2022", "2022/2023")]
    [TestCase("2022", "10/09/2022", "2022/2023", Description = "a league that rests in midsummer spans two years")]
    [TestCase("2023", "10/09/2022", "2022/2023", Description = "some name a season by the year in which it ends")]
    [TestCase("19-20", "26/07/2020", "2019/2020")]
    [TestCase("", "26/07/2020", "2020/2021")]
    [TestCase("spring", "30/06/2022", "2021/2022")]
    public void The_season_is_the_files_own_where_the_day_can_be_in_it_else_the_days(string season, string date, string expected)
    {
        var file = PlainFile.Results("results.csv", Encoding.UTF8.GetBytes(
            "Season,Date,League,Home,Away,HG,AG\n" + string.Concat(Enumerable.Range(1, 28).Select(day => $",{day}/02/2015,GAL1,Alva,Brega,{day % 3},{day % 4}\n")) + $"{season},{date},GAL1,Alva,Cerda,0,0\n"));
        // Without the match itself, which may be in midsummer.
        Assert.That(new Seasons(file.Matches.SkipLast(1)).Of(file.Matches[^1]), Is.EqualTo(expected));
    }

    [Test]
    public void A_league_that_plays_through_midsummer_has_calendar_years()
    {
        var file = PlainFile.Results("results.csv", Encoding.UTF8.GetBytes(Header + "2016-04-02,NOR1,Alva,Brega,1,0\n2016-07-02,NOR1,Brega,Cerda,1,0\n2016-10-30,NOR1,Cerda,Alva,1,0\n"));
        var seasons = new Seasons(file.Matches);
        Assert.That(file.Matches.Select(seasons.Of), Is.All.EqualTo("2016"));
    }

    [Test]
    public async Task The_command_writes_a_mirror_that_the_site_serves_with_every_fixture_of_the_list()
    {
        var mirror = Path.Combine(folder.Folder, "mirror");
        var (code, output, error) = Run("--results", File("results.csv", Results), "--fixtures", File("list.csv", Header + "2023-04-29,GAL2,Elm,Dorna,,\n"), "--out", mirror);

        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.StartWith("4 results of 2 leagues up to 2023-03-18\n"));
        Assert.That(System.IO.File.ReadAllText(Path.Combine(mirror, "replay.env")), Is.EqualTo("Source__AsOf=2023-03-18\nSource__DaysAhead=42\n"));
        Assert.That(System.IO.File.ReadAllText(Path.Combine(mirror, "list.json")),
            Is.EqualTo("""[{"date":"2023-04-29","division":"GAL2","league":"GAL2","home":"Elm","away":"Dorna"}]"""));
        using var site = new TestedSite(mirror, "2023-03-18", daysAhead: 42);
        Assert.That(await site.Text("/new_league_fixtures.csv"), Does.Contain("GAL,GAL2,29/04/2023,,Elm,Dorna,"));
        Assert.That(await site.Text("/new/GAL2.csv"), Does.Not.Contain("29/04/2023"));
        Assert.That(await site.Text("/all_new_data.php"), Does.Contain("HREF=\"new/GAL1.csv\"").And.Contain("HREF=\"new/GAL2.csv\""));
    }

    [Test]
    public void The_command_takes_the_place_of_what_it_wrote_before_and_of_nothing_else()
    {
        var mirror = Path.Combine(folder.Folder, "mirror");
        Assert.That(Run("--results", File("a.csv", Results), "--out", mirror).Code, Is.Zero);
        Assert.That(Run("--results", File("b.csv", Results.Replace("GAL2", "GAL3")), "--out", mirror).Code, Is.Zero);
        Assert.That(Directory.GetFiles(Path.Combine(mirror, "new")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "GAL1.csv", "GAL3.csv" }));

        var (code, _, error) = Run("--results", File("a.csv", Results), "--out", folder.Folder);
        Assert.That((code, error), Is.EqualTo((2, $"The folder '{folder.Folder}' holds something that is no competition's mirror; give an empty one.\n")));
    }

    [Test]
    public void Few_bad_results_are_left_out_and_told_and_many_refuse_the_file()
    {
        var good = Header + string.Concat(Enumerable.Range(0, 99).Select(day => $"{new DateOnly(2023, 1, 1).AddDays(day):yyyy-MM-dd},GAL1,Alva,Brega,{day % 3},{day % 4}\n"));
        var mirror = Path.Combine(folder.Folder, "mirror");
        var few = Run("--results", File("few.csv", good + "soon,GAL1,Alva,Brega,1,0\n"), "--out", mirror);
        var many = Run("--results", File("many.csv", good + "soon,GAL1,Alva,Brega,1,0\nlater,GAL1,Alva,Brega,1,0\n"), "--out", mirror);
        var list = Run("--results", File("few.csv", good), "--fixtures", File("list.csv", Header + "soon,GAL1,Alva,Brega,,\n"), "--out", mirror);

        Assert.That((few.Code, few.Error), Is.EqualTo((0, "few.csv, line 101, Date 'soon': write a day as 2016-08-13 or 13/08/2016, from 1990 on\n1 of 100 rows of few.csv were left out.\n")));
        Assert.That((many.Code, many.Error), Is.EqualTo((2,
            "2 of 101 rows of many.csv can't be read, more than 1%:\n"
            + "many.csv, line 101, Date 'soon': write a day as 2016-08-13 or 13/08/2016, from 1990 on\n"
            + "many.csv, line 102, Date 'later': write a day as 2016-08-13 or 13/08/2016, from 1990 on\n")));
        Assert.That(list.Code, Is.EqualTo(2));
        Assert.That(list.Error, Does.StartWith("1 of 1 rows of list.csv can't be read; each fixture must be right:\n"));
    }

    [Test]
    public void A_control_character_of_a_file_never_reaches_the_terminal()
    {
        var (_, _, error) = Run("--results", File("a.csv", Header + "\u001B[2Jnever,GAL1,Alva,Brega,1,0\n"), "--out", Path.Combine(folder.Folder, "mirror"));
        Assert.That(error, Does.Contain("Date '\\u001B[2Jnever'").And.Not.Contain("\u001B"));
    }

    [TestCase("--results is missing. usage: challenge")]
    [TestCase("Cannot read '--results'. usage: challenge", "--results")]
    [TestCase("Cannot read '--as-of 01/02/2025'. usage: challenge", "--as-of", "01/02/2025")]
    public void Tells_how_to_call_the_command(string message, params string[] arguments)
    {
        var (code, _, error) = Run(arguments);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.StartWith(message));
    }

    static ChallengeMirror Of(string results, string? list, DateOnly? asOf = null)
    {
        var read = PlainFile.Results("results.csv", Encoding.UTF8.GetBytes(results));
        return ChallengeMirror.Of(read, list is null ? null : PlainFile.List("list.csv", Encoding.UTF8.GetBytes(list), read), asOf);
    }

    string File(string name, string text)
    {
        folder.With(name, text);
        return Path.Combine(folder.Folder, name);
    }

    static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        var (output, error, before) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" }, (Console.Out, Console.Error));
        Console.SetOut(output);
        Console.SetError(error);
        try
        {
            return (ChallengeCommand.Run(arguments), output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(before.Out);
            Console.SetError(before.Error);
        }
    }
}
