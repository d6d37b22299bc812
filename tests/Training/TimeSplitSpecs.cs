using FsCheck;
using FsCheck.Fluent;
using Soccer.Train;

namespace Soccer.Training.Tests;

public sealed class TimeSplitSpecs
{
    // A match each day from 1993-08-01 to 2025-02-01.
    static readonly DateOnly First = new(1993, 8, 1);
    static readonly DateOnly Last = new(2025, 2, 1);
    static readonly DateOnly[] Daily = [.. Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays)];

    [Test]
    public void A_long_history_is_cut_at_the_years_that_were_asked()
    {
        var boundaries = TimeSplit.Of(Daily, new() { WarmUpYears = 9 }).Boundaries(Daily);
        Assert.Multiple(() =>
        {
            Assert.That((boundaries.FitFrom, boundaries.FitTo), Is.EqualTo((new DateOnly(2002, 8, 1), new DateOnly(2023, 2, 2))));
            Assert.That((boundaries.StopFrom, boundaries.StopTo, boundaries.StopRows), Is.EqualTo((new DateOnly(2023, 2, 3), new DateOnly(2024, 2, 2), 365)));
            Assert.That((boundaries.HoldOutFrom, boundaries.HoldOutTo, boundaries.HoldOutRows), Is.EqualTo((new DateOnly(2024, 2, 3), Last, 365)));
            Assert.That(boundaries.FitRows, Is.EqualTo(new DateOnly(2023, 2, 3).DayNumber - new DateOnly(2002, 8, 1).DayNumber));
        });
    }

    [Test]
    public void The_warm_up_takes_at_most_a_third_of_the_days_before_the_stop_part()
    {
        // 10,778 days before 2023-02-03, a third of them 3,592.
        Assert.That(TimeSplit.Of(Daily, new() { WarmUpYears = 12 }).Boundaries(Daily).FitFrom, Is.EqualTo(First.AddDays(3592)));
    }

    [Test]
    public void A_short_history_shortens_every_part()
    {
        // 1,000 days: 200 held out, 200 to stop, of the other 600 a third to warm up.
        var split = TimeSplit.Of(Daily.AsSpan(0, 1000), new());
        Assert.That((split.Fit, split.Stop, split.HoldOut), Is.EqualTo((200..600, 600..800, 800..1000)));
    }

    [Test]
    public void The_matches_of_a_day_stay_together()
    {
        // Ten matches every seventh day, 58 days of play over 400 days: 80 held out, 80 to stop, 80 of the other 240 to warm up.
        DateOnly[] dates = [.. Enumerable.Range(0, 580).Select(match => First.AddDays(7 * (match / 10)))];
        var boundaries = TimeSplit.Of(dates, new()).Boundaries(dates);
        Assert.Multiple(() =>
        {
            // Days 0 to 399; hold-out from day 320, stop from day 240, fit from day 80: the match days from there on are 322, 245 and 84.
            Assert.That(boundaries.HoldOutFrom, Is.EqualTo(First.AddDays(322)));
            Assert.That(boundaries.StopTo, Is.EqualTo(First.AddDays(315)));
            Assert.That(boundaries.StopFrom, Is.EqualTo(First.AddDays(245)));
            Assert.That(boundaries.FitTo, Is.EqualTo(First.AddDays(238)));
            Assert.That(boundaries.FitFrom, Is.EqualTo(First.AddDays(84)));
            Assert.That((boundaries.FitRows, boundaries.StopRows, boundaries.HoldOutRows), Is.EqualTo((230, 110, 120)));
        });
    }

    [Test]
    public void Given_days_are_where_it_is_cut_and_the_warm_up_is_cut_alike()
    {
        // 10,500 days before 2022-05-01, a third of them 3,500; nine years are fewer.
        var (stop, holdOut) = (new DateOnly(2022, 5, 1), new DateOnly(2023, 7, 1));
        Assert.Multiple(() =>
        {
            Assert.That(Daily[TimeSplit.At(Daily, stop, holdOut, 12).Fit.Start], Is.EqualTo(First.AddDays(3500)));
            Assert.That(Daily[TimeSplit.At(Daily, stop, holdOut, 9).Fit.Start], Is.EqualTo(First.AddYears(9)));
            Assert.That((Daily[TimeSplit.At(Daily, stop, holdOut, 9).Stop][0], Daily[TimeSplit.At(Daily, stop, holdOut, 9).Stop][^1]), Is.EqualTo((stop, holdOut.AddDays(-1))));
            Assert.That(TimeSplit.At(Daily, First.AddDays(-30), First.AddDays(10), 12), Is.EqualTo(new TimeSplit(0..0, 0..10, 10..Daily.Length)), "nothing before it to fit");
        });
    }

    [Test]
    public void Parts_follow_each_other_and_share_no_day() => Prop.ForAll(
        Gen.Choose(0, 3000).ListOf(500).ToArbitrary(),
        days =>
        {
            DateOnly[] dates = [.. days.Order().Select(First.AddDays)];
            var split = TimeSplit.Of(dates, new());
            return split.Fit.End.Equals(split.Stop.Start) && split.Stop.End.Equals(split.HoldOut.Start) && split.HoldOut.End.Value == dates.Length
                && dates[split.Stop.Start.Value - 1] < dates[split.Stop.Start.Value] && dates[split.HoldOut.Start.Value - 1] < dates[split.HoldOut.Start.Value];
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Too_few_matches_are_refused_with_what_each_part_would_have() => Assert.That(
        () => TimeSplit.Of(Daily.AsSpan(0, 60), new()),
        Throws.ArgumentException.With.Message.StartsWith("60 matches from 1993-08-01 to 1993-09-29 make parts of 24 to fit, 12 to stop and 12 held out; each needs 20."));

    [Test]
    public void No_match_is_refused() => Assert.That(() => TimeSplit.Of([], new()), Throws.ArgumentException.With.Message.Contains("no played match"));
}
