using System.Text;

namespace Soccer.Source.Replay;

/// <summary>A file of the mirror. Its rows are indexed once, and again when the file on disk changes.</summary>
/// <param name="path">Where it lies on disk.</param>
/// <param name="code">Division or new league: E0, ARG.</param>
/// <param name="season">The year in which its season begins; none where one file has all seasons.</param>
public sealed class MirrorFile(string path, string code, int? season)
{
    // A reference, so that a request sees a whole index or none.
    Indexed? known;

    public string Code => code;
    public int? Season => season;

    /// <summary>The file as it stood at the end of a day, or none where nothing had been played yet.</summary>
    /// <returns>The bytes, and the day of the latest row among them.</returns>
    public (byte[] Bytes, DateOnly Last)? AsOf(DateOnly day)
    {
        var (rows, bytes) = Read();
        if (rows.First > day.DayNumber) return null;
        return (rows.UpTo(day.DayNumber, bytes), DateOnly.FromDayNumber(rows.LastUpTo(day.DayNumber)));
    }

    /// <summary>Whether any row was there at the end of a day.</summary>
    public bool HasBegun(DateOnly day) => Rows().First <= day.DayNumber;

    /// <summary>The last day of the file; none where it has no dated row.</summary>
    public DateOnly? Last() => Rows().Last is var last && last == RowIndex.Always ? null : DateOnly.FromDayNumber(last);

    /// <summary>The header and the rows of these days, decoded.</summary>
    public (List<string> Header, List<List<string>> Rows) Between(DateOnly from, DateOnly to)
    {
        var rows = Rows();
        if (rows.Last < from.DayNumber || rows.First > to.DayNumber) return ([], []);
        (rows, var bytes) = Read();
        var encoding = FileEncoding.Of(bytes);
        var header = bytes.AsSpan(0, Math.Max(0, bytes.AsSpan().IndexOf((byte)'\n'))).TrimEnd((byte)'\r');
        if (header.StartsWith(Encoding.UTF8.Preamble)) header = header[Encoding.UTF8.Preamble.Length..];
        return (
            FileEncoding.Cells(header, encoding),
            [.. rows.Between(from.DayNumber, to.DayNumber, bytes).Select(row => FileEncoding.Cells(row.Span, encoding))]);
    }

    RowIndex Rows()
    {
        var info = new FileInfo(path);
        return known is { } k && k.Written == info.LastWriteTimeUtc && k.Length == info.Length ? k.Rows : Read().Rows;
    }

    // A request may race with another, and both index the file: the same result twice.
    (RowIndex Rows, byte[] Bytes) Read()
    {
        var info = new FileInfo(path);
        var bytes = File.ReadAllBytes(path);
        if (known is { } k && k.Written == info.LastWriteTimeUtc && k.Length == bytes.Length) return (k.Rows, bytes);
        var rows = RowIndex.Of(bytes);
        known = new(info.LastWriteTimeUtc, bytes.Length, rows);
        return (rows, bytes);
    }

    sealed record Indexed(DateTime Written, long Length, RowIndex Rows);
}
