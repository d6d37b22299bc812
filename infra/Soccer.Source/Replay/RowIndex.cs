using System.Text;
using Soccer.Csv;

namespace Soccer.Source.Replay;

/// <summary>
/// Where the rows of a file begin and on which day each was played. A row without a readable date (a blank one, mostly) goes with the row
/// before it, so that replay never shows what follows a match before the match; above the first dated row it goes with the header, which is
/// always there.
/// </summary>
public sealed class RowIndex
{
    /// <summary>The day of rows that are always there.</summary>
    public const int Always = int.MinValue;

    readonly int[] starts;
    readonly int[] days;
    readonly bool[] dated;

    RowIndex(int[] starts, int[] days, bool[] dated, char separator, DateOrder order)
    {
        this.starts = starts;
        this.days = days;
        this.dated = dated;
        (Separator, Order) = (separator, order);
        var played = days.Where(d => d != Always).ToArray();
        (First, Last) = played.Length == 0 ? (int.MaxValue, Always) : (played.Min(), played.Max());
    }

    /// <summary>What parts the file's cells.</summary>
    public char Separator { get; }

    /// <summary>What comes first in the file's dates.</summary>
    public DateOrder Order { get; }

    /// <summary>Day of the earliest row; the greatest integer where no row has a date.</summary>
    public int First { get; }

    /// <summary>Day of the latest row; <see cref="Always"/> where no row has a date.</summary>
    public int Last { get; }

    /// <summary>Reads a file's bytes once. UTF-16 is no such file: a row's place is counted in bytes.</summary>
    public static RowIndex Of(ReadOnlySpan<byte> file)
    {
        // A character for each byte, so that places in the text are places in the file.
        var mark = file.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var text = Encoding.Latin1.GetString(file[mark..]);
        List<string> cells = [];
        List<int> starts = [0], days = [Always];
        List<bool> dated = [false];
        using var reader = new CsvReader(text);
        var column = reader.ReadHeader() ? Header.Of(reader).Find("Date") : -1;
        while (reader.Read())
        {
            starts.Add(mark + reader.Start);
            cells.Add(reader[column].ToString());
        }
        var order = DateCell.OrderOf(cells);
        var day = Always;
        foreach (var cell in cells)
        {
            var own = DateCell.Read(cell, order)?.DayNumber;
            day = own ?? day;
            days.Add(day);
            dated.Add(own is not null);
        }
        starts.Add(file.Length);
        return new([.. starts], [.. days], [.. dated], reader.Separator, order);
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

    /// <summary>The header's bytes, line ending cut off.</summary>
    public ReadOnlySpan<byte> HeaderOf(ReadOnlySpan<byte> file) => TrimEnd(file[..starts[1]]);

    static ReadOnlySpan<byte> TrimEnd(ReadOnlySpan<byte> line) => line.TrimEnd("\r\n"u8);
}
