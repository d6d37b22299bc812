using nietras.SeparatedValues;

namespace Soccer.Csv;

/// <summary>
/// Reads a CSV text row by row without copying a cell. Sep parts lines and cells. Quotes are ours: in files of match data a quoted cell
/// never spans lines, so a stray quote costs one cell, where a reader by RFC 4180 would swallow the rest of the file. A quarantined row
/// needs its physical line and its raw text.
/// </summary>
public sealed class CsvReader : IDisposable
{
    readonly string text;
    readonly SepReader rows;
    readonly List<Cell> quoted = [];
    int next;

    /// <param name="text">The file's text.</param>
    /// <param name="separator">What parts the cells; null to find it, see <see cref="Separators"/>.</param>
    public CsvReader(string text, char? separator = null)
    {
        var (found, start) = Separators.Find(text);
        this.text = text;
        next = start;
        Separator = separator ?? found;
        Line = LinesIn(text.AsSpan(0, start));
        rows = Sep.New(Separator)
            .Reader(options => options with { HasHeader = false, DisableColCountCheck = true, DisableQuotesParsing = true })
            .FromText(start == 0 ? text : text[start..]);
    }

    /// <summary>What parts the cells.</summary>
    public char Separator { get; }

    /// <summary>The row's physical line, counted from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Where the row begins in the text.</summary>
    public int Start { get; private set; }

    /// <summary>How many cells the row has; a row without a character has none.</summary>
    public int Count { get; private set; }

    /// <summary>The row as it stands in the file.</summary>
    public ReadOnlySpan<char> Raw => rows.Current.Span;

    /// <summary>
    /// A cell, trimmed, without its quotes and without the ="..." by which a spreadsheet keeps a text. A cell beyond the row's end is
    /// empty, because files leave trailing cells out.
    /// </summary>
    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                return [];
            if (quoted.Count == 0)
                return rows.Current[index].Span.Trim();
            var cell = quoted[index];
            var content = Raw.Slice(cell.Start, cell.Length);
            if (cell.HasDoubledQuotes)
                content = content.ToString().Replace("\"\"", "\"", StringComparison.Ordinal);
            content = content.Trim();
            return content is ['=', '"', .., '"'] ? content[2..^1].Trim() : content;
        }
    }

    /// <summary>Goes to the next line, blank or not; false at the end.</summary>
    public bool Read()
    {
        if (!rows.MoveNext())
            return false;
        Line++;
        quoted.Clear();
        var raw = Raw;
        Start = next;
        next += raw.Length + LineEnd(next + raw.Length);
        if (raw.Contains('"'))
            SplitQuoted(raw);
        Count = quoted.Count > 0 ? quoted.Count : raw.IsEmpty ? 0 : rows.Current.ColCount;
        return true;
    }

    /// <summary>Goes to the first line that is not blank; false where there is none.</summary>
    public bool ReadHeader()
    {
        while (Read())
        {
            if (!IsBlank)
                return true;
        }
        return false;
    }

    /// <summary>Whether no cell of the row holds anything.</summary>
    public bool IsBlank
    {
        get
        {
            foreach (var character in Raw)
            {
                if (character != Separator && character is not (',' or '"' or ' ' or '\t'))
                    return false;
            }
            return true;
        }
    }

    /// <summary>Gives the buffers back.</summary>
    public void Dispose() => rows.Dispose();

    void SplitQuoted(ReadOnlySpan<char> raw)
    {
        for (var start = 0; start <= raw.Length;)
        {
            if (start < raw.Length && raw[start] == '"' && ClosingQuote(raw, start + 1) is var close and > 0)
            {
                quoted.Add(new Cell(start + 1, close - start - 1, raw[(start + 1)..close].Contains('"')));
                start = SeparatorFrom(raw, close + 1) + 1;
            }
            else
            {
                var end = SeparatorFrom(raw, start);
                quoted.Add(new Cell(start, end - start, HasDoubledQuotes: false));
                start = end + 1;
            }
        }
    }

    int SeparatorFrom(ReadOnlySpan<char> raw, int start)
    {
        var length = raw[start..].IndexOf(Separator);
        return length < 0 ? raw.Length : start + length;
    }

    int LineEnd(int at) => at >= text.Length ? 0 : text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;

    static int LinesIn(ReadOnlySpan<char> text)
    {
        // One less than the pieces: the last line ends with its line end.
        var lines = -1;
        foreach (var _ in text.EnumerateLines())
            lines++;
        return Math.Max(lines, 0);
    }

    static int ClosingQuote(ReadOnlySpan<char> raw, int start)
    {
        for (var at = start; at < raw.Length; at++)
        {
            if (raw[at] != '"')
                continue;
            if (at + 1 < raw.Length && raw[at + 1] == '"')
                at++;
            else
                return at;
        }
        return -1;
    }

    readonly record struct Cell(int Start, int Length, bool HasDoubledQuotes);
}
