using System.Text.Json;
using Soccer.Forecasting;
using Soccer.Train;
using Soccer.Train.Backtesting;

namespace Soccer.Training.Tests.Backtesting;

/// <summary>Forecasts that are the true probabilities, beside a market with a margin that says the same at kick-off and is evenly wrong before.</summary>
public sealed class BacktestScoringSpecs
{
    static readonly BacktestInputs Inputs = new("dataset", "features", "schema", "code", []);

    readonly BacktestReport report = Report();

    [Test]
    public void Every_forecaster_is_scored_on_the_same_matches() => Assert.Multiple(() =>
    {
        Assert.That(report.Slices.Select(slice => slice.Name), Is.EqualTo((string[])["pooled", "2022/23", "2023/24", "first divisions", "second divisions"]));
        Assert.That(report.Slices[0].Matches, Is.EqualTo(report.Slices[1].Matches + report.Slices[2].Matches));
        Assert.That(report.Slices[0].Scores.Select(score => score.Forecaster),
            Is.EqualTo((string[])["class marginals", "results-only", "market opening", "market closing"]));
    });

    [Test]
    public void A_forecaster_as_good_as_the_closing_market_is_all_of_the_way_there()
    {
        var (own, marginals) = (Score("results-only"), Score("class marginals"));
        Assert.Multiple(() =>
        {
            Assert.That(own.Share, Is.EqualTo(1).Within(1e-6));
            Assert.That(marginals.Share, Is.EqualTo(0));
            Assert.That(own.Against.Single(against => against.Reference == "market closing").Difference.High, Is.EqualTo(0).Within(1e-6));
            Assert.That(own.Against.Single(against => against.Reference == "market opening").Difference.High, Is.LessThan(0));
            Assert.That(own.CalibrationError, Is.InRange(own.CalibrationFloor.Low * 0.8, own.CalibrationFloor.High * 1.2));
        });
    }

    [Test]
    public void Differences_are_those_of_the_log_losses() => Assert.That(
        Score("results-only").Against.Select(against => against.Difference.Mean),
        Is.EqualTo(((string[])["class marginals", "market opening", "market closing"]).Select(name => Score("results-only").LogLoss - Score(name).LogLoss)).Within(1e-12));

    [Test]
    public void Every_division_is_scored_on_its_own_matches_and_held_against_the_opening_market() => Assert.Multiple(() =>
    {
        Assert.That(report.Divisions.Select(division => (division.Code, division.Name, division.Reference)), Is.EqualTo(new[]
        {
            ("E0", "England, Premier League", "market opening"), ("E1", "England, Championship", "market opening"),
        }));
        foreach (var (division, slice) in report.Divisions.Zip(report.Slices.Where(slice => slice.Name.EndsWith("divisions", StringComparison.Ordinal))))
        {
            // One division a level here: the slice of the level has the same matches.
            var (own, same) = (division.Scores.Single(), slice.Scores.Single(score => score.Forecaster == "results-only"));
            Assert.That(division.Matches, Is.EqualTo(slice.Matches));
            Assert.That((own.Kind, own.LogLoss, own.CalibrationError, own.CalibrationFloor), Is.EqualTo(("results-only", same.LogLoss, same.CalibrationError, same.CalibrationFloor)));
            Assert.That(own.Difference, Is.EqualTo(same.Against.Single(against => against.Reference == "market opening").Difference));
        }
    });

    [Test]
    public void A_division_that_is_too_boldly_forecast_lies_above_its_range_though_luck_explains_the_others()
    {
        var set = MadeUpMatches.Set(6000, division: match => (match % 3) switch { 0 => "I1", 1 => "MLS", _ => "E0" });
        var matches = new BacktestMatches(set, Seasons(set), new Prices?[6000]);
        BacktestSeason[] seasons = [.. Enumerable.Range(2025, 5).Select(season => BacktestSeason.Of(matches, season, 1))];
        var forecasts = seasons.SelectMany(season => season.Rows).ToDictionary(row => row, row => set.Divisions[row] == "I1" ? Bold(Truth(set, row)) : Truth(set, row));
        var divisions = BacktestScoring.Report(matches, seasons, [("results-only", forecasts)], Inputs).Divisions;
        Assert.That(divisions.Select(division => (division.Name, division.Reference, division.Scores[0] is var own && own.CalibrationError > own.CalibrationFloor.High)), Is.EqualTo(new[]
        {
            ("England, Premier League", "class marginals", false), ("Italy, Serie A", "class marginals", true), ("MLS", "class marginals", false),
        }));
    }

    [Test]
    public void Bets_are_placed_at_the_best_price_where_it_is_known_and_at_the_average() => Assert.Multiple(() =>
    {
        var pooled = report.Bets.Where(bets => bets.Slice == "pooled").ToArray();
        Assert.That(pooled.Select(bets => bets.Prices), Is.EqualTo((string[])["best", "average"]));
        Assert.That(pooled[0].Matches, Is.LessThan(pooled[1].Matches), "every second match has a best price");
        Assert.That(pooled[0].Record!.ClosingLineValue.Mean, Is.GreaterThan(0));
    });

    // results-only is the truth here, and the price is evenly wrong: all of the weight goes to it, and what it claims at those prices
    // comes.
    [Test]
    public void Edges_are_claimed_with_the_price_pulled_towards_a_kind_by_the_seasons_before() => Assert.Multiple(() =>
    {
        var pooled = report.Edges.Single();
        Assert.That(pooled.Slice, Is.EqualTo("from 2023/24"));
        Assert.That((pooled.Forecaster, pooled.Weights.Select(weight => weight.Season)), Is.EqualTo(("price with results-only", (string[])["2023/24"])));
        Assert.That(pooled.Weights[0].Weight, Is.EqualTo(1).Within(0.15));
        Assert.That(pooled.OverMarket.High, Is.LessThan(0));
        Assert.That(Math.Abs(pooled.Record!.Realised.Mean - pooled.Record.Claimed), Is.LessThan(2 * pooled.Record.StandardError));
    });

    [Test]
    public void Edges_of_market_aware_are_claimed_with_its_own_probabilities_over_all_seasons_and_those_with_one_before()
    {
        var edges = Report("market-aware").Edges;
        Assert.That(edges.Select(row => (row.Slice, row.Forecaster, row.Weights.Length)), Is.EqualTo(new[] { ("pooled", "market-aware", 0), ("from 2023/24", "market-aware", 0) }));
        var pooled = edges[0].Record!;
        Assert.That(Math.Abs(pooled.Realised.Mean - pooled.Claimed), Is.LessThan(2 * pooled.StandardError));
        Assert.That(pooled.Bets, Is.EqualTo(pooled.Buckets.Sum(bucket => bucket.Bets)).And.GreaterThan(edges[1].Record!.Bets));
    }

    [Test]
    public void The_same_forecasts_make_the_same_report_to_the_letter() => Assert.That(JsonSerializer.Serialize(Report()), Is.EqualTo(JsonSerializer.Serialize(report)));

    [Test]
    public void Without_odds_all_divisions_are_compared_with_the_marginals()
    {
        var set = MadeUpMatches.Set(3000, division: match => match % 2 == 0 ? "GAL1" : "GAL2");
        var matches = new BacktestMatches(set, Seasons(set), new Prices?[3000]);
        var season = BacktestSeason.Of(matches, 2023, 1);
        var bare = BacktestScoring.Report(matches, [season], [("results-only", season.Rows.ToDictionary(row => row, row => Truth(set, row)))], Inputs);
        Assert.Multiple(() =>
        {
            Assert.That(bare.Slices.Select(slice => (slice.Name, slice.Matches)), Is.EqualTo(new[] { ("pooled", 530), ("first divisions", 265), ("second divisions", 265) }));
            Assert.That(bare.Slices[0].Scores.Select(score => score.Forecaster), Is.EqualTo(new[] { "class marginals", "results-only" }));
            Assert.That(bare.Slices[0].Scores[1].Against.Single().Difference.High, Is.LessThan(0));
            Assert.That(bare.Slices[0].Scores[1].Share, Is.Null);
            Assert.That(bare.Bets, Is.Empty);
        });
    }

    [Test]
    public void Without_a_kind_there_is_nothing_to_compare()
    {
        var set = MadeUpMatches.Set(3000);
        var matches = new BacktestMatches(set, Seasons(set), new Prices?[3000]);
        Assert.That(() => BacktestScoring.Report(matches, [BacktestSeason.Of(matches, 2023, 1)], [], Inputs), Throws.TypeOf<BacktestRequestException>());
    }

    BacktestScore Score(string forecaster) => report.Slices[0].Scores.Single(score => score.Forecaster == forecaster);

    static BacktestReport Report(string kind = "results-only")
    {
        var bare = MadeUpMatches.Set(3000);
        Prices?[] closing = [.. Enumerable.Range(0, 3000).Select(match => (Prices?)Fair(Truth(bare, match)))];
        Prices?[] opening = [.. Enumerable.Range(0, 3000).Select(match => (Prices?)Fair(Blurred(Truth(bare, match))))];
        var set = new TrainingSet(
            bare.Features, bare.Matches, bare.Dates, [.. Enumerable.Range(0, 3000).Select(match => match % 2 == 0 ? "E0" : "E1")], bare.Outcomes, bare.Values, opening, closing);
        var matches = new BacktestMatches(set, Seasons(set), [.. opening.Select((prices, match) => match % 2 == 0 ? prices : null)]);
        var forecasts = Enumerable.Range(0, 3000).ToDictionary(match => match, match => Truth(set, match));
        return BacktestScoring.Report(matches, [BacktestSeason.Of(matches, 2022, 1), BacktestSeason.Of(matches, 2023, 1)], [(kind, forecasts)], Inputs);
    }

    static int[] Seasons(TrainingSet set) => [.. set.Dates.Select(date => date.Month >= 7 ? date.Year : date.Year - 1)];

    static Probabilities Truth(TrainingSet set, int match) => MadeUpMatches.Truth(set.Row(match)[0]);

    static Probabilities Blurred(Probabilities p) => new((p.Home + 1 / 3d) / 2, (p.Draw + 1 / 3d) / 2, (p.Away + 1 / 3d) / 2);

    static Probabilities Bold(Probabilities p) =>
        new(p.Home * p.Home / Squares(p), p.Draw * p.Draw / Squares(p), p.Away * p.Away / Squares(p));

    static double Squares(Probabilities p) => p.Home * p.Home + p.Draw * p.Draw + p.Away * p.Away;

    static Prices Fair(Probabilities p) => new(1 / p.Home, 1 / p.Draw, 1 / p.Away);
}
