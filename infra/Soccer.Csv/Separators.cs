namespace Soccer.Csv;

/// <summary>Finds what parts the cells of a text.</summary>
static class Separators
{
    static readonly char[] Known = [',', ';', '\t', '|'];

    /// <summary>
    /// The separator, and where the rows begin. A first line such as sep=; names it for spreadsheets and is no row. Else it is the
    /// character of , ; tab | that the first line with content has most of outside quotes; a comma where it has none.
    /// </summary>
    public static (char Separator, int Start) Find(ReadOnlySpan<char> text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = text[start..].IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            var line = text[start..end];
            if (Named(line) is { } named)
            {
                var next = text[end..] is ['\r', '\n', ..] ? end + 2 : Math.Min(end + 1, text.Length);
                return (named, next);
            }
            if (!line.Trim().IsEmpty)
                return (MostOf(line), 0);
            start = end + 1;
        }
        return (',', 0);
    }

    static char? Named(ReadOnlySpan<char> line)
    {
        line = line.TrimStart('"');
        return line.Length > 4 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && Known.Contains(line[4]) ? line[4] : null;
    }

    static char MostOf(ReadOnlySpan<char> line)
    {
        Span<int> counts = stackalloc int[Known.Length];
        var inQuotes = false;
        foreach (var character in line)
        {
            if (character == '"')
                inQuotes = !inQuotes;
            else if (!inQuotes && Array.IndexOf(Known, character) is var known and >= 0)
                counts[known]++;
        }
        var most = 0;
        for (var at = 1; at < Known.Length; at++)
        {
            if (counts[at] > counts[most])
                most = at;
        }
        return Known[most];
    }
}
