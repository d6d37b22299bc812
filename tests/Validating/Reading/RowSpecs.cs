using Soccer.Forecasting;
using Soccer.Validate.Reading;

namespace Soccer.Validating.Tests.Reading;

public sealed class RowSpecs
{
    const string Country = "Country,League,Season,Date,Time,Home,Away,HG,AG,Res";

    [Test]
    public void Reads_a_row()
    {
        var content = Invented.Read(
            Invented.Season,
            "Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HTHG,HTAG,HTR,Referee,HS,AS,HST,AST,HF,AF,HC,AC,HY,AY,HR,AR",
            "E0,17/08/2024,20:00,Aston,Burton,2,1,H,0,1,A,\"Miles, A\",14,10,5,2,12,9,7,8,2,3,0,1");
        var row = content.Rows.Single();
        Assert.That(
            (row.Division.Code, row.Season, row.Date, row.KickOff),
            Is.EqualTo(("E0", (int?)2024, new DateOnly(2024, 8, 17), (TimeOnly?)new TimeOnly(20, 0))));
        Assert.That((row.Home.Name, row.Away.Name), Is.EqualTo(("Aston", "Burton")));
        Assert.That((row.FullTime, row.HalfTime), Is.EqualTo(((Score?)new Score(2, 1), (Score?)new Score(0, 1))));
        Assert.That(row.HomeStatistics, Is.EqualTo(new TeamStatistics(14, 5, 7, 12, 2, 0)));
        Assert.That(row.AwayStatistics, Is.EqualTo(new TeamStatistics(10, 2, 8, 9, 3, 1)));
    }

    [TestCase("E0,,Aston,Burton,1,0,H", "date ''")]
    [TestCase("E0,31/02/2025,Aston,Burton,1,0,H", "date '31/02/2025'")]
    [TestCase("E0,17/05/2024,Aston,Burton,1,0,H", "outside the season of 2024")]
    [TestCase("E0,01/09/2025,Aston,Burton,1,0,H", "outside the season of 2024")]
    [TestCase("XX,17/08/2024,Aston,Burton,1,0,H", "division 'XX' is not E0")]
    [TestCase("E1,17/08/2024,Aston,Burton,1,0,H", "division 'E1' is not E0")]
    [TestCase("E0,17/08/2024,,Burton,1,0,H", "a team is missing")]
    [TestCase("E0,17/08/2024,Aston,aston ,1,0,H", "'Aston' plays itself")]
    [TestCase("E0,17/08/2024,Aston,Burton,31,0,H", "score '31'-'0'")]
    [TestCase("E0,17/08/2024,Aston,Burton,-1,0,A", "score '-1'-'0'")]
    [TestCase("E0,17/08/2024,Aston,Burton,2,,H", "score '2'-''")]
    [TestCase("E0,17/08/2024,Aston,Burton,2,0,A", "result 'A' contradicts the score 2-0")]
    public void Quarantines_a_row_that_cannot_be_right_with_file_line_reason_and_text(string row, string reason)
    {
        var quarantined = Invented.Rows("E0,16/08/2024,Crewe,Derby,0,0,D", row).Quarantine.Single();
        Assert.That(quarantined.Reason, Does.Contain(reason));
        Assert.That((quarantined.File, quarantined.Line, quarantined.Raw), Is.EqualTo((Invented.Season, 3, row)));
    }

    [Test]
    public void Quarantines_a_half_time_score_above_the_score() =>
        Assert.That(
            Invented.Quarantined(Invented.Read(Invented.Season, Invented.Header + ",HTHG,HTAG", "E0,17/08/2024,Aston,Burton,1,0,H,2,0")),
            Is.EqualTo("half-time score 2-0 is more than the score 1-0"));

    [Test]
    public void Drops_half_of_a_half_time_score_and_counts_it()
    {
        var content = Invented.Read(Invented.Season, Invented.Header + ",HTHG,HTAG", "E0,17/08/2024,Aston,Burton,1,0,H,0,");
        Assert.That(content.Rows.Single().HalfTime, Is.Null);
        Assert.That(content.Tally["half-time scores dropped"], Is.EqualTo(1));
    }

    [Test]
    public void Quarantines_the_second_of_two_rows_of_a_match() =>
        Assert.That(
            Invented.Quarantined(Invented.Rows("E0,17/08/2024,Aston,Burton,1,0,H", "E0,17/08/2024,Aston,Burton,2,0,H")),
            Is.EqualTo("'Aston' against 'Burton' on 2024-08-17 stands on line 2 already; leave one of the two out"));

    [Test]
    public void A_row_without_a_score_is_a_match_that_has_not_been_played() =>
        Assert.That(Invented.Rows("E0,17/08/2024,Aston,Burton,,,").Rows.Single().FullTime, Is.Null);

    [Test]
    public void Keeps_no_more_than_500_characters_of_a_quarantined_row() =>
        Assert.That(Invented.Rows("E0,17/08/2024,Aston,Burton,1,0,H", "E0,," + new string('x', 600)).Quarantine.Single().Raw, Has.Length.EqualTo(500));

    [TestCase("61", "shots")]
    [TestCase("-1", "shots")]
    [TestCase("x", "shots")]
    public void Drops_an_absurd_statistic_and_counts_it_but_keeps_the_match(string shots, string figure)
    {
        var content = Invented.Read(Invented.Season, Invented.Header + ",HS,AS,HC,AC", $"E0,17/08/2024,Aston,Burton,1,0,H,{shots},9,4,5");
        Assert.That(content.Rows.Single().HomeStatistics, Is.EqualTo(new TeamStatistics(null, null, 4, null, null, null)));
        Assert.That(content.Tally[$"statistics dropped: {figure}"], Is.EqualTo(1));
    }

    [Test]
    public void Drops_shots_where_more_were_on_target()
    {
        var row = Invented.Read(Invented.Season, Invented.Header + ",HS,AS,HST,AST,HC,AC", "E0,17/08/2024,Aston,Burton,1,0,H,4,9,5,3,6,7").Rows.Single();
        Assert.That(row.HomeStatistics, Is.EqualTo(new TeamStatistics(null, null, 6, null, null, null)));
        Assert.That(row.AwayStatistics, Is.EqualTo(new TeamStatistics(9, 3, 7, null, null, null)));
    }

    [Test]
    public void A_match_without_statistics_has_none_rather_than_zeros() =>
        Assert.That(Invented.Rows("E0,17/08/2024,Aston,Burton,1,0,H").Rows.Single().HomeStatistics, Is.Null);

    [Test]
    public void Skips_blank_rows_and_takes_longer_and_shorter_ones()
    {
        var content = Invented.Rows("E0,17/08/2024,Aston,Burton,1,0,H,,,", ",,,,,,", "", "E0,18/08/2024,Crewe,Derby,1,1");
        Assert.That(content.Rows, Has.Count.EqualTo(2));
        Assert.That(
            (content.Tally["rows"], content.Tally["rows blank"], content.Tally["rows longer than the header"], content.Tally["rows shorter than the header"]),
            Is.EqualTo((2, 2, 1, 1)));
    }

    [TestCase("Argentina,Liga Profesional ,2012/2013,04/08/2012,00:10,Lanus,Tigre,0,0,D", 2012, true)]
    [TestCase("Argentina,Liga Profesional,2025,01/06/2025,21:00,Lanus,Tigre,0,0,D", 2025, false)]
    public void Reads_a_country_with_one_league(string row, int season, bool spansTwoYears)
    {
        var read = Invented.Read("new/ARG.csv", "\uFEFF" + Country, row).Rows.Single();
        Assert.That((read.Division.Code, read.Season, read.SpansTwoYears), Is.EqualTo(("ARG", (int?)season, spansTwoYears)));
    }

    [TestCase("new/GAL2.csv", "GAL,GAL2,2016/2017,13/08/2016,,Alva,Brega,2,1,H", "GAL2", 2)]
    [TestCase("new/CUP2023.csv", "CUP2023,CUP2023,2016/2017,13/08/2016,,Alva,Brega,2,1,H", "CUP2023", 1)]
    [TestCase("new/E1.csv", "England,E1,2016/2017,13/08/2016,,Alva,Brega,2,1,H", "E1", 2)]
    public void Reads_a_league_that_nobody_publishes_by_what_its_code_says(string file, string row, string division, int level)
    {
        var read = Invented.Read(file, Country, row).Rows.Single();
        Assert.That((read.Division.Code, read.Division.Level), Is.EqualTo((division, level)));
    }

    [Test]
    public void Teams_are_the_same_in_all_leagues_of_a_country() => Assert.That(
        Invented.Read("new/GAL1.csv", Country, "GAL,GAL1,2017,13/08/2017,,Alva,Cerda,2,1,H").Rows.Single().Home,
        Is.EqualTo(Invented.Read("new/GAL2.csv", Country, "GAL,GAL2,2016,13/08/2016,,Alva,Brega,2,1,H").Rows.Single().Home));

    [TestCase("GAL,GAL2,13/08/2016,,Alva,Brega", "GAL2")]
    [TestCase("England,E3,13/08/2016,,Alva,Brega", "E3")]
    [TestCase("Argentina,Liga Profesional,13/08/2016,,Alva,Brega", "ARG")]
    [TestCase("USA,MLS,13/08/2016,,Alva,Brega", "USA")]
    public void A_coming_match_is_of_the_league_that_is_a_code_of_its_country_or_of_the_countrys_only_one(string row, string division) =>
        Assert.That(Invented.Read("new_league_fixtures.csv", "Country,League,Date,Time,Home,Away", row).Rows.Single().Division.Code, Is.EqualTo(division));

    [TestCase("Brazil,Serie A,2025,01/06/2025,21:00,Lanus,Tigre,0,0,D", "country 'Brazil' is not Argentina")]
    [TestCase("Argentina,Liga,25,01/06/2025,21:00,Lanus,Tigre,0,0,D", "season '25'")]
    [TestCase("Argentina,Liga,2025,01/04/2026,21:00,Lanus,Tigre,0,0,D", "outside the season of 2025")]
    public void Quarantines_a_row_of_another_country_or_season(string row, string reason) =>
        Assert.That(
            Invented.Quarantined(Invented.Read("new/ARG.csv", Country, "Argentina,Liga,2025,02/06/2025,21:00,Tigre,Lanus,0,0,D", row)), Does.Contain(reason));

    [Test]
    public void A_file_of_coming_matches_has_no_results() =>
        Assert.That(
            Invented.Read("fixtures.csv", Invented.Header, "E0,17/08/2024,Aston,Burton,1,0,H").Rows.Single().FullTime, Is.Null);

    [Test]
    public void A_file_without_the_columns_of_a_match_has_a_defect_and_no_rows()
    {
        Assert.That(Invented.Read(Invented.Season, "Name,Value").Defect, Is.EqualTo("the header has no column Date, HomeTeam, AwayTeam, Div, FTHG, FTAG"));
        Assert.That(Invented.Read(Invented.Season, "<html>", "<body>").Defect, Is.EqualTo("it is a web page, not a CSV file"));
        Assert.That(Invented.Read(Invented.Season, "").Defect, Is.EqualTo("the file is empty"));
    }
}
