using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;

namespace Soccer.DriftCheck;

/// <summary>A forecast whose match has been played on the day it was forecast for.</summary>
public sealed record UnsettledForecast(
    long MatchId, string ModelId, string Kind, int FeatureSetVersion, int OddsVersion, string Division, DateOnly Date, double HomeWin, double Draw, double AwayWin,
    double? MarketHomeWin, double? MarketDraw, double? MarketAwayWin, short HomeGoals, short AwayGoals);

/// <summary>Its scores.</summary>
public sealed record SettledForecast(UnsettledForecast Forecast, Outcome Outcome, double LogLoss, double Rps, double Brier, double? MarketLogLoss);

/// <summary>What settling came to: what the step remembers.</summary>
public sealed record Settled(int Forecasts, int InAll, double? LogLoss);

/// <summary>Scores forecasts by results. Pure.</summary>
public static class Settling
{
    /// <summary>The forecast's scores, and the market's on the same match.</summary>
    public static SettledForecast Score(UnsettledForecast forecast)
    {
        var outcome = new Score(forecast.HomeGoals, forecast.AwayGoals).Outcome;
        var probabilities = new Probabilities(forecast.HomeWin, forecast.Draw, forecast.AwayWin);
        double? market = forecast is { MarketHomeWin: { } home, MarketDraw: { } draw, MarketAwayWin: { } away }
            ? LogLoss.Of(new Probabilities(home, draw, away), outcome)
            : null;
        return new SettledForecast(
            forecast, outcome, LogLoss.Of(probabilities, outcome), RankedProbabilityScore.Of(probabilities, outcome), BrierScore.Of(probabilities, outcome), market);
    }

    /// <summary>
    /// What they come to. Of a match that was forecast several times the newest forecast counts for the log loss, by the kind that knows most: every match once,
    /// however busy its prices.
    /// </summary>
    /// <param name="scored">The forecasts settled now.</param>
    /// <param name="inAll">Forecasts settled so far, with these.</param>
    public static Settled Sum(IReadOnlyCollection<SettledForecast> scored, int inAll)
    {
        var newest = scored
            .GroupBy(score => (score.Forecast.MatchId, score.Forecast.ModelId))
            .Select(match => match.MaxBy(score => (score.Forecast.FeatureSetVersion, score.Forecast.OddsVersion, ModelKinds.All.IndexOf(score.Forecast.Kind)))!.LogLoss)
            .ToList();
        return new Settled(scored.Count, inAll, newest.Count == 0 ? null : newest.Average());
    }
}
