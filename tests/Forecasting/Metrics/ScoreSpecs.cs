using FsCheck;
using FsCheck.Fluent;
using Soccer.Forecasting.Metrics;

namespace Soccer.Forecasting.Tests.Metrics;

public sealed class ScoreSpecs
{
    static readonly Probabilities Forecast = new(0.5, 0.3, 0.2);

    [TestCase(Outcome.HomeWin, 0.693147181)]
    [TestCase(Outcome.Draw, 1.203972804)]
    [TestCase(Outcome.AwayWin, 1.609437912)]
    public void Log_loss_is_minus_the_logarithm_of_what_happened(Outcome outcome, double expected) =>
        Assert.That(LogLoss.Of(Forecast, outcome), Is.EqualTo(expected).Within(1e-9));

    [Test]
    public void A_forecast_that_excluded_what_happened_costs_a_finite_loss() =>
        Assert.That(LogLoss.Of(new(1, 0, 0), Outcome.AwayWin), Is.EqualTo(34.538776395).Within(1e-9));

    // Home: ((.5 − 1)² + (.8 − 1)²)/2 = .145. Draw: (.5² + .2²)/2 = .145. Away: (.5² + .8²)/2 = .445.
    [TestCase(Outcome.HomeWin, 0.145)]
    [TestCase(Outcome.Draw, 0.145)]
    [TestCase(Outcome.AwayWin, 0.445)]
    public void Ranked_probability_score_is_half_the_squared_distance_of_cumulative_probabilities(Outcome outcome, double expected) =>
        Assert.That(RankedProbabilityScore.Of(Forecast, outcome), Is.EqualTo(expected).Within(1e-12));

    // Home: .25 + .09 + .04. Draw: .25 + .49 + .04. Away: .25 + .09 + .64.
    [TestCase(Outcome.HomeWin, 0.38)]
    [TestCase(Outcome.Draw, 0.78)]
    [TestCase(Outcome.AwayWin, 0.98)]
    public void Brier_score_sums_over_the_three_outcomes(Outcome outcome, double expected) =>
        Assert.That(BrierScore.Of(Forecast, outcome), Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void Over_a_sample_each_score_is_the_mean()
    {
        Probabilities[] forecasts = [Forecast, Forecast, new(0.2, 0.2, 0.6), new(0.2, 0.2, 0.6)];
        Outcome[] outcomes = [Outcome.HomeWin, Outcome.AwayWin, Outcome.AwayWin, Outcome.Draw];
        Assert.That(LogLoss.Of(forecasts, outcomes), Is.EqualTo((0.693147181 + 1.609437912 + 0.510825624 + 1.609437912) / 4).Within(1e-9));
        Assert.That(RankedProbabilityScore.Of(forecasts, outcomes), Is.EqualTo((0.145 + 0.445 + 0.1 + 0.2) / 4).Within(1e-12));
        Assert.That(BrierScore.Of(forecasts, outcomes), Is.EqualTo((0.38 + 0.98 + 0.24 + 1.04) / 4).Within(1e-12));
        Assert.That(Accuracy.Of(forecasts, outcomes), Is.EqualTo(0.5));
    }

    [Test]
    public void Refuses_an_empty_sample_and_lengths_that_differ()
    {
        Assert.That(() => LogLoss.Of([], []), Throws.ArgumentException);
        Assert.That(() => BrierScore.Of([Forecast], [Outcome.Draw, Outcome.Draw]), Throws.ArgumentException.With.Message.Contains("1 forecasts and 2 outcomes"));
    }

    [Test]
    public void Marginals_are_the_frequencies() => Assert.That(
        Marginals.Of([Outcome.HomeWin, Outcome.AwayWin, Outcome.HomeWin, Outcome.Draw]), Is.EqualTo(new Probabilities(0.5, 0.25, 0.25)));

    [Test]
    public void No_constant_forecast_beats_the_marginals_of_the_same_sample()
    {
        var outcomes = Gen.Choose(0, 2).Select(i => (Outcome)i).ListOf(12).Select(list => list.ToArray());
        var forecasts = Gen.Choose(1, 100).Three().Select(t => (Total: (double)(t.Item1 + t.Item2 + t.Item3), t)).Select(
            x => new Probabilities(x.t.Item1 / x.Total, x.t.Item2 / x.Total, x.t.Item3 / x.Total));
        Prop.ForAll(outcomes.Zip(forecasts).ToArbitrary(), x =>
        {
            var constant = Enumerable.Repeat(x.Item2, x.Item1.Length).ToArray();
            var marginals = Enumerable.Repeat(Marginals.Of(x.Item1), x.Item1.Length).ToArray();
            return LogLoss.Of(marginals, x.Item1) <= LogLoss.Of(constant, x.Item1) + 1e-12
                && BrierScore.Of(marginals, x.Item1) <= BrierScore.Of(constant, x.Item1) + 1e-12
                && RankedProbabilityScore.Of(marginals, x.Item1) <= RankedProbabilityScore.Of(constant, x.Item1) + 1e-12;
        }).QuickCheckThrowOnFailure();
    }
}
