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
        // Sums of the deviations −1 and 1: √(2 · 2 / 1) / 4 = .5; t of one degree of freedom 12.706.
        Assert.That(
            DayInterval.Of([(First, 1), (First, 2), (First.AddDays(1), 2), (First.AddDays(1), 3)]),
            Is.EqualTo(new DayInterval(2, 0.5, -4.353, 8.353)));

    [Test]
    public void Many_days_have_a_narrower_interval()
    {
        var interval = DayInterval.Of([.. Enumerable.Range(0, 12).Select(day => (First.AddDays(day), day % 2 == 0 ? 1d : -1d))]);
        Assert.That(interval.StandardError, Is.EqualTo(0.301511));
        // Student's t of 11 degrees of freedom is 2.201.
        Assert.That(interval.High, Is.EqualTo(0.301511 * 2.201).Within(1e-3));
        Assert.That(interval.Low, Is.EqualTo(-interval.High));
    }
}
