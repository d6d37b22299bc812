using Soccer.Csv;

namespace Soccer.Validate.Reading;

/// <summary>Where a file's header has each field; an index below zero is no column.</summary>
public sealed record Columns
{
    static readonly string[] StatisticNames = ["HS", "AS", "HST", "AST", "HC", "AC", "HF", "AF", "HY", "AY", "HR", "AR"];

    public required int Division { get; init; }

    public required int Country { get; init; }

    public required int League { get; init; }

    public required int Season { get; init; }

    public required int Date { get; init; }

    public required int Time { get; init; }

    public required int Home { get; init; }

    public required int Away { get; init; }

    public required int HomeGoals { get; init; }

    public required int AwayGoals { get; init; }

    public required int Result { get; init; }

    public required int HalfTimeHomeGoals { get; init; }

    public required int HalfTimeAwayGoals { get; init; }

    /// <summary>Shots, shots on target, corners, fouls, yellows, reds: home and away in turn.</summary>
    public required IReadOnlyList<int> Statistics { get; init; }

    /// <summary>Every market in the header.</summary>
    public required IReadOnlyList<OddsColumns> Odds { get; init; }

    /// <summary>Named columns that nothing reads: referee, attendance, woodwork, the number of bookmakers behind an average.</summary>
    public required IReadOnlyList<string> Unused { get; init; }

    /// <summary>The fields of a header.</summary>
    public static Columns Of(Header header)
    {
        var used = new HashSet<int>();
        var odds = OddsColumns.Find(header.Columns);
        foreach (var market in odds)
            used.UnionWith([market.Line, market.First, market.Second, market.Third]);
        var columns = new Columns
        {
            Division = At("Div"),
            Country = At("Country"),
            League = At("League"),
            Season = At("Season"),
            Date = At("Date"),
            Time = At("Time"),
            Home = At(Header.HomeTeam),
            Away = At(Header.AwayTeam),
            HomeGoals = At(Header.HomeGoals),
            AwayGoals = At(Header.AwayGoals),
            Result = At("FTR", "Res"),
            HalfTimeHomeGoals = At("HTHG"),
            HalfTimeAwayGoals = At("HTAG"),
            Statistics = [.. StatisticNames.Select(name => At(name))],
            Odds = odds,
            Unused = [],
        };
        return columns with { Unused = [.. header.Columns.Where(name => !used.Contains(name.Value)).Select(name => name.Key)] };

        int At(params ReadOnlySpan<string> candidates)
        {
            var index = header.Find(candidates);
            if (index >= 0)
                used.Add(index);
            return index;
        }
    }
}
