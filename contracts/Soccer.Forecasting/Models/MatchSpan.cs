namespace Soccer.Forecasting.Models;

/// <summary>Consecutive matches.</summary>
/// <param name="From">The first match day.</param>
/// <param name="To">The last.</param>
/// <param name="Matches">How many.</param>
public sealed record MatchSpan(DateOnly From, DateOnly To, int Matches)
{
    /// <summary>The span of a part of ascending match days.</summary>
    /// <exception cref="ArgumentException">There is no match in it.</exception>
    public static MatchSpan Of(ReadOnlySpan<DateOnly> days) =>
        days.IsEmpty ? throw new ArgumentException("A span has at least one match.", nameof(days)) : new(days[0], days[^1], days.Length);
}
