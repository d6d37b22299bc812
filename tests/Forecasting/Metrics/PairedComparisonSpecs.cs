using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;

namespace Soccer.Forecasting.Tests.Metrics;

public sealed class PairedComparisonSpecs
{
    static readonly DateOnly First = new(2025, 2, 1);
    static readonly Probabilities Sure = new(0.6, 0.2, 0.2), Unsure = new(0.5, 0.3, 0.2);

    [Test]
    public void A_forecaster_that_is_better_on_every_day_is_better()
    {
        // Two home wins a day: ln .6 − ln .5 = .18232 each, so that every draw of days has the same mean.
        var comparison = Of(20, _ => Sure, _ => Unsure, _ => Outcome.HomeWin);
        Assert.Multiple(() =>
        {
            Assert.That((comparison.Matches, comparison.Days), Is.EqualTo((40, 20)));
            Assert.That((comparison.First, comparison.Second), Is.EqualTo((0.5108256237659907, 0.6931471805599453)).Using<(double, double)>(Close));
            Assert.That(comparison.Difference.Mean, Is.EqualTo(-0.1823215567939546).Within(1e-12));
            Assert.That(comparison.Difference.Low, Is.EqualTo(-0.1823215567939546).Within(1e-12));
            Assert.That(comparison.Difference.High, Is.EqualTo(-0.1823215567939546).Within(1e-12));
            Assert.That(comparison.Verdict, Is.EqualTo(Verdict.Better));
            Assert.That(Of(20, _ => Unsure, _ => Sure, _ => Outcome.HomeWin).Verdict, Is.EqualTo(Verdict.Worse));
        });
    }

    [Test]
    public void On_too_few_days_nothing_is_more_than_luck() =>
        Assert.That(Of(19, _ => Sure, _ => Unsure, _ => Outcome.HomeWin).Verdict, Is.EqualTo(Verdict.NoMoreThanLuck));

    [Test]
    public void Days_that_speak_for_the_one_and_days_that_speak_for_the_other_are_luck()
    {
        // A home win costs the first .18232 less, a draw ln .3 − ln .2 = .40547 more; of each the same number of days.
        var comparison = Of(40, _ => Sure, _ => Unsure, match => match / 2 % 2 == 0 ? Outcome.HomeWin : Outcome.Draw);
        Assert.Multiple(() =>
        {
            Assert.That(comparison.Difference.Mean, Is.EqualTo((0.4054651081081644 - 0.1823215567939546) / 2).Within(1e-12));
            // The mean of 40 draws of .40547 or −.18232 has a standard error of .58779 / 2 / √40 = .0465.
            Assert.That(comparison.Difference.Low, Is.EqualTo(0.1116 - 1.96 * 0.0465).Within(0.01));
            Assert.That(comparison.Difference.High, Is.EqualTo(0.1116 + 1.96 * 0.0465).Within(0.01));
            Assert.That(comparison.Verdict, Is.EqualTo(Verdict.Worse));
        });
        var even = Of(40, match => match / 2 % 2 == 0 ? Sure : Unsure, match => match / 2 % 2 == 0 ? Unsure : Sure, _ => Outcome.HomeWin);
        Assert.Multiple(() =>
        {
            Assert.That(even.Difference.Mean, Is.Zero.Within(1e-12));
            Assert.That(even.Difference.High, Is.EqualTo(1.96 * 0.1823 / Math.Sqrt(40)).Within(0.01));
            Assert.That(even.Verdict, Is.EqualTo(Verdict.NoMoreThanLuck));
        });
    }

    [Test]
    public void Against_itself_a_forecaster_is_no_better() => Assert.That(
        Of(40, _ => Sure, _ => Sure, _ => Outcome.Draw) is { Difference: { Mean: 0, Low: 0, High: 0 }, Verdict: Verdict.NoMoreThanLuck });

    [Test]
    public void More_matches_of_the_same_days_say_no_more_where_they_all_go_the_same_way()
    {
        var few = Of(40, match => match / 2 % 2 == 0 ? Sure : Unsure, match => match / 2 % 2 == 0 ? Unsure : Sure, _ => Outcome.HomeWin);
        var many = Of(40, match => match / 20 % 2 == 0 ? Sure : Unsure, match => match / 20 % 2 == 0 ? Unsure : Sure, _ => Outcome.HomeWin, matchesADay: 20);
        Assert.That(many.Difference.High, Is.EqualTo(few.Difference.High).Within(1e-9));
    }

    [Test]
    public void What_is_not_of_the_same_matches_is_refused() => Assert.Multiple(() =>
    {
        Assert.That(() => PairedComparison.Of([Sure], [Sure, Sure], [Outcome.Draw], [First], 1), Throws.ArgumentException);
        Assert.That(() => PairedComparison.Of([], [], [], [], 1), Throws.ArgumentException);
    });

    static PairedComparison Of(int days, Func<int, Probabilities> first, Func<int, Probabilities> second, Func<int, Outcome> outcome, int matchesADay = 2)
    {
        int[] matches = [.. Enumerable.Range(0, matchesADay * days)];
        return PairedComparison.Of(
            [.. matches.Select(first)], [.. matches.Select(second)], [.. matches.Select(outcome)], [.. matches.Select(match => First.AddDays(match / matchesADay))], 7);
    }

    static bool Close((double, double) one, (double, double) other) => Math.Abs(one.Item1 - other.Item1) < 1e-12 && Math.Abs(one.Item2 - other.Item2) < 1e-12;
}
