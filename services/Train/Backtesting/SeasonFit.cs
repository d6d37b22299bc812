using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;
using Soccer.Tables.Train;
using Soccer.Train.Experiments;

namespace Soccer.Train.Backtesting;

/// <summary>A kind fitted on what is known before a test season, and what it says of the season.</summary>
/// <param name="Fitted">The fit; none where the kind could not be fitted.</param>
/// <param name="Cost">What it cost.</param>
/// <param name="Forecasts">Of the season's rows; none of those that the kind does not serve.</param>
public sealed record SeasonFit(FittedKind? Fitted, FitCost Cost, MatchForecasts Forecasts)
{
    /// <summary>Fits and forecasts.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="set">The matches.</param>
    /// <param name="season">The season.</param>
    /// <param name="parameters">How to fit.</param>
    /// <param name="time">Measures the fit.</param>
    /// <param name="progress">Told where the fit stands, on the calling thread.</param>
    /// <param name="cancellation">Asked before every round.</param>
    public static SeasonFit Of(
        string kind, TrainingSet set, BacktestSeason season, KindParameters parameters, TimeProvider time, Action<FitProgress> progress, CancellationToken cancellation)
    {
        var (fitted, cost) = FitCost.Of(time, () => KindFit.Fit(kind, set, season.Split, parameters, progress, cancellation));
        return new(
            fitted, cost, new([.. season.Rows.Select(row => set.Matches[row])], [.. season.Rows.Select(row => Forecast(fitted?.Model, set.Row(row)))]));
    }

    /// <summary>The kind's scores on the season: on all matches first, then on the main divisions and on those with odds.</summary>
    public FoldScore[] Judged(TrainingSet set, BacktestSeason season) => Fitted is null
        ? []
        : Experiment.JudgedOn(
            Fitted.Model.Kind, season.Name, MatchSpan.Of([.. season.Rows.Select(row => set.Dates[row])]),
            Evaluation.Scores(set, season.Rows, Marginals.Of(set.Outcomes.AsSpan(season.Split.Fit)), [(Fitted.Model.Kind, Forecasts.Forecasts)]));

    static Probabilities? Forecast(KindModel? model, ReadOnlySpan<float> row) => model is not null && model.Serves(row) ? model.Predict(row) : null;
}
