namespace Soccer.Source.Replay;

/// <summary>
/// Where the rows of a file begin and on which day each was played. A row without a readable date (a blank one, mostly) goes with the row
/// before it, so that replay never shows what follows a match before the match; above the first dated row it goes with the header, which is always there.
/// </summary>
public sealed class RowIndex
{
    /// <summary>The day of rows that are always there.</summary>
    public const int Always = int.MinValue;

    readonly int[] starts;
    readonly int[] days;
    readonly bool[] dated;

    RowIndex(int[] starts, int[] days, bool[] dated)
    {
        this.starts = starts;
        this.days = days;
        this.dated = dated;
        var played = days.Where(d => d != Always).ToArray();
        (First, Last) = played.Length == 0 ? (int.MaxValue, Always) : (played.Min(), played.Max());
    }

    /// <summary>Day of the earliest row; the greatest integer where no row has a date.</summary>
    public int First { get; }

    /// <summary>Day of the latest row; <see cref="Always"/> where no row has a date.</summary>
    public int Last { get; }

    /// <summary>Reads a file's bytes once.</summary>
    public static RowIndex Of(ReadOnlySpan<byte> file)
    {
        var header = file[..LineEnd(file, 0)];
        var dateColumn = CsvCells.All(TrimEnd(header)).FindIndex(name => name.Trim(' ', '"') == "Date");
        List<int> starts = [0], days = [Always];
        List<bool> dated = [false];
        var day = Always;
        for (var start = header.Length; start < file.Length;)
        {
            var end = LineEnd(file, start);
            var own = dateColumn < 0 ? -1 : MatchDate.DayNumber(CsvCells.At(TrimEnd(file[start..end]), dateColumn));
            if (own >= 0) day = own;
            starts.Add(start);
            days.Add(day);
            dated.Add(own >= 0);
            start = end;
        }
        starts.Add(file.Length);
        return new([.. starts], [.. days], [.. dated]);
    }

    /// <summary>The bytes of all rows up to a day, as they are; every byte of the file where all rows are.</summary>
    public byte[] UpTo(int day, byte[] file)
    {
        if (Last <= day) return file;
        var kept = new MemoryStream(file.Length);
        for (var row = 0; row < days.Length; row++)
            if (days[row] <= day) kept.Write(file, starts[row], starts[row + 1] - starts[row]);
        return kept.ToArray();
    }

    /// <summary>The day of the latest row up to a day.</summary>
    public int LastUpTo(int day) => Last <= day ? Last : days.Where(d => d <= day).Max();

    /// <summary>The rows with a date of their own among these days, line endings cut off, in the order of the file.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Between(int from, int to, byte[] file)
    {
        for (var row = 1; row < days.Length; row++)
            if (dated[row] && days[row] >= from && days[row] <= to)
                yield return file.AsMemory(starts[row], TrimEnd(file.AsSpan(starts[row]..starts[row + 1])).Length);
    }

    static ReadOnlySpan<byte> TrimEnd(ReadOnlySpan<byte> line) => line.TrimEnd("\r\n"u8);

    static int LineEnd(ReadOnlySpan<byte> file, int start)
    {
        var length = file[start..].IndexOf((byte)'\n');
        return length < 0 ? file.Length : start + length + 1;
    }
}
