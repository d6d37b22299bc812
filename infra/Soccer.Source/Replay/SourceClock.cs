namespace Soccer.Source.Replay;

/// <summary>
/// The instant at which the site stands. It stands still, usually at the end of a day, until it is moved; or it runs, each day in a given
/// time. Results of a day are on the
/// site when the day has ended in London.
/// </summary>
public sealed class SourceClock
{
    static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    readonly TimeProvider time;
    readonly LiveOptions? live;
    readonly DateTimeOffset began;
    long ticks;

    /// <param name="utc">The instant at which it stands, or starts to run.</param>
    /// <param name="live">How it runs; null to stand still.</param>
    /// <param name="time">The real clock.</param>
    public SourceClock(DateTime utc, LiveOptions? live, TimeProvider time)
    {
        (this.time, this.live, ticks) = (time, live, utc.Ticks);
        began = live?.Began ?? time.GetUtcNow();
    }

    /// <summary>Whether it runs by itself; then it can't be moved.</summary>
    public bool IsLive => live is not null;

    /// <summary>The instant, UTC.</summary>
    public DateTime Now
    {
        get
        {
            var start = new DateTime(Interlocked.Read(ref ticks), DateTimeKind.Utc);
            return live is null ? start : start + (time.GetUtcNow() - began) * (TimeSpan.FromDays(1) / live.DayLength!.Value);
        }
    }

    /// <summary>Moves a clock that stands still.</summary>
    public void MoveTo(DateTime utc) => Interlocked.Exchange(ref ticks, utc.Ticks);

    /// <summary>The end of a day in London, UTC.</summary>
    public static DateTime EndOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue), London);

    /// <summary>The last day that has ended at an instant: its results are the newest on the site.</summary>
    public static DateOnly DayBefore(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, London)).AddDays(-1);
}
