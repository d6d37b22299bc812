using System.Globalization;
using Soccer.Forecasting.Models;
using Soccer.Source.World;
using Soccer.Train;
using Soccer.Train.Backtesting;

namespace Soccer.Bench;

/// <summary>Forecasts the last season of a simulated world by what the last few seasons before it teach, and compares with the truth.</summary>
static class TruthGap
{
    static readonly int[] SeasonsKnown = [2, 4, 6, 8, 12];

    /// <summary>Writes a world, forecasts it, and writes a table in Markdown.</summary>
    /// <returns>1 where a kind is not nearer to the truth with the most seasons than with the fewest, else 0.</returns>
    /// <exception cref="InvalidDataException">The world's matches and their truth don't fit together.</exception>
    public static int Run(ulong seed, TextWriter output, Action<string> tell)
    {
        var plan = WorldPlan.Default with { Seed = seed, FirstSeason = WorldPlan.Default.LastSeason - SeasonsKnown[^1], Seasons = SeasonsKnown[^1] + 1 };
        var folder = Directory.CreateTempSubdirectory("soccer-truth-").FullName;
        try
        {
            tell($"writing a world of {plan.Seasons} seasons");
            WorldFolder.Write(plan, folder);
            var world = History.Read(folder);
            var last = new LastSeason(world, new Truth(Path.Combine(folder, "truth.csv")), plan.LastSeason);
            return Write(last, plan.LastSeason, [.. Fits(world, last, plan.LastSeason, tell)], output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The product's models of every kind, by the number of seasons that they know.</summary>
    static IEnumerable<Fit> Fits(History world, LastSeason last, int season, Action<string> tell)
    {
        var parameters = new TrainingParameters();
        foreach (var seasons in SeasonsKnown)
        {
            tell($"fitting on {seasons} seasons");
            var history = world.Since(new DateOnly(season - seasons, 7, 1));
            var set = history.Describe();
            var test = BacktestSeason.Of(history.ForBacktest(set), season, parameters.Split.WarmUpYears);
            foreach (var kind in ModelKinds.All)
                yield return new(
                    kind, seasons, test.Split.Stop.End.Value - test.Split.Fit.Start.Value,
                    last.Of(SeasonFit.Of(kind, set, test, parameters.Of(kind), TimeProvider.System, _ => { }, CancellationToken.None).Forecasts));
        }
    }

    static int Write(LastSeason last, int season, Fit[] fits, TextWriter output)
    {
        output.WriteLine($"{last.Count:N0} matches of the season {BacktestSeason.NameOf(season)}; log loss of their true probabilities {Text(last.TruthLogLoss, "F4")}.");
        output.WriteLine();
        output.WriteLine("| forecaster | seasons known | matches learnt from | log loss less the truth's | expected |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (var fit in fits.OrderBy(fit => ModelKinds.All.IndexOf(fit.Kind)))
            output.WriteLine(Row(fit.Kind, $"{fit.Seasons}", $"{fit.Matches:N0}", fit.Gap));

        output.WriteLine(Row(ForecastTable.Opening, "", "", last.OfOpening()));
        output.WriteLine(Row(ForecastTable.Closing, "", "", last.OfClosing()));
        return ModelKinds.All.All(kind => Expected(kind, SeasonsKnown[^1]) < Expected(kind, SeasonsKnown[0])) ? 0 : 1;

        double Expected(string kind, int seasons) => fits.Single(fit => fit.Kind == kind && fit.Seasons == seasons).Gap.Expected;
    }

    static string Row(string forecaster, string seasons, string matches, Gap gap) =>
        $"| {forecaster} | {seasons} | {matches} | {Signed(gap.OnResults.Mean)} [{Signed(gap.OnResults.Low)}, {Signed(gap.OnResults.High)}] | {Text(gap.Expected, "F4")} |";

    static string Signed(double value) => Text(value, "+0.0000;-0.0000");

    static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    sealed record Fit(string Kind, int Seasons, int Matches, Gap Gap);
}
