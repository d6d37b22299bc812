namespace Soccer.Integration.Tests.Scratch;

/// <summary>Sources to test on.</summary>
static class Worlds
{
    /// <summary>One division of twelve clubs over four seasons: 528 matches.</summary>
    public static Dictionary<string, string> Tiny => new() { ["Source__World__Size"] = "Tiny" };

    /// <summary>A day in the tiny world's last season, with a match week after it.</summary>
    public static DateOnly Day { get; } = new(2025, 2, 1);
}
