using System.Globalization;

namespace Soccer.Source.World;

/// <summary>A column of a season's file and what a match puts into it.</summary>
public sealed record Column(string Name, Func<SimulatedMatch, string> Value)
{
    /// <summary>A whole number.</summary>
    public static Column Count(string name, Func<SimulatedMatch, int> value) =>
        new(name, m => value(m).ToString(CultureInfo.InvariantCulture));

    /// <summary>A price or handicap, without trailing zeros.</summary>
    public static Column Price(string name, Func<SimulatedMatch, double> value) =>
        new(name, m => value(m).ToString("0.##", CultureInfo.InvariantCulture));

    /// <summary>H, D or A.</summary>
    public static Column Outcome(string name, Func<SimulatedMatch, (int Home, int Away)> score) =>
        new(name, m => score(m) is var (home, away) && home > away ? "H" : home == away ? "D" : "A");
}
