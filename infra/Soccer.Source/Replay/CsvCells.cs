namespace Soccer.Source.Replay;

/// <summary>Cells of one line, as raw bytes: commas inside double quotes do not part cells. Quotes stay.</summary>
public static class CsvCells
{
    /// <summary>The range of the line's cell at this place; empty where the line is shorter.</summary>
    public static ReadOnlySpan<byte> At(ReadOnlySpan<byte> line, int place)
    {
        while (true)
        {
            var end = End(line);
            if (place-- == 0) return line[..end];
            if (end == line.Length) return [];
            line = line[(end + 1)..];
        }
    }

    /// <summary>All cells as text; every byte becomes the character of the same number, so that bytes can be had back.</summary>
    public static List<string> All(ReadOnlySpan<byte> line)
    {
        var cells = new List<string>();
        while (true)
        {
            var end = End(line);
            cells.Add(System.Text.Encoding.Latin1.GetString(line[..end]));
            if (end == line.Length) return cells;
            line = line[(end + 1)..];
        }
    }

    static int End(ReadOnlySpan<byte> line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
            if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted) return i;
        return line.Length;
    }
}
