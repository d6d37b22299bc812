using Soccer.Csv;

namespace Soccer.Validate.Reading;

/// <summary>Bytes of a file to its rows. Pure.</summary>
public static class FileReader
{
    /// <summary>Raw text kept of a row in quarantine, in characters: enough for any real row's match and statistics.</summary>
    const int RawLimit = 500;

    /// <summary>Reads a file. It never throws for what the file holds: a file that can't be read has a defect and no rows.</summary>
    /// <param name="file">What the path says.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="divisions">What the snapshot's files of results hold; lists of coming matches need it.</param>
    public static FileContent Read(SourceFile file, ReadOnlySpan<byte> bytes, KnownDivisions? divisions = null)
    {
        if (FileCheck.Problem(file.Path, bytes) is { } defect)
            return FileContent.Unreadable(file, defect);
        return ReadRows(file, CsvText.Decode(bytes), divisions ?? KnownDivisions.Published);
    }

    static FileContent ReadRows(SourceFile file, string text, KnownDivisions divisions)
    {
        using var reader = new CsvReader(text);
        reader.ReadHeader();
        var columns = Columns.Of(Header.Of(reader));
        var width = reader.Count;
        var tally = new Tally();
        var odds = new OddsReader(columns.Odds, tally);
        var rowReader = new RowReader(file, columns, DateCell.OrderOf(FileCheck.Cells(text, columns.Date)), divisions, odds, tally);
        var rows = new List<SourceRow>();
        var quarantine = new List<QuarantinedRow>();
        var notes = new Notes(file.Path);
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
            var (row, defect, note) = rowReader.Read(reader);
            if (row is not null)
                rows.Add(row);
            else if (defect is not null)
                quarantine.Add(new QuarantinedRow(file.Path, reader.Line, defect, Shorten(reader.Raw)));
            if (note is not null)
                notes.Add(note, reader.Line);
        }
        return new FileContent(file, rows, odds.ToArray(), quarantine, notes.All, tally, rowReader.Country, null);
    }

    static string Shorten(ReadOnlySpan<char> raw) => raw[..Math.Min(raw.Length, RawLimit)].ToString();
}
