using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Soccer.Forecasting.Tests;

/// <summary>
/// What is to come at an instant, in London, across both changes of its clocks. Instants are hand-made from the published rule: forward
/// on 30 March 2025, back on 26 October 2025, both at 01:00 UTC.
/// </summary>
public sealed class MatchClockSpecs
{
    static readonly DateOnly Saturday = new(2025, 2, 1);

    [TestCase("2025-03-29", "15:00", "2025-03-29T15:00:00Z", TestName = "The_Saturday_before_summer_time_is_UTC")]
    [TestCase("2025-03-30", "15:00", "2025-03-30T14:00:00Z", TestName = "The_Sunday_on_which_it_begins_is_an_hour_ahead")]
    [TestCase("2025-03-30", "01:30", "2025-03-30T01:30:00Z", TestName = "A_time_that_is_skipped_is_an_hour_later")]
    [TestCase("2025-10-25", "15:00", "2025-10-25T14:00:00Z", TestName = "The_Saturday_before_winter_time_is_an_hour_ahead")]
    [TestCase("2025-10-26", "15:00", "2025-10-26T15:00:00Z", TestName = "The_Sunday_on_which_it_begins_is_UTC")]
    [TestCase("2025-10-26", "01:30", "2025-10-26T00:30:00Z", TestName = "Of_two_instants_of_a_time_the_first_counts")]
    [TestCase("2025-10-27", "00:00", "2025-10-27T00:00:00Z", TestName = "The_Monday_after_begins_at_midnight_UTC")]
    public void A_kick_off_is_an_instant(string day, string time, string instant) =>
        Assert.That(London.InstantOf(Day(day), Time(time)), Is.EqualTo(Instant(instant)));

    [TestCase("2025-07-01T22:59:59Z", "2025-07-01")]
    [TestCase("2025-07-01T23:00:00Z", "2025-07-02")]
    [TestCase("2025-12-01T23:59:59Z", "2025-12-01")]
    public void An_instant_is_on_a_day_in_London(string instant, string day) => Assert.That(London.DayOf(Instant(instant)), Is.EqualTo(Day(day)));

    [Test]
    public void Without_an_instant_matches_are_to_come_from_the_day_after_on()
    {
        var clock = MatchClock.Of(Saturday, null);
        Assert.That((clock.From, clock.Day, clock.LastBegun), Is.EqualTo((Instant("2025-02-02T00:00:00Z"), Saturday.AddDays(1), Saturday)));
        Assert.That(clock.IsToCome(Saturday, new(23, 0)), Is.False);
        Assert.That(clock.IsToCome(Saturday.AddDays(1), null), Is.True, "its day has not begun");
    }

    [Test]
    public void In_summer_the_day_after_begins_at_eleven_in_the_evening_UTC() =>
        Assert.That(MatchClock.Of(new(2025, 8, 15), null).From, Is.EqualTo(Instant("2025-08-15T23:00:00Z")));

    [TestCase("07:00", "12:30", true)]
    [TestCase("12:30", "12:30", true)]
    [TestCase("12:31", "12:30", false)]
    [TestCase("16:00", "17:30", true)]
    [TestCase("07:00", null, false)]
    [TestCase("23:59", null, false)]
    public void A_match_of_today_is_to_come_until_it_kicks_off_and_without_a_time_it_may_have_begun(string now, string? kickOff, bool isToCome)
    {
        var clock = MatchClock.Of(Saturday.AddDays(-1), Instant($"2025-02-01T{now}:00Z"));
        Assert.That(clock.IsToCome(Saturday, TimeOrNull(kickOff)), Is.EqualTo(isToCome));
        Assert.That(clock.LastBegun, Is.EqualTo(Saturday));
    }

    [Test]
    public void The_later_of_two_instants_counts()
    {
        var clock = MatchClock.Of(Saturday, null);
        Assert.That(clock.NotBefore(Instant("2025-02-01T12:00:00Z")), Is.EqualTo(clock));
        Assert.That(clock.NotBefore(Instant("2025-02-02T12:00:00Z")).From, Is.EqualTo(Instant("2025-02-02T12:00:00Z")));
    }

    [Test]
    public void Day_and_time_name_the_instant_and_no_match_of_a_day_before_is_to_come() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new System.Random(seed);
            var now = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(525_600));
            var clock = new MatchClock(now);
            var (date, time) = (DateOnly.FromDateTime(now).AddDays(random.Next(-2, 3)), random.Next(4) == 0 ? (TimeOnly?)null : new TimeOnly(random.Next(24), 30));
            return (!clock.IsToCome(date, time) || date >= clock.Day)
                && (London.InstantOf(clock.Day, clock.Time) == now || London.Zone.IsAmbiguousTime(clock.Day.ToDateTime(clock.Time)))
                && London.StartOf(clock.Day) <= now && now < London.StartOf(clock.Day.AddDays(1));
        }).QuickCheckThrowOnFailure();

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    static TimeOnly? TimeOrNull(string? text) => text is null ? null : Time(text);

    static DateTime Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime;
}
