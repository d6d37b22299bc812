using Soccer.Validate.Matching;

namespace Soccer.Validating.Tests.Matching;

public sealed class SeasonCalendarSpecs
{
    const string Country = "Country,Season,Date,Home,Away,HG,AG";

    [TestCase("E0,09/08/2024,Crewe,Derby", 2024)]
    [TestCase("E0,30/06/2025,Crewe,Derby", 2024)]
    [TestCase("E0,01/07/2025,Crewe,Derby", 2025)]
    public void A_main_divisions_fixture_belongs_to_the_season_since_july(string fixture, int season) =>
        Assert.That(SeasonOf(Invented.Rows("E0,17/05/2025,Aston,Burton,1,0,H"), fixture), Is.EqualTo(season));

    [TestCase("E0,15/07/2020,Crewe,Derby", 2019, TestName = "In_2020_the_season_ran_into_july")]
    [TestCase("E0,12/09/2020,Crewe,Derby", 2020, TestName = "A_season_that_ended_seven_weeks_ago_runs_no_more")]
    public void A_season_that_still_runs_keeps_its_fixtures(string fixture, int season) =>
        Assert.That(SeasonOf(Invented.RowsOf("mmz4281/1920/E0.csv", "E0,08/07/2020,Aston,Burton,1,0,H"), fixture), Is.EqualTo(season));

    [Test]
    public void A_season_with_results_has_begun()
    {
        var dataset = Invented.Dataset(
            Invented.RowsOf("mmz4281/1920/E0.csv", "E0,30/07/2020,Aston,Burton,1,0,H"),
            Invented.RowsOf("mmz4281/2021/E0.csv", "E0,08/08/2020,Aston,Burton,1,0,H"),
            Invented.Fixtures("E0,11/08/2020,Crewe,Derby"));
        Assert.That(dataset.Matches.Single(match => match.FullTime is null).Season, Is.EqualTo(2020));
    }

    [TestCase("2024/2025", "24/05/2025", "27/05/2025", 2024)]
    [TestCase("2024/2025", "24/05/2025", "19/07/2025", 2025)]
    [TestCase("2024", "08/12/2024", "21/12/2024", 2024)]
    [TestCase("2024", "08/12/2024", "15/02/2025", 2025)]
    [TestCase("2020", "20/01/2021", "27/01/2021", 2020, TestName = "Brazils_2020_ran_into_2021")]
    public void A_countrys_newest_results_say_whether_its_seasons_are_calendar_years(string newest, string played, string fixture, int season)
    {
        var dataset = Invented.Dataset(
            Invented.Read("new/BRA.csv", Country, $"Brazil,{newest},{played},Bahia,Santos,1,0"),
            Invented.Read("new_league_fixtures.csv", "Country,League,Date,Home,Away", $"Brazil,Serie A,{fixture},Gremio,Vasco"));
        Assert.That(dataset.Matches.Single(match => match.FullTime is null).Season, Is.EqualTo(season));
    }

    static int SeasonOf(Validate.Reading.FileContent results, string fixture) =>
        Invented.Dataset(results, Invented.Fixtures(fixture)).Matches.Single(match => match.FullTime is null).Season;
}
