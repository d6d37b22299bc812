using System.Text;
using Soccer.Source.Challenge;

namespace Soccer.Source.Tests;

public sealed class PlainFileSpecs
{
    [TestCase("Date,League,Home,Away,HG,AG\n2016-08-13,ENG1,Alva,Brega,2,1")]
    [TestCase("\uFEFFSea,Lge,Date,HT,AT,HS,AS,GD,WDL\r\n16-17,ENG1,13/08/2016,Alva,Brega,2,1,1,W\r\n")]
    [TestCase("date;league;home_team;away_team;home_score;away_score\n2016-08-13 15:00:00;eng 1;\" Alva \";Brega;2;1")]
    [TestCase("Div\tDate\tHomeTeam\tAwayTeam\tFTHG\tFTAG\tHS\tAS\nENG1\t13/8/16\tAlva\tBrega\t2\t1\t14\t9")]
    public void Reads_a_match_in_whatever_spelling(string text)
    {
        var match = Read(text).Matches.Single();
        Assert.That(
            (match.Line, match.Date, match.League, match.Home, match.Away, match.Goals),
            Is.EqualTo((2, new DateOnly(2016, 8, 13), new League("ENG1", "ENG"), "Alva", "Brega", ((int, int)?)(2, 1))));
    }

    [TestCase("ENG2", "ENG2", "ENG")]
    [TestCase("MLS", "MLS", "MLS")]
    [TestCase("CUP2023", "CUP2023", "CUP2023")]
    [TestCase("Serie A", "SERIEA", "SERIEA")]
    [TestCase("Ligue 1", "LIGUE1", "LIGUE")]
    [TestCase("39", "39", "39")]
    [TestCase("E1", "E1", "England", Description = "a code of football-data.co.uk is that division")]
    [TestCase("ARG", "ARG", "Argentina")]
    public void A_league_is_known_by_its_letters_and_digits(string text, string code, string country) =>
        Assert.That(League.Of(text), Is.EqualTo(new League(code, country)));

    [TestCase(",,")]
    [TestCase("NA,NA,")]
    [TestCase("-,-,-")]
    public void Empty_goals_are_a_match_to_come(string goals) =>
        Assert.That(Read($"Date,League,Home,Away,HG,AG,WDL\n2016-08-13,ENG1,Alva,Brega,{goals}").Matches.Single().Goals, Is.Null);

    [Test]
    public void A_name_may_be_quoted_and_holds_single_spaces() =>
        Assert.That(Read("Date,League,Home,Away,HG,AG\n2016-08-13,ENG1,\"Alva, 1896\",\"The \"\"Reds\"\"  of  Brega\",0,0").Matches.Single(),
            Has.Property("Home").EqualTo("Alva, 1896").And.Property("Away").EqualTo("The \"Reds\" of Brega"));

    [TestCase("08/13/2016,ENG1,Alva,Brega,2,1", "results.csv, line 2, Date '08/13/2016': write a day as 2016-08-13 or 13/08/2016, from 1990 on")]
    [TestCase("13/08/1989,ENG1,Alva,Brega,2,1", "results.csv, line 2, Date '13/08/1989': write a day")]
    [TestCase("2016-08-13,Лига,Alva,Brega,2,1", "results.csv, line 2, Lge 'Лига': write letters from A to Z, and a digit")]
    [TestCase("2016-08-13,ENG1,,Brega,2,1", "results.csv, line 2, HT '': write a team's name")]
    [TestCase("2016-08-13,ENG1,Alva,ALVA,2,1", "results.csv, line 2, AT 'ALVA': a team can't meet itself")]
    [TestCase("2016-08-13,ENG1,Alva,Brega,2", "results.csv, line 2, AG '': write goals from 0 to 30, or leave both empty")]
    [TestCase("2016-08-13,ENG1,Alva,Brega,2.5,1", "results.csv, line 2, HG '2.5': write goals")]
    [TestCase("2016-08-13,ENG1,Alva,Brega,31,1", "results.csv, line 2, HG '31': write goals")]
    public void A_bad_row_is_named_by_file_line_field_and_value(string row, string message)
    {
        var file = Read($"Date,Lge,HT,AT,HG,AG\n{row}");
        Assert.That(file.Matches, Is.Empty);
        Assert.That(file.Bad.Single(), Does.StartWith(message));
    }

    [Test]
    public void The_second_row_of_a_match_is_bad_and_names_the_first() => Assert.That(
        Read("Date,League,Home,Away,HG,AG\n2016-08-13,ENG1,Alva,Brega,2,1\n\n13/08/2016,eng1,ALVA,Brega,2,2").Bad,
        Is.EqualTo(new[] { "results.csv, line 4: ALVA against Brega on 2016-08-13 stands on line 2 already; leave one of the two out" }));

    [Test]
    public void A_list_of_fixtures_needs_no_goals_and_what_it_says_of_them_is_not_looked_at()
    {
        var list = PlainFile.Read("list.csv", Encoding.UTF8.GetBytes("Date,League,Home,Away,HG,AG\n2016-08-13,ENG1,Alva,Brega,?,1"), goals: false);
        Assert.That(list.Matches.Single().Goals, Is.Null);
    }

    [TestCase("", "results.csv is empty. The first line names the columns: Date,League,Home,Away,HG,AG")]
    [TestCase("Date,Home,Away,HG\n", "results.csv: the header 'Date,Home,Away,HG' has no column LEAGUE or LGE or DIV or DIVISION; none FTAG or AG or AWAYGOALS or AWAYSCORE or AS.")]
    public void A_file_without_the_columns_is_refused(string text, string message) =>
        Assert.That(() => Read(text), Throws.TypeOf<PlainFileException>().With.Message.StartsWith(message));

    [Test]
    public void A_file_that_is_not_UTF8_is_Windows_1252() => Assert.That(
        PlainFile.Read("results.csv", [.. "Date,League,Home,Away,HG,AG\n2016-08-13,ENG1,Alva,Pe"u8, 0xF1, .. "al,2,1"u8], goals: true).Matches.Single().Away, Is.EqualTo("Peñal"));

    static PlainFile Read(string text) => PlainFile.Read("results.csv", Encoding.UTF8.GetBytes(text), goals: true);
}
