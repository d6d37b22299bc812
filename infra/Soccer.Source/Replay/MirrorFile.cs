using System.Text;
using Soccer.Csv;

namespace Soccer.Source.Replay;

/// <summary>A file of the mirror. Its rows are indexed once, and again when the file on disk changes.</summary>
/// <param name="disk">Where it lies on disk.</param>
/// <param name="path">Its path at the site.</param>
/// <param name="code">Division or new league: E0, ARG.</param>
/// <param name="season">The year in which its season begins; none where one file has all seasons.</param>
public sealed class MirrorFile(string disk, string path, string code, int? season)
{
    /// <summary>The latest first day of a season over two years.</summary>
    const int SeasonMonth = 8;

    // A reference, so that a request sees a whole index or none.
    Indexed? known;

    public string Code => code;
    public int? Season => season;

    /// <summary>
    /// The file as it stood at the end of a day; null if nothing had been played yet. A file without a readable date is served unchanged
    /// from the start of its season, so that the reader can report what is wrong with it.
    /// </summary>
    /// <returns>The bytes, and the day of the latest row among them.</returns>
    public (byte[] Bytes, DateOnly Last)? AsOf(DateOnly day)
    {
        var (rows, bytes, isReadable) = Read();
        if (!isReadable) return day >= Beginning ? (bytes, Beginning) : null;
        if (rows.First > day.DayNumber) return null;
        return (rows.UpTo(day.DayNumber, bytes), DateOnly.FromDayNumber(rows.LastUpTo(day.DayNumber)));
    }

    /// <summary>Whether the site has the file at the end of a day.</summary>
    public bool HasBegun(DateOnly day)
    {
        var (rows, isReadable) = Look();
        return isReadable ? rows.First <= day.DayNumber : day >= Beginning;
    }

    /// <summary>The last day of the file; none where it has no dated row.</summary>
    public DateOnly? Last() => Look().Rows.Last is var last && last == RowIndex.Always ? null : DateOnly.FromDayNumber(last);

    /// <summary>The publisher's names of the columns, and the cells of the rows of these days.</summary>
    public (List<string> Header, List<List<string>> Rows) Between(DateOnly from, DateOnly to)
    {
        var look = Look();
        if (!look.IsReadable || look.Rows.Last < from.DayNumber || look.Rows.First > to.DayNumber) return ([], []);
        var (rows, bytes, _) = Read();
        var encoding = CsvText.EncodingOf(bytes);
        List<string> header = [.. Cells(CsvText.Decode(rows.HeaderOf(bytes)), null).Select(Header.Canonical)];
        var date = header.IndexOf("Date");
        var listed = rows.Between(from.DayNumber, to.DayNumber, bytes).Select(row => Cells(encoding.GetString(row.Span), rows.Separator));
        return (header, [.. listed.Select(Plain)]);

        List<string> Plain(List<string> cells)
        {
            for (var at = 0; at < cells.Count; at++)
                cells[at] = at == date ? PlainCells.Date(cells[at], rows.Order) : PlainCells.Number(cells[at], rows.Separator);
            return cells;
        }
    }

    DateOnly Beginning => new(season ?? 1, SeasonMonth, 1);

    static List<string> Cells(string line, char? separator)
    {
        using var reader = new CsvReader(line, separator);
        List<string> cells = [];
        // The header's text may begin with a line that names the separator, or with blank ones.
        while (reader.Read())
        {
            if (reader.IsBlank) continue;
            for (var at = 0; at < reader.Count; at++) cells.Add(reader[at].ToString());
            break;
        }
        return cells;
    }

    (RowIndex Rows, bool IsReadable) Look()
    {
        var info = new FileInfo(disk);
        if (known is { } k && k.Written == info.LastWriteTimeUtc && k.Length == info.Length) return (k.Rows, k.IsReadable);
        var (rows, _, isReadable) = Read();
        return (rows, isReadable);
    }

    // A request may race with another, and both index the file: the same result twice.
    (RowIndex Rows, byte[] Bytes, bool IsReadable) Read()
    {
        var info = new FileInfo(disk);
        var bytes = InUtf8(File.ReadAllBytes(disk));
        if (known is { } k && k.Written == info.LastWriteTimeUtc && k.Length == info.Length)
            return (k.Rows, k.IsRewritten ? WithDayFirst(bytes) : bytes, k.IsReadable);
        var rows = RowIndex.Of(CsvText.Problem(bytes) is null ? bytes : []);
        var isRewritten = rows.Order == DateOrder.MonthFirst;
        if (isRewritten) rows = RowIndex.Of(bytes = WithDayFirst(bytes));
        // A header alone is a season that is still to come.
        var isReadable = rows.Last != RowIndex.Always || FileCheck.Problem(path, bytes) is null;
        known = new(info.LastWriteTimeUtc, info.Length, rows, isReadable, isRewritten);
        return (rows, bytes, isReadable);
    }

    // The letters of UTF-16 are two bytes each, and a row's place is counted in bytes.
    static byte[] InUtf8(byte[] bytes) => CsvText.EncodingOf(bytes) is UnicodeEncoding
        ? [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(CsvText.Decode(bytes))]
        : bytes;

    // The first days of a season don't show that the month comes first, so such a file is served with the day first.
    static byte[] WithDayFirst(byte[] bytes)
    {
        using var reader = new CsvReader(CsvText.Decode(bytes));
        reader.ReadHeader();
        var date = Header.Of(reader).Find("Date");
        var written = new StringBuilder().Append(reader.Raw).Append('\n');
        while (reader.Read())
        {
            for (var at = 0; at < reader.Count; at++)
            {
                var cell = reader[at].ToString();
                if (at == date) cell = PlainCells.Date(cell, DateOrder.MonthFirst);
                written.Append(at > 0 ? $"{reader.Separator}" : "").Append(CsvText.Quoted(cell, reader.Separator));
            }
            written.Append('\n');
        }
        return Encoding.UTF8.GetBytes(written.ToString());
    }

    sealed record Indexed(DateTime Written, long Length, RowIndex Rows, bool IsReadable, bool IsRewritten);
}
