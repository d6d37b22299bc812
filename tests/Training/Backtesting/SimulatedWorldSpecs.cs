using System.Text.Json;
using Soccer.Bench;
using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;
using Soccer.Source.World;
using Soccer.Tables.Train;
using Soccer.Train;
using Soccer.Train.Backtesting;

namespace Soccer.Training.Tests.Backtesting;

/// <summary>From files to a report without a broker or a database: one simulated division of 20 clubs over ten seasons, the last two of them forecast.</summary>
public sealed class SimulatedWorldSpecs
{
    static readonly int[] TestSeasons = [2023, 2024];

    History world = null!;
    Backtest first = null!;
    Backtest shuffled = null!;

    [OneTimeSetUp]
    public void Forecast_the_world_and_the_world_with_its_results_shuffled()
    {
        NativeLibraryPresent.OrIgnore();
        var folder = Directory.CreateTempSubdirectory("soccer-training-").FullName;
        try
        {
            WorldFolder.Write(new WorldPlan(7, 2015, 10, [new("England", [new("E0", 20, 2, 3)], 8, 1.22)]), folder);
            world = History.Read(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        first = Backtest.Of(world);
        shuffled = Backtest.Of(Shuffled(world));
    }

    [Test]
    public void The_same_backtest_twice_is_the_same_to_the_byte()
    {
        var second = Backtest.Of(world);
        Assert.That(second.Bytes, Is.EqualTo(first.Bytes));
        Assert.That(second.Report, Is.EqualTo(first.Report));
    }

    [Test]
    public void There_is_something_to_know([ValueSource(typeof(ModelKinds), nameof(ModelKinds.All))] string kind) =>
        Assert.That(first.Gain(kind), Is.GreaterThan(0.02));

    /// <summary>A feature that knew its own match's result would forecast shuffled results as well as real ones.</summary>
    [Test]
    public void Shuffled_results_can_not_be_forecast([ValueSource(typeof(ModelKinds), nameof(ModelKinds.All))] string kind) =>
        Assert.That(shuffled.Gain(kind), Is.LessThan(0.005), "760 matches, so that luck alone is worth .003");

    /// <summary>Each match with the score of another.</summary>
    static History Shuffled(History history)
    {
        Match[] others = [.. history.Matches];
        new Random(1).Shuffle(others);
        return history with { Matches = [.. history.Matches.Zip(others, (match, other) => match with { FullTime = other.FullTime, HalfTime = other.HalfTime })] };
    }

    /// <summary>Every kind's forecasts of the test seasons, and their report.</summary>
    sealed record Backtest(TrainingSet Set, BacktestSeason[] Seasons, (string Kind, IReadOnlyList<MatchForecasts> Forecasts)[] Kinds, string Report)
    {
        public byte[] Bytes => [.. Kinds.SelectMany(kind => kind.Forecasts).SelectMany(season => season.Write())];

        public static Backtest Of(History history)
        {
            var (set, parameters) = (history.Describe(), new TrainingParameters());
            var matches = history.ForBacktest(set);
            BacktestSeason[] seasons = [.. TestSeasons.Select(season => BacktestSeason.Of(matches, season, parameters.Split.WarmUpYears))];
            (string, IReadOnlyList<MatchForecasts>)[] kinds = [.. ModelKinds.All.Select(kind => (kind, (IReadOnlyList<MatchForecasts>)[.. seasons.Select(season =>
                SeasonFit.Of(kind, set, season, parameters.Of(kind), TimeProvider.System, _ => { }, CancellationToken.None).Forecasts)]))];
            var report = BacktestScoring.Report(
                matches, seasons, KindForecasts.Served(seasons, kinds), new BacktestInputs("dataset", "features", "schema", "code", parameters.Described()));
            return new(set, seasons, kinds, JsonSerializer.Serialize(report));
        }

        /// <summary>How much lower a kind's log loss is than that of the class marginals.</summary>
        public double Gain(string kind)
        {
            var forecasts = Kinds.Single(other => other.Kind == kind).Forecasts;
            var gains = Seasons.Zip(forecasts).SelectMany(season =>
            {
                var marginals = Marginals.Of(Set.Outcomes.AsSpan(season.First.Split.Fit));
                return season.First.Rows.Zip(season.Second.Forecasts).Where(row => row.Second is not null)
                    .Select(row => LogLoss.Of(marginals, Set.Outcomes[row.First]) - LogLoss.Of(row.Second!.Value, Set.Outcomes[row.First]));
            }).ToArray();
            Assert.That(gains, Has.Length.GreaterThan(700), "nearly all of the 760 matches have odds, which market-aware needs");
            return gains.Average();
        }
    }
}
