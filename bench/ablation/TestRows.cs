using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Train;
using Soccer.Train.Backtesting;

namespace Soccer.Bench;

/// <summary>The matches that choices of features are compared on: those of the main divisions in some seasons, each season forecast by what was known before it.</summary>
sealed class TestRows(TrainingSet set, BacktestSeason[] seasons)
{
    readonly int[] all = [.. Enumerable.Range(0, set.Count)];
    readonly (BacktestSeason Season, int At, int Row)[] rows =
        [.. seasons.SelectMany(season => season.Rows.Index().Where(row => set.IsMain(row.Item)).Select(row => (season, row.Index, row.Item)))];

    /// <summary>How many.</summary>
    public int Count => rows.Length;

    /// <summary>Their days.</summary>
    public DateOnly[] Days => [.. rows.Select(row => set.Dates[row.Row])];

    /// <summary>Log loss of how often each outcome happened before.</summary>
    public double Marginals()
    {
        var marginals = seasons.ToDictionary(season => season, season => Forecasting.Metrics.Marginals.Of(set.Outcomes.AsSpan(season.Split.Fit)));
        return rows.Average(row => LogLoss.Of(marginals[row.Season], set.Outcomes[row.Row]));
    }

    /// <summary>Log loss of a choice of features, match by match.</summary>
    public double[] Losses(Variant variant, KindParameters parameters)
    {
        var chosen = set.Choose(all, variant.Columns);
        var forecasts = seasons.ToDictionary(
            season => season, season => SeasonFit.Of(variant.Kind, chosen, season, parameters, TimeProvider.System, _ => { }, CancellationToken.None).Forecasts.Forecasts);
        return [.. rows.Select(row => LogLoss.Of(forecasts[row.Season][row.At]!.Value, set.Outcomes[row.Row]))];
    }
}
