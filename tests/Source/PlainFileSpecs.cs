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

    [TestCase(",,")]
    [TestCase("NA,NA,")]
    [TestCase("-,-,-")]
    public void Empty_goals_are_a_match_to_come(string goals) =>
        Assert.That(Read($"Date,League,Home,Away,HG,AG,WDL\n2016-08-13,ENG1,Alva,Brega,{goals}").Matches.Single().Goals, Is.Null);

    [Test]
    public void A_name_may_be_quoted_and_holds_single_spaces() =>
        Assert.That(Read("Date,League,Home,Away,HG,AG\n2016-08-13,ENG1,\"Alva, 1896\",\"The \"\"Reds\"\"  of  Brega\",0,0").Matches.Single(),
            Has.Property("Home").EqualTo("Alva, 1896").And.Property("Away").EqualTo("The \"Reds\" of Brega"));

    [TestCase("31/02/2016,ENG1,Alva,Brega,2,1", "results.csv, line 2, Date '31/02/2016': write a day as 2016-08-13 or 13/08/2016, from 1990 on")]
    [TestCase("2016-08-13,-,Alva,Brega,2,1", "results.csv, line 2, Lge '-': write the league's name")]
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
        var list = List("Date,League,Home,Away,HG,AG\n2016-08-13,ENG1,Alva,Brega,?,1");
        Assert.That(list.Matches.Single().Goals, Is.Null);
    }

    [TestCase("", "results.csv is empty. The first line names the columns: Date,League,Home,Away,HG,AG")]
    [TestCase("Date,Home,Away,HG\n", "results.csv: the header 'Date,Home,Away,HG' has no column LEAGUE or LGE or DIV or DIVISION or COMPETITION or TOURNAMENT; none FTAG or AG or VGOAL")]
    public void A_file_without_the_columns_is_refused(string text, string message) =>
        Assert.That(() => Read(text), Throws.TypeOf<PlainFileException>().With.Message.StartsWith(message));

    [Test]
    public void A_file_that_is_not_UTF8_is_Windows_1252() => Assert.That(
        PlainFile.Results("results.csv", [.. "Date,League,Home,Away,HG,AG\n2016-08-13,ENG1,Alva,Pe"u8, 0xF1, .. "al,2,1"u8]).Matches.Single().Away, Is.EqualTo("Peñal"));

    [TestCase("Season,Date,home,visitor,FT,hgoal,vgoal,division,tier\n2016,2016-08-13,Alva,Brega,2-1,2,1,ENG1,1")]
    [TestCase("Matchday,Date,Team 1,FT,HT,Team 2,League\n1,Sat Aug 13 2016,Alva,2-1,1-0,Brega,ENG1")]
    [TestCase("date,home_team,away_team,home_score,away_score,tournament,city,country,neutral\n2016-08-13,Alva,Brega,2,1,ENG1,Lima,Peru,TRUE")]
    [TestCase("Date,League,Home,Away,FTHome,FTAway\n2016-08-13,ENG1,Alva,Brega,2.0,1.0")]
    [TestCase("Date,League,Home,Away,FT,HS,AS,FTR\n2016-08-13,ENG1,Alva,Brega,2-1,14,9,H")]
    [TestCase("sep=;\nDate;League;Home;Away;HG;AG\n13.08.2016;ENG1;Alva;Brega;2;1")]
    [TestCase("\"Date\"|\"League\"|\"Home\"|\"Away\"|\"HG\"|\"AG\"\r\"08/13/2016\"|ENG1|Alva|Brega|2|1")]
    public void Reads_the_columns_of_well_known_collections(string text)
    {
        var match = Read(text).Matches.Single();
        Assert.That(
            (match.Date, match.League.Code, match.Home, match.Away, match.Goals),
            Is.EqualTo((new DateOnly(2016, 8, 13), "ENG1", "Alva", "Brega", ((int, int)?)(2, 1))));
    }

    [Test]
    public void Reads_UTF_16_by_its_mark() => Assert.That(
        PlainFile.Results("results.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Header + "2016-08-13,ENG1,Peñal,Brega,2,1")]).Matches.Single().Home, Is.EqualTo("Peñal"));

    [TestCase("PK\u0003\u0004", "results.csv: it is a workbook; save it as CSV")]
    [TestCase("<html>", "results.csv: it is a web page, not a CSV file")]
    public void What_is_no_CSV_is_named_as_what_it_is(string text, string message) =>
        Assert.That(() => Read(text), Throws.TypeOf<PlainFileException>().With.Message.EqualTo(message));

    [TestCase("P,")]
    [TestCase("Postp,")]
    [TestCase(",Canc")]
    [TestCase("Abd,Abd")]
    [TestCase("Awd,Awd")]
    public void A_match_that_was_not_played_is_left_out_and_said_to_be(string goals)
    {
        var file = Read($"{Header}2016-08-13,ENG1,Alva,Brega,{goals}");
        Assert.That((file.Matches.Count, file.Bad.Count), Is.EqualTo((0, 0)));
        Assert.That(file.Notes, Is.EqualTo(new[] { $"1 rows of results.csv are marked as not played ({goals.Trim(',').Split(',')[0]}) and were left out" }));
    }

    [Test]
    public void Rows_before_1990_are_left_out_with_a_note()
    {
        var file = Read(Header + "1889-08-13,ENG1,Alva,Brega,2,1\n1989-12-31,ENG1,Alva,Brega,2,1\n1990-01-01,ENG1,Alva,Brega,2,2\n");
        Assert.That((file.Matches.Count, file.Bad.Count), Is.EqualTo((1, 0)));
        Assert.That(file.Notes, Is.EqualTo(new[] { "2 rows of results.csv before 1990 were left out" }));
    }

    [Test]
    public void One_match_under_two_days_is_bad_and_names_both_lines() => Assert.That(
        Read(Header + "2016-08-13,ENG1,Alva,Brega,2,1\n2016-08-14,ENG1,Alva,Brega,2,1\n").Bad,
        Is.EqualTo(new[] { "results.csv, line 3: Alva against Brega ended 2-1 on 2016-08-14 and, on line 2, on 2016-08-13; leave the wrong day out" }));

    [Test]
    public void A_result_that_contradicts_the_goals_is_bad() => Assert.That(
        Read("Date,League,Home,Away,HS,AS,FTR\n2016-08-13,ENG1,Alva,Brega,14,9,A").Bad,
        Is.EqualTo(new[] { "results.csv, line 2, FTR 'A': it contradicts 14-9; are the goals in other columns?" }));

    [Test]
    public void Shots_are_no_goals() => Assert.That(
        () => Read("Date,League,Home,Away,HS,AS\n" + string.Concat(Enumerable.Range(1, 30).Select(day => $"2016-09-{day:00},ENG1,Alva,Brega,14,{day % 20}\n"))),
        Throws.TypeOf<PlainFileException>().With.Message.EqualTo(
            "results.csv: 22.2 goals a match in the columns HS and AS; are these shots? Add columns HG and AG with the goals"));

    [Test]
    public void One_name_is_one_team_however_its_accents_are_encoded() => Assert.That(
        List("Date,League,Home,Away\n2016-08-13,ENG1,A\u030Alva,Brega").Matches.Single().Home, Is.EqualTo("\u00C5lva"));

    [Test]
    public void Control_characters_are_no_part_of_a_name() =>
        Assert.That(Read(Header + "2016-08-13,ENG1,\u001B[31mAlva,Brega,2,1").Matches.Single().Home, Is.EqualTo("[31mAlva"));

    [Test]
    public void Goals_of_one_team_alone_are_not_enough_where_the_score_is_there() => Assert.That(
        Read("Date,League,Home,Away,HG,Score\n2016-08-13,ENG1,Alva,Brega,2,2-1").Matches.Single().Goals, Is.EqualTo(((int, int)?)(2, 1)));

    [Test]
    public void A_file_with_dates_of_two_orders_is_refused() => Assert.That(
        () => Read(Header + string.Concat(new[] { "13/08", "14/08", "15/08", "08/16", "08/17", "08/18" }.Select(day => $"{day}/2016,ENG1,Alva,Brega{day},2,1\n"))),
        Throws.TypeOf<PlainFileException>().With.Message.EqualTo("results.csv: it has dates with the day first and dates with the month first; write all as yyyy-mm-dd"));

    const string Header = "Date,League,Home,Away,HG,AG\n";

    static PlainFile Read(string text) => PlainFile.Results("results.csv", Encoding.UTF8.GetBytes(text));

    static PlainFile List(string text) =>
        PlainFile.List("list.csv", Encoding.UTF8.GetBytes(text), Read(Header + "2016-08-06,ENG1,Alva,Brega,2,1"));
}
