using System.Diagnostics;
using System.Text.Json;
using Soccer.Forecasting.Models;
using Soccer.Train;
using Soccer.Train.XGBoost;

namespace Soccer.Bench;

/// <summary>All figures of a measurement.</summary>
/// <param name="Matches">Matches that were described.</param>
/// <param name="Features">Features of each.</param>
/// <param name="Processors">Of this machine.</param>
/// <param name="XGBoost">The native library's version.</param>
/// <param name="Figures">What was measured.</param>
/// <param name="LogLoss">How the models did on the newest year: what the seconds bought.</param>
sealed record CostReport(int Matches, int Features, int Processors, string XGBoost, IReadOnlyList<Figure> Figures, IReadOnlyDictionary<string, double> LogLoss)
{
    /// <summary>Whether every figure is within its limit.</summary>
    public bool Met => Figures.All(figure => figure.Met);
}

/// <summary>Measures what a training costs, with the product's own parameters.</summary>
static class TrainingCost
{
    /// <summary>Matches that times of the pass are told for: the main divisions' at the time the limit was set.</summary>
    const int MatchesOfTheLimit = 225_000;

    const double MostSecondsOfPass = 20;
    const double MostSecondsOfFits = 120;
    const double MostTimesNative = 1.05;
    const double MostGigabytes = 2;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Reads, describes, fits, and compares with the bare library.</summary>
    /// <param name="mirror">The folder of matches.</param>
    /// <param name="asOf">The last day that is known, or none.</param>
    /// <param name="repeats">Times that each comparison is made.</param>
    /// <param name="tell">Told what is being done.</param>
    public static CostReport Measure(string mirror, DateOnly? asOf, int repeats, Action<string> tell)
    {
        var library = XGBoostLibrary.Load();
        List<Figure> figures = [];
        tell("reading the mirror");
        var history = Timed("read and match the files", () => History.Read(mirror, asOf), figures);

        tell($"describing {history.Matches.Count:N0} matches");
        var set = Timed("feature pass, all matches", () => history.Describe(), figures);
        figures.Add(Scaled(figures[^1], $"feature pass, {MatchesOfTheLimit:N0} matches", (double)MatchesOfTheLimit / set.Count, MostSecondsOfPass));

        var parameters = new TrainingParameters();
        var split = TimeSplit.Of(set.Dates, parameters.Split);
        List<KindModel> models = [];
        var fits = figures.Count;
        foreach (var kind in ModelKinds.All)
        {
            tell($"fitting {kind}");
            if (Timed($"fit {kind}", () => KindFit.Fit(kind, set, split, parameters.Of(kind), _ => { }, CancellationToken.None), figures) is { } fitted)
                models.Add(fitted.Model);
        }

        figures.Add(new(
            "fit every kind", figures.Skip(fits).Sum(figure => figure.Value), "s", MostSecondsOfFits, figures.Skip(fits).Sum(figure => figure.ProcessorSeconds)));
        using (var process = Process.GetCurrentProcess())
            figures.Add(new("memory at most", process.PeakWorkingSet64 / 1e9, "GB", MostGigabytes));

        foreach (var kind in (ReadOnlySpan<string>)[ModelKinds.ResultsOnly, ModelKinds.MarketMemory])
        {
            tell($"comparing the trees of {kind} with the bare library, {repeats} times");
            figures.AddRange(NativeOverhead.Of(kind, set, split, parameters.Of(kind), repeats, MostTimesNative));
        }

        return new(set.Count, set.Features.Length, Environment.ProcessorCount, library.ToString(), figures, Scores(set, split, models));
    }

    /// <summary>Prints a report.</summary>
    /// <returns>1 where a limit is missed, else 0.</returns>
    public static int Print(CostReport report, bool json)
    {
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(report, Json));
        else
        {
            Console.WriteLine($"{report.Matches:N0} matches, {report.Features} features, {report.Processors} processors, XGBoost {report.XGBoost}");
            foreach (var figure in report.Figures)
                Console.WriteLine(
                    $"{(figure.Met ? " " : "!")} {figure.Name,-62} {figure.Value,8:F3} {figure.Unit,-2}  {(figure.Limit is { } limit ? $"at most {limit} {figure.Unit}" : ""),-14}"
                    + (figure.ProcessorSeconds is { } seconds ? $"  processors {seconds:F1} s" : ""));

            Console.WriteLine("Log loss on the newest year:");
            foreach (var (forecaster, loss) in report.LogLoss)
                Console.WriteLine($"  {forecaster,-62} {loss,8:F4}");

            Console.WriteLine(report.Met ? "Every limit is kept." : "A limit is missed: see the lines that begin with !.");
        }

        return report.Met ? 0 : 1;
    }

    static Dictionary<string, double> Scores(TrainingSet set, TimeSplit split, IReadOnlyList<KindModel> models) =>
        Evaluation.Scores(
                set, split.HoldOut, Forecasting.Metrics.Marginals.Of(set.Outcomes.AsSpan(split.Fit)),
                [.. models.Select(model => (model.Kind, KindFit.Forecasts(model, set, split.HoldOut)))])
            .ToDictionary(score => score.Forecaster, score => score.LogLoss);

    static Figure Scaled(Figure figure, string name, double share, double limit) =>
        new(name, figure.Value * share, figure.Unit, limit, figure.ProcessorSeconds * share);

    static T Timed<T>(string name, Func<T> work, List<Figure> figures)
    {
        using var process = Process.GetCurrentProcess();
        var (clock, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var made = work();
        process.Refresh();
        figures.Add(new(name, clock.Elapsed.TotalSeconds, "s", null, (process.TotalProcessorTime - before).TotalSeconds));
        return made;
    }
}
