using Soccer.Forecasting.Metrics;

namespace Soccer.Forecasting.Tests.Metrics;

public sealed class ReliabilitySpecs
{
    [Test]
    public void A_bin_has_its_mean_forecast_and_its_frequency_with_wilsons_interval()
    {
        // Ten bins of four matches with one home win each. Wilson for 1 of 4: .0456 to .6994.
        var forecasts = Enumerable.Range(0, 40).Select(i => new Probabilities(0.2 + i / 100d, 0.3, 0.5 - i / 100d)).ToArray();
        var outcomes = Enumerable.Range(0, 40).Select(i => i % 4 == 0 ? Outcome.HomeWin : Outcome.Draw).ToArray();
        var bins = Reliability.Of(forecasts, outcomes, Outcome.HomeWin);
        Assert.Multiple(() =>
        {
            Assert.That(bins, Has.Length.EqualTo(10));
            Assert.That(bins.Select(bin => bin.Matches), Is.All.EqualTo(4));
            Assert.That(bins[0].Forecast, Is.EqualTo(0.215).Within(1e-12));
            Assert.That(bins[9].Forecast, Is.EqualTo(0.575).Within(1e-12));
            Assert.That(bins[3].Frequency, Is.EqualTo(0.25));
            Assert.That(bins[3].Low, Is.EqualTo(0.0456).Within(5e-5));
            Assert.That(bins[3].High, Is.EqualTo(0.6994).Within(5e-5));
        });
    }

    [Test]
    public void Weighted_by_their_matches_the_bins_distances_are_the_calibration_error()
    {
        var random = new Random(5);
        var forecasts = Enumerable.Range(0, 73).Select(_ => new Probabilities(random.NextDouble(), 0, 0)).ToArray();
        var outcomes = Enumerable.Range(0, 73).Select(_ => (Outcome)random.Next(3)).ToArray();
        var error = Reliability.Of(forecasts, outcomes, Outcome.HomeWin).Sum(bin => bin.Matches * Math.Abs(bin.Forecast - bin.Frequency)) / 73;
        Assert.That(error, Is.EqualTo(CalibrationError.Of(forecasts, outcomes, Outcome.HomeWin)).Within(1e-12));
    }
}
