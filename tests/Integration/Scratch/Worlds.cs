using Soccer.Source.World;

namespace Soccer.Integration.Tests.Scratch;

/// <summary>Sources to test on.</summary>
static class Worlds
{
    /// <summary>One division of twelve clubs over four seasons: 528 matches.</summary>
    public static Dictionary<string, string> Tiny => new() { ["Source__World__Size"] = "Tiny" };

    /// <summary>
    /// How Train fits on so few matches: with fewer and larger steps, since a test asks what becomes of a fit and not how good it is, and with one thread, since threads of several services that
    /// wait for each other on two cores are slower than one.
    /// </summary>
    public static Dictionary<string, string> QuickTraining { get; } = new(
        from kind in new[] { "ResultsOnly", "MarketMemory", "MarketAware" }
        from setting in new[] { ("LearningRate", "0.2"), ("Patience", "10"), ("Threads", "1") }
        select KeyValuePair.Create($"Train__Parameters__{kind}__Boosting__{setting.Item1}", setting.Item2));

    /// <summary>A day in the tiny world's last season, with a match week after it.</summary>
    public static DateOnly Day { get; } = new(2025, 2, 1);

    /// <summary>The rounds of the tiny world's last season.</summary>
    public static IReadOnlyList<DateOnly> Rounds { get; } =
        [.. SeasonCalendar.Rounds(WorldPlan.Tiny.LastSeason, WorldPlan.Tiny.Countries[0].Divisions[0].Rounds, calendarYear: false).Select(round => round.Day)];

    /// <summary>The day of the last of them.</summary>
    public static DateOnly LastDay => Rounds[^1];
}
