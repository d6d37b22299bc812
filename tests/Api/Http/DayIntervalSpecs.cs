using Soccer.Api.Scoring;

namespace Soccer.Api.Tests.Http;

/// <summary>How far a mean over matches can be trusted, by hand.</summary>
public sealed class DayIntervalSpecs
{
    static readonly DateOnly First = new(2025, 1, 1);

    [Test]
    public void A_single_day_says_nothing_of_the_spread() =>
        Assert.That(DayInterval.Of([(First, 1), (First, 3)]), Is.EqualTo(new DayInterval(2, null, null, null)));

    [Test]
    public void Matches_of_a_day_count_as_one_block() =>
        // Sums of the deviations −1 and 1: √(2 · 2 / 1) / 4 = .5.
        Assert.That(
            DayInterval.Of([(First, 1), (First, 2), (First.AddDays(1), 2), (First.AddDays(1), 3)]),
            Is.EqualTo(new DayInterval(2, 0.5, null, null)));

    [TestCase(18)]
    [TestCase(19)]
    public void Fewer_than_twenty_days_have_no_interval(int days) =>
        Assert.That(Alternating(days) is { StandardError: > 0, Low: null, High: null });

    [Test]
    public void Twenty_days_have_one()
    {
        var interval = Alternating(20);
        // √(20 · 20 / 19) / 20; Student's t of 19 degrees of freedom is 2.093.
        Assert.That(interval.StandardError, Is.EqualTo(0.229416));
        Assert.That(interval.High, Is.EqualTo(0.229416 * 2.093).Within(1e-4));
        Assert.That(interval.Low, Is.EqualTo(-interval.High));
    }

    static DayInterval Alternating(int days) => DayInterval.Of([.. Enumerable.Range(0, days).Select(day => (First.AddDays(day), day % 2 == 0 ? 1d : -1d))]);
}
