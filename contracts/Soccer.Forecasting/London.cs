namespace Soccer.Forecasting;

/// <summary>The clock that match days and kick-offs are given in: Europe/London, UTC in winter and an hour ahead of it in summer.</summary>
public static class London
{
    /// <summary>The time zone.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The day in London at an instant.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The time of day in London at an instant.</summary>
    public static TimeOnly TimeOf(DateTime utc) => TimeOnly.FromDateTime(Local(utc));

    /// <summary>The instant at which a day begins, UTC.</summary>
    public static DateTime StartOf(DateOnly day) => InstantOf(day, TimeOnly.MinValue);

    /// <summary>
    /// The instant of a time of day, UTC. Of the two instants that a time has when the clocks go back, the first; a time that is skipped
    /// when they go forward is an hour later.
    /// </summary>
    public static DateTime InstantOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.IsInvalidTime(local) ? Zone.BaseUtcOffset : Zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
}
