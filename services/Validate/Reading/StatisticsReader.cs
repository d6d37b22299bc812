using Soccer.Csv;
using Soccer.Forecasting;

namespace Soccer.Validate.Reading;

/// <summary>Reads what the two teams did. A figure that can't be right is left out and counted; the match stays.</summary>
public static class StatisticsReader
{
    /// <summary>The most of each that is no typing error; the source's highest are 46 shots, 31 on target, 26 corners, 48 fouls, 11 yellows, 4 reds.</summary>
    static readonly (string Name, int Most)[] Limits =
        [("shots", 60), ("shots on target", 40), ("corners", 30), ("fouls", 60), ("yellows", 14), ("reds", 5)];

    /// <summary>The home team's figures and the away team's; none where the row has not a single one of a team.</summary>
    public static (TeamStatistics? Home, TeamStatistics? Away) Read(CsvReader row, IReadOnlyList<int> columns, Tally tally) =>
        (Team(row, columns, 0, tally), Team(row, columns, 1, tally));

    static TeamStatistics? Team(CsvReader row, IReadOnlyList<int> columns, int team, Tally tally)
    {
        Span<short?> figures = stackalloc short?[Limits.Length];
        var any = false;
        for (var figure = 0; figure < Limits.Length; figure++)
        {
            figures[figure] = Figure(row[columns[2 * figure + team]], Limits[figure], tally);
            any |= figures[figure] is not null;
        }
        if (figures[1] > figures[0])
        {
            tally.Add("statistics dropped: more shots on target than shots", 2);
            (figures[0], figures[1]) = (null, null);
        }
        return any ? new TeamStatistics(figures[0], figures[1], figures[2], figures[3], figures[4], figures[5]) : null;
    }

    static short? Figure(ReadOnlySpan<char> cell, (string Name, int Most) limit, Tally tally)
    {
        if (ScoreCell.IsEmpty(cell))
            return null;
        if (ScoreCell.Number(cell) is { } number && number <= limit.Most)
            return (short)number;
        tally.Add("statistics dropped: " + limit.Name);
        return null;
    }
}
