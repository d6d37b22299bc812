using Soccer.Forecasting;
using Soccer.Forecasting.Models;

namespace Soccer.Train.Backtesting;

/// <summary>Fits a kind on what is known before a test season, and forecasts it.</summary>
public static class SeasonFit
{
    /// <summary>The forecasts of a season's rows; none of those that the kind does not serve.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="set">The matches.</param>
    /// <param name="season">The season.</param>
    /// <param name="parameters">How to fit.</param>
    /// <param name="progress">Told where the fit stands, on the calling thread.</param>
    /// <param name="cancellation">Asked before every round.</param>
    public static SeasonForecasts Forecasts(
        string kind, TrainingSet set, BacktestSeason season, KindParameters parameters, Action<FitProgress> progress, CancellationToken cancellation)
    {
        var model = KindFit.Fit(kind, set, season.Split, parameters, progress, cancellation);
        return new([.. season.Rows.Select(row => set.Matches[row])], [.. season.Rows.Select(row => Forecast(model, set.Row(row)))]);
    }

    static Probabilities? Forecast(KindModel? model, ReadOnlySpan<float> row) => model is not null && model.Serves(row) ? model.Predict(row) : null;
}
