using System.Globalization;

namespace Soccer.Csv;

/// <summary>Goals, and what stands in their place where a match has none.</summary>
public static class ScoreCell
{
    static readonly string[] Empty = ["", "-", "NA", "N/A", "NAN", "NULL", "NONE", "?"];
    static readonly string[] Marks =
    [
        "P", "PP", "POSTP", "POSTPONED", "CANC", "CANCELLED", "CANCELED", "ABD", "ABAN", "ABANDONED", "AWD", "AWARDED", "SUSP", "SUSPENDED",
        "WO", "W/O",
    ];

    /// <summary>Whether a cell marks a missing figure: empty, -, NA, NaN, null and the like.</summary>
    public static bool IsEmpty(ReadOnlySpan<char> cell) => IsOneOf(Empty, cell);

    /// <summary>Whether a cell says that the match was postponed, cancelled, abandoned or awarded: P, PP, Postp, Canc, Abd, Awd.</summary>
    public static bool IsNotPlayed(ReadOnlySpan<char> cell) => IsOneOf(Marks, cell.TrimEnd('.'));

    /// <summary>The most goals of one team that are no mistake.</summary>
    public const int MostGoals = 30;

    /// <summary>A team's goals, 0 to <see cref="MostGoals"/>; null for anything else.</summary>
    public static int? Goals(ReadOnlySpan<char> cell) => Number(cell) is { } goals and <= MostGoals ? goals : null;

    /// <summary>
    /// A whole number: 2, also written 2.0 or 2,0, as by programs for which a column with gaps is no integer. Null for 2.5.
    /// </summary>
    public static int? Number(ReadOnlySpan<char> cell)
    {
        var point = cell.IndexOfAny('.', ',');
        if (point > 0 && point < cell.Length - 1 && cell[(point + 1)..].IndexOfAnyExcept('0') < 0)
            cell = cell[..point];
        return int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The goals of a score in one cell: 2-1, 2:1, 2–1. Null for anything else.</summary>
    public static (int Home, int Away)? Pair(ReadOnlySpan<char> cell)
    {
        var middle = cell.IndexOfAny('-', ':', '\u2013');
        if (middle <= 0 || Goals(cell[..middle].Trim()) is not { } home || Goals(cell[(middle + 1)..].Trim()) is not { } away)
            return null;
        return (home, away);
    }

    static bool IsOneOf(string[] words, ReadOnlySpan<char> cell)
    {
        foreach (var word in words)
        {
            if (cell.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
