using System.Buffers;

namespace Soccer.Validate.Reading;

/// <summary>
/// Goes through a CSV text row by row without copying a cell. It is our own because a quoted cell of this source never spans lines: a stray quote costs a
/// cell, where a reader by RFC 4180 would swallow the rest of the file, and because quarantine needs physical line numbers and the raw text.
/// </summary>
public sealed class CsvReader(string text)
{
    static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n");

    readonly List<Cell> cells = [];
    int position;
    int lineStart;
    int lineEnd;

    /// <summary>The row's physical line, counted from 1.</summary>
    public int Line { get; private set; }

    /// <summary>How many cells the row has; a blank row has none.</summary>
    public int Count => cells.Count;

    /// <summary>The row as it stands in the file.</summary>
    public ReadOnlySpan<char> Raw => text.AsSpan(lineStart, lineEnd - lineStart);

    /// <summary>A cell, trimmed. A cell beyond the row's end is empty, as the source leaves trailing cells out.</summary>
    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)cells.Count)
                return [];
            var cell = cells[index];
            var content = text.AsSpan(cell.Start, cell.Length);
            if (cell.HasDoubledQuotes)
                content = content.ToString().Replace("\"\"", "\"", StringComparison.Ordinal);
            return content.Trim();
        }
    }

    /// <summary>Goes to the next line, blank or not; false at the end.</summary>
    public bool Read()
    {
        if (position >= text.Length)
            return false;
        lineStart = position;
        var length = text.AsSpan(position).IndexOfAny(LineEnds);
        lineEnd = length < 0 ? text.Length : position + length;
        position = lineEnd + (lineEnd + 1 < text.Length && text[lineEnd] == '\r' && text[lineEnd + 1] == '\n' ? 2 : 1);
        Line++;
        cells.Clear();
        Split();
        return true;
    }

    /// <summary>Whether no cell of the row holds anything.</summary>
    public bool IsBlank => Raw.IndexOfAnyExcept(",\" \t") < 0;

    void Split()
    {
        if (lineStart == lineEnd)
            return;
        for (var start = lineStart; start <= lineEnd;)
        {
            if (start < lineEnd && text[start] == '"' && ClosingQuote(start + 1) is var close and > 0)
            {
                cells.Add(new Cell(start + 1, close - start - 1, text.AsSpan(start + 1, close - start - 1).Contains('"')));
                start = CommaFrom(close + 1) + 1;
            }
            else
            {
                var comma = CommaFrom(start);
                cells.Add(new Cell(start, comma - start, HasDoubledQuotes: false));
                start = comma + 1;
            }
        }
    }

    int CommaFrom(int start)
    {
        var length = text.AsSpan(start, lineEnd - start).IndexOf(',');
        return length < 0 ? lineEnd : start + length;
    }

    int ClosingQuote(int start)
    {
        for (var at = start; at < lineEnd; at++)
        {
            if (text[at] != '"')
                continue;
            if (at + 1 < lineEnd && text[at + 1] == '"')
                at++;
            else
                return at;
        }
        return -1;
    }

    readonly record struct Cell(int Start, int Length, bool HasDoubledQuotes);
}
