using System.Runtime.InteropServices;
using Soccer.Csv;
using Soccer.Validate.Matching;

namespace Soccer.Validate.Reading;

/// <summary>Reads the odds of a file's rows into one list; a match knows its own part of it.</summary>
public sealed class OddsReader(IReadOnlyList<OddsColumns> columns, Tally tally)
{
    readonly List<CanonicalOdds> odds = [];

    /// <summary>How many rows of odds have been read.</summary>
    public int Count => odds.Count;

    /// <summary>What has been read since there were some.</summary>
    public ReadOnlySpan<CanonicalOdds> Since(int count) => CollectionsMarshal.AsSpan(odds)[count..];

    /// <summary>All that has been read, without spare room.</summary>
    public CanonicalOdds[] ToArray() => [.. odds];

    /// <summary>Reads every market of a row, in the order of bookmaker, phase and market. What can't be right is left out and counted.</summary>
    public void Read(CsvReader row)
    {
        foreach (var market in columns)
        {
            var first = row[market.First];
            var second = row[market.Second];
            var third = market.Third < 0 ? [] : row[market.Third];
            if (first.IsEmpty && second.IsEmpty && third.IsEmpty)
                continue;
            if (first.IsEmpty || second.IsEmpty || (market.Third >= 0 && third.IsEmpty))
            {
                tally.Add("odds dropped: partial");
                continue;
            }
            var line = market.Line < 0 ? float.NaN : OddsRules.Line(row[market.Line], row.Separator);
            var read = new CanonicalOdds(
                market.Bookmaker, market.Phase, market.Market, line,
                OddsRules.Price(first), OddsRules.Price(second), OddsRules.Price(third));
            if (OddsRules.Defect(read) is { } defect)
                tally.Add("odds dropped: " + defect);
            else
                odds.Add(read);
        }
    }
}
