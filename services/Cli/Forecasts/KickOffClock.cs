using System.CommandLine;
using System.Globalization;
using Soccer.Forecasting;

namespace Soccer.Cli.Forecasts;

/// <summary>The clock by which a table shows kick-offs.</summary>
/// <param name="Name">As the head of the column has it.</param>
/// <param name="Zone">The time zone.</param>
sealed record KickOffClock(string Name, TimeZoneInfo Zone)
{
    static readonly Option<bool> Utc = new("--utc") { Description = "Kick-offs of a table in UTC. UK time if left out. --csv and --json have kickOffAt, always in UTC." };
    static readonly Option<bool> Local = new("--local") { Description = "Kick-offs of a table in this machine's time zone." };

    /// <summary>UK time, in which the source has them.</summary>
    public static KickOffClock Uk { get; } = new("UK", London.Zone);

    /// <summary>The options that choose one.</summary>
    public static IReadOnlyList<Option> Options => [Utc, Local];

    /// <summary>The clock that the options choose.</summary>
    public static KickOffClock Of(ParseResult parsed) => (parsed.GetValue(Utc), parsed.GetValue(Local)) switch
    {
        (true, true) => throw new ExitException(Exit.Usage, "--utc and --local are two clocks: leave one of them out"),
        (true, _) => new("UTC", TimeZoneInfo.Utc),
        (_, true) => new("local", TimeZoneInfo.Local),
        _ => Uk,
    };

    /// <summary>The sentence about a match that has kicked off.</summary>
    /// <param name="date">The day of the match in the United Kingdom.</param>
    /// <param name="kickOff">The time there; null if it is unknown.</param>
    public static string KickedOff(DateOnly date, TimeOnly? kickOff) => kickOff is { } time
        ? FormattableString.Invariant($"kicked off {date:yyyy-MM-dd} {time:HH:mm} UK; this is the last forecast sealed before it")
        : FormattableString.Invariant($"played on {date:yyyy-MM-dd}, kick-off time unknown; this is the last forecast sealed before that day");

    /// <summary>Day and time; the day alone if the time is unknown.</summary>
    public string TextOf(FixtureView match) => match.Instant is { } instant
        ? TimeZoneInfo.ConvertTimeFromUtc(instant, Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : match.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
