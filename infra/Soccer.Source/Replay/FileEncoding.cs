using System.Text;

namespace Soccer.Source.Replay;

/// <summary>A file is UTF-8 where all of it reads as such, else Windows-1252.</summary>
public static class FileEncoding
{
    static readonly UTF8Encoding Utf8 = new(false, true);
    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static Encoding Of(ReadOnlySpan<byte> file) => System.Text.Unicode.Utf8.IsValid(file) ? Utf8 : Windows1252;

    /// <summary>A line's cells as text.</summary>
    public static List<string> Cells(ReadOnlySpan<byte> line, Encoding encoding) =>
        [.. CsvCells.All(line).Select(cell => encoding.GetString(Encoding.Latin1.GetBytes(cell)))];
}
