namespace Soccer.Validate.Reading;

/// <summary>Bytes of a file to its rows. Pure.</summary>
public static class FileReader
{
    /// <summary>Raw text kept of a row in quarantine, in characters: enough for any real row's match and statistics.</summary>
    const int RawLimit = 500;

    /// <summary>Reads a file. It never throws for what the file holds: a file without the columns of its layout has a defect and no rows.</summary>
    public static FileContent Read(SourceFile file, ReadOnlySpan<byte> bytes)
    {
        var tally = new Tally();
        var reader = new CsvReader(CsvText.Decode(bytes));
        if (!ReadHeader(reader))
            return new FileContent(file, [], [], [], tally, "the file is empty");
        var columns = Columns.Of(reader);
        if (columns.Missing(file.Layout) is { Count: > 0 } missing)
            return new FileContent(file, [], [], [], tally, $"the header has no column {string.Join(", ", missing)}");
        return ReadRows(file, reader, columns, tally);
    }

    static bool ReadHeader(CsvReader reader)
    {
        while (reader.Read())
        {
            if (!reader.IsBlank)
                return true;
        }
        return false;
    }

    static FileContent ReadRows(SourceFile file, CsvReader reader, Columns columns, Tally tally)
    {
        var width = reader.Count;
        var odds = new OddsReader(columns.Odds, tally);
        var rowReader = new RowReader(file, columns, odds, tally);
        var rows = new List<SourceRow>();
        var quarantine = new List<QuarantinedRow>();
        while (reader.Read())
        {
            if (reader.IsBlank)
            {
                tally.Add("rows blank");
                continue;
            }
            tally.Add("rows");
            if (reader.Count != width)
                tally.Add(reader.Count > width ? "rows longer than the header" : "rows shorter than the header");
            var (row, defect) = rowReader.Read(reader);
            if (row is not null)
                rows.Add(row);
            else
                quarantine.Add(new QuarantinedRow(file.Path, reader.Line, defect!, Shorten(reader.Raw)));
        }
        return new FileContent(file, rows, odds.ToArray(), quarantine, tally, null);
    }

    static string Shorten(ReadOnlySpan<char> raw) => raw[..Math.Min(raw.Length, RawLimit)].ToString();
}
