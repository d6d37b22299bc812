using System.Diagnostics;
using System.Text.Json;
using Soccer.Forecasting.Goals;
using Soccer.Forecasting.Models;
using Soccer.Train;
using Soccer.Train.XGBoost;

namespace Soccer.Bench;

/// <summary>All figures of a measurement.</summary>
/// <param name="Matches">Matches that the model was made from.</param>
/// <param name="HeldOut">Rows that were forecast.</param>
/// <param name="Features">Values of a row.</param>
/// <param name="XGBoost">The native library's version.</param>
/// <param name="Model">The model's id: the same code and matches give the same.</param>
/// <param name="Figures">What was measured.</param>
sealed record InferenceReport(int Matches, int HeldOut, int Features, string XGBoost, string Model, IReadOnlyList<Figure> Figures)
{
    /// <summary>Whether every figure is within its limit.</summary>
    public bool Met => Figures.All(figure => figure.Met);
}

/// <summary>Trains a model as the service does, reads its file as serving does, and forecasts every row of its hold-out on one warm thread.</summary>
static class InferenceCost
{
    const double MostMicroseconds = 10;
    const double MostDifference = 1e-6;

    /// <summary>What rounding may make of a sum of 90 floats of a few units: 90 times half a unit in the last place, 1.2e-7.</summary>
    const double MostRounding = 1e-5;

    /// <summary>Rows that are forecast before anything is timed: enough for the runtime to have compiled the loops for good.</summary>
    const int WarmRows = 20_000;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Reads, describes, trains, times and compares.</summary>
    /// <param name="mirror">The folder of matches.</param>
    /// <param name="asOf">The last day that is known, or none.</param>
    /// <param name="repeats">Times that each row is forecast.</param>
    /// <param name="tell">Told what is being done.</param>
    public static InferenceReport Measure(string mirror, DateOnly? asOf, int repeats, Action<string> tell)
    {
        var library = XGBoostLibrary.Load();
        tell("reading the mirror");
        var history = History.Read(mirror, asOf);
        tell($"describing {history.Matches.Count:N0} matches");
        var set = history.Describe();
        tell("training");
        var parameters = new TrainingParameters();
        var trained = ModelFit.Train(set, new("bench", "bench", "bench", "bench", $"XGBoost {library}"), parameters, TimeProvider.System, _ => { }, CancellationToken.None);
        var artifact = ModelArtifact.Read(trained.Bytes);
        var split = TimeSplit.Of(set.Dates, parameters.Split);

        List<Figure> figures = [];
        tell($"forecasting {set.Dates[split.HoldOut].Length:N0} rows");
        var rows = Enumerable.Range(split.HoldOut.Start.Value, set.Dates[split.HoldOut].Length).Select(match => set.Row(match).ToArray()).ToArray();
        figures.AddRange(Cost("the kind that knows most of the row", rows, row => artifact.Predict(row).Home, repeats, MostMicroseconds));
        foreach (var kind in artifact.Kinds)
            figures.AddRange(Cost(kind.Kind, [.. rows.Where(row => kind.Serves(row))], row => kind.Predict(row).Home, repeats, MostMicroseconds));

        var goals = artifact.Kinds.SelectMany(kind => kind.Parts).Select(part => part.Goals).First(goals => goals is not null)!;
        figures.AddRange(Cost("with all that an answer tells of goals", rows, WithGrid, repeats));

        foreach (var kind in artifact.Kinds)
        {
            tell($"comparing {kind.Kind} with the native library");
            figures.AddRange(Differences(kind, set, split, parameters.Of(kind.Kind)));
        }

        return new(set.Count, rows.Length, set.Features.Length, library.ToString(), trained.ModelId, figures);

        double WithGrid(float[] row)
        {
            var (home, away) = goals.Rates(row);
            var grid = ScoreGrid.Of(artifact.Predict(row), home, away);
            return grid.HomeGoals + grid.AwayGoals + grid.BothScore + grid.Over(2.5) + grid.Likeliest(5).Sum(score => score.Probability);
        }
    }

    /// <summary>Prints a report.</summary>
    /// <returns>1 where a limit is missed, else 0.</returns>
    public static int Print(InferenceReport report, bool json)
    {
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(report, Json));
        else
        {
            Console.WriteLine($"{report.Matches:N0} matches, {report.HeldOut:N0} held out, {report.Features} features, XGBoost {report.XGBoost}, model {report.Model[..12]}");
            foreach (var figure in report.Figures)
                Console.WriteLine($"{(figure.Met ? " " : "!")} {figure.Name,-66} {figure.Value,10:G4} {figure.Unit,-5} {(figure.Limit is { } limit ? $"at most {limit} {figure.Unit}" : "")}");

            Console.WriteLine(report.Met ? "Every limit is kept." : "A limit is missed: see the lines that begin with !.");
        }

        return report.Met ? 0 : 1;
    }

    /// <summary>What something costs a row. Where there is a limit of microseconds, nothing may be allocated either.</summary>
    static IEnumerable<Figure> Cost(string name, float[][] rows, Func<float[], double> compute, int repeats, double? limit = null)
    {
        var sum = 0d;
        for (var row = 0; row < Math.Max(WarmRows, rows.Length); row++)
            sum += compute(rows[row % rows.Length]);

        var times = new long[rows.Length * repeats];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var at = 0; at < times.Length; at++)
        {
            var began = Stopwatch.GetTimestamp();
            sum += compute(rows[at % rows.Length]);
            times[at] = Stopwatch.GetTimestamp() - began;
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        if (!double.IsFinite(sum))
            throw new InvalidOperationException($"{name} gave what is no number.");

        Array.Sort(times);
        yield return new($"{name}, {rows.Length:N0} rows: median", Microseconds(0.5), "µs", limit);
        yield return new($"{name}: 99 of 100 take at most", Microseconds(0.99), "µs");
        yield return new($"{name}: allocated a row", (double)bytes / times.Length, "bytes", limit is null ? null : 0);

        double Microseconds(double share) => times[(int)(share * (times.Length - 1))] * 1e6 / Stopwatch.Frequency;
    }

    /// <summary>The largest differences from the library over every row of the hold-out that the kind serves.</summary>
    static IEnumerable<Figure> Differences(KindModel kind, TrainingSet set, TimeSplit split, KindParameters parameters)
    {
        // As the fit has it: rows that the kind doesn't serve are not there for its library either.
        int[] Of(Range matches) => [.. Enumerable.Range(matches.Start.Value, set.Dates[matches].Length).Where(match => kind.Serves(set.Row(match)))];
        var (learnt, judged) = (Of(split.Fit.Start..split.Stop.End), Of(split.HoldOut));
        var served = set.Choose([.. learnt, .. judged]);
        var margins = new float[TreeEnsemble.Classes * kind.Parts.Length];
        var native = Array.ConvertAll(kind.Parts, part => part.Trees is { Rounds: > 0 }
            ? NativeMargins.Of(kind.Kind, part, served, ..learnt.Length, learnt.Length..served.Count, parameters)
            : null);
        var (ofXGBoost, ofLightGBM, ofProbabilities) = (0d, 0d, 0d);
        for (var row = 0; row < judged.Length; row++)
        {
            var values = served.Row(learnt.Length + row);
            for (var part = 0; part < kind.Parts.Length; part++)
            {
                var own = margins.AsSpan(TreeEnsemble.Classes * part, TreeEnsemble.Classes);
                kind.Parts[part].Margins(values, own);
                if (native[part] is not { } library)
                    continue;

                for (var outcome = 0; outcome < TreeEnsemble.Classes; outcome++)
                {
                    var other = library[TreeEnsemble.Classes * row + outcome];
                    ref var most = ref NativeMargins.IsLightGBM(kind.Parts[part]) ? ref ofLightGBM : ref ofXGBoost;
                    most = Math.Max(most, Math.Abs((double)own[outcome] - other));
                    own[outcome] = other;
                }
            }

            var (managed, libraries) = (kind.Predict(values), kind.Combine(margins));
            ofProbabilities = new[] { ofProbabilities, Math.Abs(managed.Home - libraries.Home), Math.Abs(managed.Draw - libraries.Draw), Math.Abs(managed.Away - libraries.Away) }.Max();
        }

        yield return new($"{kind.Kind}, {judged.Length:N0} rows: margins less XGBoost's, at most", ofXGBoost, "", MostDifference);
        // LightGBM adds its leaves as doubles, a forecast as floats: the last bits of a margin differ.
        yield return new($"{kind.Kind}: margins less LightGBM's, at most", ofLightGBM, "", MostRounding);
        yield return new($"{kind.Kind}: probabilities less the libraries', at most", ofProbabilities, "", MostDifference);
    }
}
