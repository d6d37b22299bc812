using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Soccer.Source.World;

namespace Soccer.Source;

/// <summary>Section <c>Source</c>: what is served, and as of when.</summary>
public sealed class SourceOptions
{
    /// <summary>Folder of a mirror of football-data.co.uk, with mmz4281/ and new/. Empty (the default): a simulated world.</summary>
    public string Mirror { get; set; } = "";

    /// <summary>Where the simulated world is written at start, if it is not there. Only used without a mirror.</summary>
    [Required]
    public string Folder { get; set; } = ".run/world";

    /// <summary>The day at whose end the site stands at start. Default: 1 February in the newest season, when every league has a past and a future.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>
    /// The instant at which the site stands at start, or from which its clock runs, in place of the end of a day. Default: none.
    /// </summary>
    public DateTimeOffset? Clock { get; set; }

    /// <summary>Makes the site's clock run from there on. Default: it stands still.</summary>
    [ValidateObjectMembers]
    public LiveOptions Live { get; set; } = new();

    /// <summary>Days after that day whose matches are listed as fixtures. Default 7, as the publisher does; a competition's list may span months.</summary>
    [Range(1, 365)]
    public int DaysAhead { get; set; } = 7;

    /// <summary>The simulated world.</summary>
    [ValidateObjectMembers]
    public WorldOptions World { get; set; } = new();
}

/// <summary>Section <c>Source:Live</c>: a clock that runs.</summary>
public sealed class LiveOptions
{
    /// <summary>The real time that a day of the site takes, such as 01:00:00. Default: none, the clock stands still.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan? DayLength { get; set; }

    /// <summary>
    /// When the clock began to run, so that a site that is started again goes on where it would be. Default: the start of the process.
    /// </summary>
    public DateTimeOffset? Began { get; set; }
}

/// <summary>Section <c>Source:World</c>: a size, and what differs from it.</summary>
public sealed class WorldOptions
{
    /// <summary>Default (six divisions, eight seasons, about 18,000 matches) or Tiny (one division, four seasons, 528 matches).</summary>
    [AllowedValues("Default", "Tiny", ErrorMessage = "Source:World:Size must be Default or Tiny.")]
    public string Size { get; set; } = "Default";

    /// <summary>The same seed gives the same bytes.</summary>
    public ulong Seed { get; set; } = WorldPlan.Default.Seed;

    /// <summary>The year in which the first season begins; none: the size's own.</summary>
    public int? FirstSeason { get; set; }

    /// <summary>Number of seasons; none: the size's own.</summary>
    public int? Seasons { get; set; }

    /// <summary>
    /// Seasons after these that are still to come, for a clock that runs: what comes before them is the same to the byte.
    /// </summary>
    [Range(0, WorldPlan.MostSeasons)]
    public int SeasonsToCome { get; set; }

    /// <summary>Whether the files have the real data's defects.</summary>
    public bool Dirt { get; set; } = true;

    /// <summary>The plan that these options stand for.</summary>
    public WorldPlan Plan()
    {
        var plan = Size == "Tiny" ? WorldPlan.Tiny : WorldPlan.Default;
        return (plan with { Seed = Seed, FirstSeason = FirstSeason ?? plan.FirstSeason, Seasons = (Seasons ?? plan.Seasons) + SeasonsToCome, Dirt = Dirt }).Checked();
    }

    /// <summary>1 February in the last season that is not to come, when every league has both a past and a future.</summary>
    public DateOnly DefaultAsOf() => new(Plan().LastSeason - SeasonsToCome + 1, 2, 1);
}
