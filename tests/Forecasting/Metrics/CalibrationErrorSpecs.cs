using Soccer.Forecasting.Metrics;

namespace Soccer.Forecasting.Tests.Metrics;

public sealed class CalibrationErrorSpecs
{
    [Test]
    public void A_forecast_that_comes_true_as_often_as_it_says_has_no_error()
    {
        // Ten bins of four matches: in each, two home wins, a draw and an away win.
        var forecasts = Enumerable.Repeat(new Probabilities(0.5, 0.25, 0.25), 40).ToArray();
        var outcomes = Enumerable.Range(0, 40).Select(i => (Outcome)Math.Max(0, i % 4 - 1)).ToArray();
        Assert.That(CalibrationError.Of(forecasts, outcomes), Is.EqualTo(0));
    }

    [Test]
    public void Each_bin_counts_by_the_distance_of_its_mean_from_its_frequency()
    {
        // Twenty matches, home .4 in the first half and .6 in the second; home wins: none of the first ten, all of the second. Two matches a bin.
        var forecasts = Enumerable.Range(0, 20).Select(i => i < 10 ? new Probabilities(0.4, 0.3, 0.3) : new Probabilities(0.6, 0.3, 0.1)).ToArray();
        var outcomes = Enumerable.Range(0, 20).Select(i => i < 10 ? Outcome.AwayWin : Outcome.HomeWin).ToArray();
        Assert.That(CalibrationError.Of(forecasts, outcomes, Outcome.HomeWin), Is.EqualTo(0.4).Within(1e-12));
        Assert.That(CalibrationError.Of(forecasts, outcomes, Outcome.Draw), Is.EqualTo(0.3).Within(1e-12));
        Assert.That(CalibrationError.Of(forecasts, outcomes, Outcome.AwayWin), Is.EqualTo((0.7 + 0.1) / 2).Within(1e-12));
        Assert.That(CalibrationError.Of(forecasts, outcomes), Is.EqualTo((0.4 + 0.3 + 0.4) / 3).Within(1e-12));
    }

    [Test]
    public void A_sample_of_fewer_matches_than_bins_has_a_bin_a_match() => Assert.That(
        CalibrationError.Of([new(0.5, 0.3, 0.2), new(0.8, 0.1, 0.1)], [Outcome.Draw, Outcome.HomeWin], Outcome.HomeWin), Is.EqualTo((0.5 + 0.2) / 2).Within(1e-12));
}
