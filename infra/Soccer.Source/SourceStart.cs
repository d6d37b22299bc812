using Soccer.Source.Replay;
using Soccer.Source.World;

namespace Soccer.Source;

/// <summary>What happens once, before the first request.</summary>
public static class SourceStart
{
    /// <summary>The mirror that is served; the simulated world is written first where none is given.</summary>
    public static Mirror Mirror(SourceOptions options)
    {
        if (options.Mirror.Length > 0) return new(options.Mirror);
        WorldFolder.Write(options.World.Plan(), options.Folder);
        return new(options.Folder);
    }

    /// <summary>The clock, and where it begins.</summary>
    public static SourceClock Clock(SourceOptions options, Mirror mirror, TimeProvider time)
    {
        var asOf = options.AsOf ?? (options.Mirror.Length > 0 ? mirror.DefaultAsOf : options.World.DefaultAsOf());
        return new(options.Clock?.UtcDateTime ?? SourceClock.EndOf(asOf), options.Live.DayLength is null ? null : options.Live, time);
    }
}
