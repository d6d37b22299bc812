using Soccer.Csv;
using Soccer.Forecasting;
using Soccer.Validate.Matching;

namespace Soccer.Validate.Reading;

/// <summary>A row of a file that can be right. What it means among all files is decided later.</summary>
public sealed record SourceRow
{
    public required SourceFile File { get; init; }

    /// <summary>Physical line, from 1.</summary>
    public required int Line { get; init; }

    public required Division Division { get; init; }

    /// <summary>The year in which the season began; none in files of coming matches, whose season follows from the results.</summary>
    public int? Season { get; init; }

    /// <summary>Whether the season is named by two years (2012/2013); known in the files of countries with one league.</summary>
    public bool SpansTwoYears { get; init; }

    public required DateOnly Date { get; init; }

    public TimeOnly? KickOff { get; init; }

    public required Team Home { get; init; }

    public required Team Away { get; init; }

    /// <summary>None where the match has not been played.</summary>
    public Score? FullTime { get; init; }

    public Score? HalfTime { get; init; }

    public TeamStatistics? HomeStatistics { get; init; }

    public TeamStatistics? AwayStatistics { get; init; }

    /// <summary>Where the match's odds begin in its file's, and how many they are.</summary>
    public required (int Start, int Count) Odds { get; init; }

    /// <summary>Hash of these odds.</summary>
    public required byte[] OddsHash { get; init; }
}

/// <summary>A row that can't be right.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Line">Physical line, from 1.</param>
/// <param name="Reason">What is wrong, with the value.</param>
/// <param name="Raw">The row as it stands; at most 500 characters.</param>
public sealed record QuarantinedRow(string File, int Line, string Reason, string Raw);

/// <summary>Something to know of a file's rows that is nobody's fault, such as a division that is not published.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Line">The first physical line of which it is said, from 1.</param>
/// <param name="Text">What is said, in words.</param>
/// <param name="Rows">Of how many rows.</param>
public sealed record FileNote(string File, int Line, string Text, int Rows);

/// <summary>What a file holds.</summary>
/// <param name="File">The file.</param>
/// <param name="Rows">Rows that can be right.</param>
/// <param name="Odds">The odds of all of them.</param>
/// <param name="Quarantine">Rows that can't.</param>
/// <param name="Notes">What to know of other rows: left out, or read in an unusual way.</param>
/// <param name="Tally">Counts.</param>
/// <param name="Country">What a country's file calls its country; null for other layouts.</param>
/// <param name="Defect">Why the file can't be read at all, or none.</param>
public sealed record FileContent(
    SourceFile File, IReadOnlyList<SourceRow> Rows, CanonicalOdds[] Odds, IReadOnlyList<QuarantinedRow> Quarantine,
    IReadOnlyList<FileNote> Notes, Tally Tally, string? Country, string? Defect)
{
    /// <summary>A file that can't be read.</summary>
    public static FileContent Unreadable(SourceFile file, string defect) => new(file, [], [], [], [], new Tally(), null, defect);
}
