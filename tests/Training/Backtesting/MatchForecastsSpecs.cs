using Soccer.Forecasting;
using Soccer.Tables.Train;
using Soccer.Train;
using Soccer.Train.Backtesting;

namespace Soccer.Training.Tests.Backtesting;

public sealed class MatchForecastsSpecs
{
    [Test]
    public void Its_bytes_read_back_to_the_last_bit()
    {
        var forecasts = new MatchForecasts([7, long.MaxValue, 9], [new(0.1 + 0.2, 1 / 3d, 0.3), null, new(1, 0, 0)]);
        var read = MatchForecasts.Read(forecasts.Write());
        Assert.Multiple(() =>
        {
            Assert.That(read.Matches, Is.EqualTo(forecasts.Matches));
            Assert.That(read.Forecasts, Is.EqualTo(forecasts.Forecasts));
            Assert.That(read.ByMatch().Keys, Is.EqualTo((long[])[7, 9]), "one without a forecast is left out");
        });
    }

    [Test]
    public void A_kind_that_has_nothing_to_say_lets_the_one_before_it_speak()
    {
        var season = new BacktestSeason(2023, new TimeSplit(0..0, 0..0, 0..0), [4, 6]);
        Probabilities first = new(0.5, 0.3, 0.2), second = new(0.4, 0.3, 0.3), own = new(0.6, 0.2, 0.2);
        var served = KindForecasts.Served([season],
        [
            ("results-only", [new([40, 60], [first, second])]),
            ("market-memory", [new([40, 60], [null, null])]),
            ("market-aware", [new([40, 60], [own, null])]),
        ]);
        Assert.Multiple(() =>
        {
            Assert.That(served.Select(kind => kind.Kind), Is.EqualTo((string[])["results-only", "market-aware"]), "a kind that never speaks is left out");
            Assert.That(served[1].Forecasts[4], Is.EqualTo(own));
            Assert.That(served[1].Forecasts[6], Is.EqualTo(second));
        });
    }
}
