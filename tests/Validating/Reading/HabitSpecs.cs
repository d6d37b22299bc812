using Soccer.Forecasting;
using Soccer.Validate.Reading;

namespace Soccer.Validating.Tests.Reading;

/// <summary>Files as people have them: other separators, dates, numbers, names and divisions than the publisher's.</summary>
public sealed class HabitSpecs
{
    const string Country = "Country,League,Season,Date,Time,Home,Away,HG,AG,Res";

    [TestCase("E0,2024-08-17,Aston,Burton,2.0,1.0,H")]
    [TestCase("e0,17.08.2024,Aston,Burton,2,1,h")]
    [TestCase("E0,17-Aug-24,Aston,Burton,2,1.00,H")]
    public void Reads_what_can_only_be_one_thing(string row)
    {
        var read = Invented.Rows(row).Rows.Single();
        Assert.That((read.Date, read.FullTime), Is.EqualTo((new DateOnly(2024, 8, 17), (Score?)new Score(2, 1))));
    }

    [Test]
    public void Reads_a_file_of_semicolons_and_decimal_commas()
    {
        var content = Invented.Read(
            Invented.Season, "sep=;", "Div;Date;HomeTeam;AwayTeam;FTHG;FTAG;B365H;B365D;B365A;AHh;B365AHH;B365AHA",
            "E0;17/08/2024;Aston;Burton;2;1;2,10;3,40;3,60;-0,25;1,90;1,95");
        Assert.That(content.Odds.Select(odds => (odds.First, odds.Second)), Is.EqualTo(new[] { (2.10f, 3.40f), (1.90f, 1.95f) }));
        Assert.That(content.Odds[1].Line, Is.EqualTo(-0.25f));
    }

    [Test]
    public void Reads_statistics_with_a_point() => Assert.That(
        Invented.Read(Invented.Season, Invented.Header + ",HS,AS", "E0,17/08/2024,Aston,Burton,2,1,H,12.0,7.0").Rows.Single().HomeStatistics!.Shots,
        Is.EqualTo(12));

    [Test]
    public void Reads_a_file_with_the_month_first_where_that_is_sure_and_says_so()
    {
        var content = Invented.Rows("E0,08/17/2024,Aston,Burton,2,1,H", "E0,08/18/2024,Crewe,Derby,0,0,D", "E0,09/01/2024,Burton,Aston,0,0,D");
        Assert.That(content.Rows.Select(row => row.Date), Is.EqualTo(new DateOnly[] { new(2024, 8, 17), new(2024, 8, 18), new(2024, 9, 1) }));
        Assert.That(content.Notes, Is.EqualTo(new[] { new FileNote(Invented.Season, 2, "dates are read with the month first", 3) }));
    }

    [TestCase("P,,")]
    [TestCase("Postp,Postp,")]
    [TestCase(",,Canc")]
    [TestCase("3,0,Awd")]
    public void A_match_that_was_not_played_is_left_out_and_said_to_be(string score)
    {
        var content = Invented.Rows("E0,17/08/2024,Crewe,Derby,0,0,D", $"E0,17/08/2024,Aston,Burton,{score}");
        Assert.That((content.Rows.Count, content.Quarantine.Count), Is.EqualTo((1, 0)));
        Assert.That(content.Notes.Single().Text, Does.StartWith("marked as not played ("));
    }

    [Test]
    public void Leaves_matches_before_1990_out_with_one_note()
    {
        var content = Invented.Read(
            "new/ARG.csv", Country, "Argentina,Liga,1985,01/06/1985,,Lanus,Tigre,0,0,D", "Argentina,Liga,1985,02/06/1985,,Tigre,Lanus,0,0,D",
            "Argentina,Liga,2025,01/06/2025,,Lanus,Tigre,0,0,D");
        Assert.That((content.Rows.Count, content.Quarantine.Count), Is.EqualTo((1, 0)));
        Assert.That(content.Notes, Is.EqualTo(new[] { new FileNote("new/ARG.csv", 2, "before 1990: left out", 2) }));
    }

    [Test]
    public void Quarantines_the_same_match_under_another_day_and_names_both_lines() => Assert.That(
        Invented.Quarantined(Invented.Rows("E0,17/08/2024,Aston,Burton,3,1,H", "E0,18/08/2024,Aston,Burton,3,1,H")),
        Is.EqualTo("'Aston' against 'Burton' ended 3-1 on 2024-08-18 and, on line 2, on 2024-08-17; leave the wrong day out"));

    [TestCase("19/08/2024,Aston,Burton,2,1,H")]
    [TestCase("20/08/2024,Aston,Burton,3,1,H")]
    [TestCase("18/08/2024,Burton,Aston,3,1,H")]
    public void Two_matches_that_can_both_be_real_stay(string other) =>
        Assert.That(Invented.Rows("E0,17/08/2024,Aston,Burton,3,1,H", "E0," + other).Rows, Has.Count.EqualTo(2));

    [Test]
    public void A_matchs_hash_tells_leagues_with_long_codes_apart()
    {
        byte[] one = Hash("NORVIASUPERLEAGUE"), other = Hash("NORVIASUPERLEAGUF");
        Assert.That(one, Is.Not.EqualTo(other));

        static byte[] Hash(string code) =>
            Invented.Dataset(Invented.Read($"new/{code}.csv", Country, $"Norvia,Super League,2017,13/08/2017,,Alva,Cerda,2,1,H")).Matches.Single().RowHash;
    }

    [Test]
    public void A_coming_match_of_an_unknown_country_is_not_anothers() => Assert.That(
        Invented.Read("new_league_fixtures.csv", "Country,League,Date,Time,Home,Away", "Estonia,E1,13/08/2016,,Flora,Levadia").Rows, Is.Empty);

    [Test]
    public void A_division_of_a_published_country_is_that_countrys() => Assert.Multiple(() =>
    {
        var row = Invented.RowsOf("mmz4281/2425/D3.csv", "D3,17/08/2024,Essen,Aue,1,0,H").Rows.Single();
        Assert.That((row.Division.Code, row.Division.Country, row.Division.Level), Is.EqualTo(("D3", "Germany", 3)));
    });

    [Test]
    public void A_coming_match_of_a_division_without_a_file_is_left_out_with_a_note()
    {
        var content = Invented.Fixtures("E0,24/08/2024,Aston,Burton", "X9,24/08/2024,Crewe,Derby");
        Assert.That((content.Rows.Count, content.Quarantine.Count), Is.EqualTo((1, 0)));
        Assert.That(content.Notes, Is.EqualTo(new[] { new FileNote("fixtures.csv", 3, "division 'X9' has no file of results: left out", 1) }));
    }

    [Test]
    public void One_name_is_one_team_however_its_accents_are_encoded() => Assert.That(
        Invented.Rows("E0,17/08/2024,\u00C5lderwick,D\u00FCnmere,3,1,H", "E0,17/08/2024,A\u030Alderwick,Du\u0308nmere,3,1,H").Quarantine.Single().Reason,
        Does.Contain("stands on line 2 already"));

    [Test]
    public void Control_characters_are_no_part_of_a_name() =>
        Assert.That(Invented.Rows("E0,17/08/2024,As\u001B[31mton,Bur\tton,3,1,H").Rows.Single().Home.Name, Is.EqualTo("As[31mton"));
}
