using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;

namespace Soccer.Train.Backtesting;

/// <summary>Scores the kinds division by division: forecasts that are calibrated over all matches may be too bold in one division and too timid in another.</summary>
public static class DivisionScoring
{
    static readonly string[] References = [ForecastTable.Opening, ForecastTable.Closing, ForecastTable.Marginals];

    static readonly string[] Order = [.. Division.All.Select(division => division.Code)];

    /// <summary>Every division of a table: those that are published first, in the order of <see cref="Division.All"/>, then others by their code.</summary>
    /// <param name="table">Forecasts of all matches.</param>
    /// <param name="divisions">The matches' divisions, in the table's order.</param>
    public static IEnumerable<BacktestDivision> Of(ForecastTable table, string[] divisions)
    {
        var reference = References.First(name => table.Of(name) is not null);
        return divisions.Index().GroupBy(row => row.Item, row => row.Index)
            .OrderBy(rows => Array.IndexOf(Order, rows.Key) is var at and >= 0 ? at : Order.Length).ThenBy(rows => rows.Key, StringComparer.Ordinal)
            .Select(rows => Scored(rows.Key, table.Choose([.. rows]), reference));
    }

    static BacktestDivision Scored(string code, ForecastTable own, string reference)
    {
        var losses = own.Losses(own.Of(reference)!);
        return new(
            code, Division.Find(code) is { } published ? $"{published.Country}, {published.Name}" : code, own.Days.Length, reference,
            [.. own.Columns.Where(column => !References.Contains(column.Forecaster)).Select(column => Score(column.Forecaster, column.Forecasts, own, losses))]);
    }

    static BacktestDivisionScore Score(string kind, Probabilities[] forecasts, ForecastTable own, double[] reference)
    {
        var losses = own.Losses(forecasts);
        return new(
            kind, losses.Average(), PairedBootstrap.Difference(losses, reference, own.Days, ForecastTable.Seed),
            CalibrationError.Of(forecasts, own.Outcomes), CalibrationFloor.Of(forecasts, ForecastTable.Seed));
    }
}
