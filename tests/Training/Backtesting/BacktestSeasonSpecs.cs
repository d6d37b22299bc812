using Soccer.Forecasting;
using Soccer.Train.Backtesting;

namespace Soccer.Training.Tests.Backtesting;

public sealed class BacktestSeasonSpecs
{
    [Test]
    public void Nothing_of_the_first_of_july_or_later_is_fitted_or_stops()
    {
        var matches = Played(3000);
        var season = BacktestSeason.Of(matches, 2023, warmUpYears: 1);
        var dates = matches.Set.Dates;
        Assert.Multiple(() =>
        {
            Assert.That(season.Name, Is.EqualTo("2023/24"));
            // Matches on Saturdays from 2019-08-03 on. The warm-up year is cut to a third of the 1,063 days before the stop part: 354, to 2020-07-22.
            Assert.That(dates[season.Split.Fit.Start], Is.EqualTo(new DateOnly(2020, 7, 25)));
            Assert.That(dates[season.Split.Fit][^1], Is.EqualTo(new DateOnly(2022, 6, 25)));
            Assert.That(dates[season.Split.Stop][0], Is.EqualTo(new DateOnly(2022, 7, 2)));
            Assert.That(dates[season.Split.Stop][^1], Is.EqualTo(new DateOnly(2023, 6, 24)));
            Assert.That(season.Rows.Select(row => dates[row]), Is.All.GreaterThanOrEqualTo(new DateOnly(2023, 7, 1)).And.All.LessThan(new DateOnly(2024, 7, 1)));
            // 53 Saturdays of ten matches, both ends included.
            Assert.That(season.Rows, Has.Length.EqualTo(530));
        });
    }

    [Test]
    public void A_season_that_ended_late_is_forecast_to_its_end()
    {
        // The season 2019/20 went on until August 2020.
        var matches = Played(3000) is var played ? played with { Seasons = [.. played.Set.Dates.Select(date => date < new DateOnly(2023, 8, 1) ? 2022 : 2023)] } : null!;
        var season = BacktestSeason.Of(matches, 2022, warmUpYears: 1);
        Assert.That(matches.Set.Dates[season.Rows[^1]], Is.EqualTo(new DateOnly(2023, 7, 29)));
    }

    [Test]
    public void Elsewhere_the_twelve_months_from_july_count()
    {
        var matches = Played(3000, match => match % 2 == 0 ? "E0" : "BRA");
        var foreign = matches with { Seasons = [.. Enumerable.Range(0, 3000).Select(match => match % 2 == 0 ? matches.Seasons[match] : matches.Set.Dates[match].Year)] };
        var season = BacktestSeason.Of(foreign, 2023, warmUpYears: 1);
        Assert.That(season.Rows, Has.Length.EqualTo(530));
    }

    [Test]
    public void Where_no_main_division_is_known_all_divisions_count_by_the_twelve_months_from_july()
    {
        var matches = Played(3000, _ => "GAL1") with { Seasons = new int[3000] };
        // Saturdays from 2019-08-03 on, ten matches each: 300 of them, to 2025-04-26.
        Assert.That(matches.Played(), Is.EqualTo(new[] { 2019, 2020, 2021, 2022, 2023, 2024 }));
        Assert.That(BacktestSeason.Of(matches, 2023, warmUpYears: 1).Rows, Has.Length.EqualTo(530));
    }

    [Test]
    public void A_season_that_nobody_played_is_named_with_those_that_were() => Assert.That(
        () => BacktestSeason.Of(Played(3000), 2030, 1),
        Throws.TypeOf<BacktestRequestException>().With.Message.Contains("2030/31").And.Message.Contains("2023/24").And.Property("Field").EqualTo("testSeasons"));

    [Test]
    public void A_season_with_nothing_before_it_is_refused() =>
        Assert.That(() => BacktestSeason.Of(Played(3000), 2019, 1), Throws.TypeOf<BacktestRequestException>().With.Message.Contains("0 matches to fit"));

    static BacktestMatches Played(int count, Func<int, string>? division = null)
    {
        var set = MadeUpMatches.Set(count, division: division);
        return new(set, [.. set.Dates.Select(date => date.Month >= 7 ? date.Year : date.Year - 1)], new Prices?[count]);
    }
}
