using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;

namespace Soccer.Train.Backtesting;

/// <summary>Several forecasters' forecasts of the same matches, column by column.</summary>
/// <param name="Days">Match days, in any order.</param>
/// <param name="Outcomes">What happened.</param>
/// <param name="Columns">A forecaster's name and its forecasts, in the order in which they are shown.</param>
public sealed record ForecastTable(DateOnly[] Days, Outcome[] Outcomes, (string Forecaster, Probabilities[] Forecasts)[] Columns)
{
    /// <summary>Seeds of all draws: another one moves the ends of intervals, and nothing else.</summary>
    public const int Seed = 20250201;

    public const string Marginals = "class marginals";
    public const string Opening = "market opening";
    public const string Closing = "market closing";

    static readonly string[] References = [Marginals, Opening, Closing];

    /// <summary>The rows at some positions.</summary>
    public ForecastTable Choose(int[] rows) => new(
        [.. rows.Select(row => Days[row])], [.. rows.Select(row => Outcomes[row])],
        [.. Columns.Select(column => (column.Forecaster, (Probabilities[])[.. rows.Select(row => column.Forecasts[row])]))]);

    /// <summary>A forecaster's forecasts, where it is in the table.</summary>
    public Probabilities[]? Of(string forecaster) => Array.Find(Columns, column => column.Forecaster == forecaster).Forecasts;

    /// <summary>A forecaster's log loss, match by match.</summary>
    public double[] Losses(Probabilities[] forecasts) => [.. forecasts.Zip(Outcomes, LogLoss.Of)];

    /// <summary>Every forecaster's scores on all rows.</summary>
    public BacktestSlice Scored(string name)
    {
        var losses = Columns.ToDictionary(column => column.Forecaster, column => Losses(column.Forecasts));
        return new(name, Days.Length, Days.Distinct().Count(), [.. Columns.Select(column => Score(column.Forecaster, column.Forecasts, losses))]);
    }

    BacktestScore Score(string forecaster, Probabilities[] forecasts, Dictionary<string, double[]> losses) => new(
        forecaster, losses[forecaster].Average(), RankedProbabilityScore.Of(forecasts, Outcomes), BrierScore.Of(forecasts, Outcomes),
        Accuracy.Of(forecasts, Outcomes), AreaUnderCurve.Of(forecasts, Outcomes), CalibrationError.Of(forecasts, Outcomes),
        CalibrationFloor.Of(forecasts, Seed), ShareOfTheWay(losses[forecaster], losses),
        [.. References.Where(reference => reference != forecaster && losses.ContainsKey(reference)).Select(reference => new BacktestDifference(
            reference, PairedBootstrap.Difference(losses[forecaster], losses[reference], Days, Seed)))]);

    static double? ShareOfTheWay(double[] own, Dictionary<string, double[]> losses) =>
        losses.TryGetValue(Marginals, out var marginals) && losses.TryGetValue(Closing, out var closing)
            ? (marginals.Average() - own.Average()) / (marginals.Average() - closing.Average())
            : null;
}
