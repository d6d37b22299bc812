using Soccer.DriftCheck;
using Soccer.Forecasting;

namespace Soccer.Services.Tests.Settling;

sealed class ScoreSpecs
{
    // Forecast .5 .3 .2. Log loss: -ln of what happened. RPS: ((.5 - h)² + (.8 - (h + d))²) / 2. Brier: sum of squares.
    [TestCase(2, 1, Outcome.HomeWin, 0.693147180559945, 0.145, 0.38, 0.510825623765991)]
    [TestCase(0, 0, Outcome.Draw, 1.203972804325936, 0.145, 0.78, 1.386294361119891)]
    [TestCase(0, 3, Outcome.AwayWin, 1.609437912434100, 0.445, 0.98, 1.897119984885881)]
    public void Scores_a_forecast_and_the_market_by_the_result(short home, short away, Outcome outcome, double logLoss, double rps, double brier, double market)
    {
        var score = DriftCheck.Settling.Score(Forecast(home, away) with { MarketHomeWin = 0.6, MarketDraw = 0.25, MarketAwayWin = 0.15 });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(score.Outcome, Is.EqualTo(outcome));
            Assert.That(score.LogLoss, Is.EqualTo(logLoss).Within(1e-14));
            Assert.That(score.Rps, Is.EqualTo(rps).Within(1e-14));
            Assert.That(score.Brier, Is.EqualTo(brier).Within(1e-14));
            Assert.That(score.MarketLogLoss, Is.EqualTo(market).Within(1e-14));
        }
    }

    [Test]
    public void Scores_no_market_where_it_was_not_known() => Assert.That(DriftCheck.Settling.Score(Forecast(1, 0)).MarketLogLoss, Is.Null);

    static UnsettledForecast Forecast(short home, short away) => new(1, "m", "results-only", 1, 1, "E0", new(2025, 2, 2), 0.5, 0.3, 0.2, null, null, null, home, away);
}
