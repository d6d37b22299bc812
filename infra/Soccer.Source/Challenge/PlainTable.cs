using System.Text;
using Soccer.Source.Replay;

namespace Soccer.Source.Challenge;

/// <summary>The cells of a text file: a line a row, parted by commas, semicolons or tabs, whichever the header has most of. A quoted cell never spans lines.</summary>
public static class PlainTable
{
    /// <summary>Rows with their lines, from 1; blank lines are left out. UTF-8 with or without its mark, else Windows-1252.</summary>
    public static IEnumerable<(int Line, string[] Cells)> Read(byte[] bytes)
    {
        var text = FileEncoding.Of(bytes).GetString(bytes).TrimStart('\uFEFF');
        char? separator = null;
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            separator ??= ",;\t".MaxBy(candidate => line.Count(c => c == candidate));
            var cells = Cells(line, separator.Value);
            if (cells.Any(cell => cell.Length > 0)) yield return (number, cells);
        }
    }

    // Trimmed; a doubled quote inside quotes is one.
    static string[] Cells(string line, char separator)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == separator && !quoted) End();
            else cell.Append(line[i]);
        End();
        return [.. cells];

        void End()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}
