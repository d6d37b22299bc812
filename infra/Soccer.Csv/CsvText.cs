using System.Text;
using Soccer.Forecasting.Naming;

namespace Soccer.Csv;

/// <summary>The text of a file's bytes.</summary>
public static class CsvText
{
    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    static readonly Encoding[] Marked = [Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <summary>
    /// UTF-8 or UTF-16 by its byte order mark, else UTF-8. A file with one invalid sequence is Windows-1252 as a whole, because a
    /// spreadsheet writes a file in one encoding. Letters and their accents are composed, see <see cref="Accents"/>.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => Accents.Compose(Text(bytes));

    /// <summary>The encoding of a file's bytes, as <see cref="Decode"/> tells it.</summary>
    public static Encoding EncodingOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var encoding in Marked)
        {
            if (bytes.StartsWith(encoding.Preamble))
                return encoding;
        }
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8 : Windows1252;
    }

    static string Text(ReadOnlySpan<byte> bytes)
    {
        var encoding = EncodingOf(bytes);
        // The mark of UTF-8 also stands before files that are none.
        var mark = encoding is UnicodeEncoding ? encoding.Preamble : Encoding.UTF8.Preamble;
        return encoding.GetString(bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes);
    }

    /// <summary>A cell as it is written: in quotes if it holds the separator or a quote.</summary>
    public static string Quoted(string cell, char separator) =>
        cell.Contains(separator) || cell.Contains('"') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    /// <summary>The problem of a file without content.</summary>
    public const string Empty = "the file is empty";

    /// <summary>Why bytes are no CSV file at all, with what to do; null for text that may be one.</summary>
    public static string? Problem(ReadOnlySpan<byte> bytes)
    {
        // A ZIP archive (.xlsx, .ods) or an OLE document (.xls).
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return "it is a workbook; save it as CSV";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return "it is compressed with gzip; unpack it";
        if (bytes.StartsWith("%PDF"u8))
            return "it is a PDF document; a CSV file is needed";
        var start = Decode(bytes[..Math.Min(bytes.Length, 256)]).AsSpan().TrimStart();
        if (start is ['<', ..])
            return "it is a web page, not a CSV file";
        if (start is ['{', ..] or ['[', ..])
            return "it is JSON, not a CSV file";
        return start.IsEmpty && bytes.Length <= 256 ? Empty : null;
    }
}
