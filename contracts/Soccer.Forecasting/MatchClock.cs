namespace Soccer.Forecasting;

/// <summary>The instant that separates the matches to come from those that have begun.</summary>
/// <param name="From">UTC. A match that kicks off at this instant is still to come.</param>
public readonly record struct MatchClock(DateTime From)
{
    /// <summary>The clock of a run.</summary>
    /// <param name="knownThrough">The day through which it knows results.</param>
    /// <param name="forecastFrom">The instant from which it forecasts, UTC; null for the end of that day.</param>
    public static MatchClock Of(DateOnly knownThrough, DateTime? forecastFrom) => new(forecastFrom ?? London.StartOf(knownThrough.AddDays(1)));

    /// <summary>The day in London.</summary>
    public DateOnly Day => London.DayOf(From);

    /// <summary>The time of day in London.</summary>
    public TimeOnly Time => London.TimeOf(From);

    /// <summary>The instant to the second, for people.</summary>
    public DateTime Second => From.AddTicks(-(From.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>The last day of which a match can have begun.</summary>
    public DateOnly LastBegun => London.DayOf(From.AddTicks(-1));

    /// <summary>The later of this clock and another.</summary>
    public MatchClock NotBefore(DateTime utc) => utc > From ? new(utc) : this;

    /// <summary>
    /// Whether a match is certain not to have begun, so that a forecast of it is one. Without a kick-off time it may begin as soon as its
    /// day does.
    /// </summary>
    /// <param name="date">The day of the match.</param>
    /// <param name="kickOff">London time; null where it is unknown.</param>
    public bool IsToCome(DateOnly date, TimeOnly? kickOff) => London.InstantOf(date, kickOff ?? TimeOnly.MinValue) >= From;
}
