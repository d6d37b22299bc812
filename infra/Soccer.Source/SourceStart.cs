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
        WorldFolder.Write(options.Live.DayLength is null ? options.World.Plan() : options.World.LivePlan(), options.Folder);
        return new(options.Folder);
    }

    /// <summary>The clock, and where it begins. A world that lives on begins where the same world would stand still.</summary>
    public static SourceClock Clock(SourceOptions options, Mirror mirror, TimeProvider time)
    {
        if (options.Live.DayLength is null)
            return new(options.AsOf ?? mirror.DefaultAsOf, null, time);
        return new(options.AsOf ?? (options.Mirror.Length > 0 ? mirror.DefaultAsOf : new DateOnly(options.World.Plan().LastSeason + 1, 2, 1)), options.Live, time);
    }
}
