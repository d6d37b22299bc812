using Soccer.Forecasting.Metrics;

namespace Soccer.Forecasting.Tests.Metrics;

/// <summary>
/// Figures by an independent computation with linear algebra: least squares, and the sandwich of Liang and Zeger with days as clusters,
/// times 3 / 2 for three of them.
/// </summary>
public sealed class ClaimedEdgesSpecs
{
    static readonly DateOnly Day = new(2025, 2, 1);

    static readonly EdgeBet[] Bets =
    [
        new(Day, 0.005, -1), new(Day, 0.04, 1.5), new(Day, 0.10, -1), new(Day.AddDays(1), 0.015, 1.2), new(Day.AddDays(1), 0.20, 3), new(Day.AddDays(2), 0.025, -1),
    ];

    [Test]
    public void Claimed_realised_and_their_standard_error()
    {
        var record = ClaimedEdges.Of(Bets)!;
        Assert.That((record.Bets, record.Days), Is.EqualTo((6, 3)));
        Assert.That(record.Claimed, Is.EqualTo(0.06416666666666668).Within(1e-12));
        Equal(record.Realised, new(0.45, -1.1709249743805497, 2.07092497438055));
        Assert.That(record.StandardError, Is.EqualTo(0.8053200206428175).Within(1e-12));
    }

    [Test]
    public void The_slope_of_gain_on_claim() => Equal(ClaimedEdges.Of(Bets)!.Slope!.Value, new(13.49437359339835, 6.701666672965307, 20.287080513831395));

    [Test]
    public void Buckets_hold_each_bet_once_and_empty_ones_are_left_out()
    {
        var buckets = ClaimedEdges.Of(Bets)!.Buckets;
        Assert.That(buckets.Select(bucket => (bucket.From, bucket.To, bucket.Bets)), Is.EqualTo(new[]
        {
            (0, 0.01, 1), (0.01, 0.02, 1), (0.02, 0.03, 1), (0.03, (double?)0.05, 1), (0.08, 0.12, 1), (0.12, null, 1),
        }));
        Assert.That((buckets[^1].Claimed, buckets[^1].Realised, buckets[^1].Range), Is.EqualTo((0.20, 3d, (Interval?)null)), "one day says nothing of an error");
    }

    [Test]
    public void Without_a_bet_there_is_no_record_and_where_all_claim_the_same_no_slope()
    {
        Assert.That(ClaimedEdges.Of([]), Is.Null);
        Assert.That(ClaimedEdges.Of([new(Day, 0.02, 1), new(Day, 0.03, -1)]), Is.Null, "one day is one draw");
        Assert.That(ClaimedEdges.Of([new(Day, 0.02, 1), new(Day.AddDays(1), 0.02, -1)])!.Slope, Is.Null);
    }

    // Bets of a true edge of 4% at even odds and of 8% at odds of 3, 40 a day for 50 days, 200 times over: 95% of the intervals should
    // hold the truth, and 95.0 ± 3 · 1.5 may.
    [Test]
    public void Where_claims_are_right_ninety_five_of_a_hundred_intervals_say_so()
    {
        var records = Enumerable.Range(0, 200).Select(seed =>
        {
            var random = new Random(seed);
            return ClaimedEdges.Of([.. Enumerable.Range(0, 2000).Select(bet =>
            {
                var (odds, claimed) = bet % 2 == 0 ? (2d, 0.04) : (3d, 0.08);
                return new EdgeBet(Day.AddDays(bet / 40), claimed, random.NextDouble() < (1 + claimed) / odds ? odds - 1 : -1);
            })])!;
        }).ToList();
        Assert.That(records.Count(record => Math.Abs(record.Realised.Mean - record.Claimed) <= 1.96 * record.StandardError) / 2d, Is.InRange(90.5, 99.5));
        Assert.That(records.Count(record => record.Slope is { Low: <= 1, High: >= 1 }) / 2d, Is.InRange(90.5, 99.5));
    }

    static void Equal(Interval actual, Interval expected) =>
        Assert.That(new[] { actual.Mean, actual.Low, actual.High }, Is.EqualTo(new[] { expected.Mean, expected.Low, expected.High }).Within(1e-9));
}
