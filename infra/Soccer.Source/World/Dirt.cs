using System.Text;

namespace Soccer.Source.World;

/// <summary>Writes a season's cells as bytes, with the defects that the real publisher's files have, at about their rates.</summary>
public sealed class Dirt(WorldPlan plan, string path)
{
    const double LongRows = .005, ShortRows = .001, PaddedNames = .003, ZeroOdds = .001, HashOdds = .0006, PartialTriples = .002, AbsurdOverrounds = .0008;
    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    readonly Dice dice = Dice.Named(plan.Seed, $"dirt of {path}");

    /// <summary>What was put in, so far.</summary>
    public List<Defect> Defects { get; } = [];

    /// <summary>The file's bytes.</summary>
    public byte[] Written(SeasonText text)
    {
        if (!plan.Dirt) return Encoding.UTF8.GetBytes(Lines("\r\n", text.Rows.Prepend(text.Header)));

        var bom = Whole("bom", .3) || text.Path.StartsWith("new/", StringComparison.Ordinal);
        var encoding = !bom && Whole("windows-1252", .4) ? Windows1252 : new UTF8Encoding(bom);
        var newLine = Whole("lf", .3) ? "\n" : "\r\n";
        var extra = Whole("empty-header-cells", .27) ? 1 + dice.Below(8) : 0;
        var blanks = Whole("blank-row", .2) ? 1 + dice.Below(40) : 0;

        var lines = new List<string[]> { Padded(text.Header, extra) };
        foreach (var row in text.Rows)
        {
            if (blanks > 0 && dice.Chance(.002)) lines.Add(new string[text.Header.Length]);
            lines.Add(Padded(Soiled(text.Header, row, lines.Count + 1), extra));
        }
        for (; blanks > 0; blanks--) lines.Add(new string[dice.Chance(.05) ? 1 : text.Header.Length]);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(Lines(newLine, lines))];
    }

    string[] Soiled(string[] header, string[] row, int line)
    {
        var cells = row.ToArray();
        var prices = Triple(header, cells);
        if (Row("name-spaces", PaddedNames, line)) PadName(header, cells);
        if (prices < 0) return cells;
        if (Row("zero-odds", ZeroOdds, line)) cells[prices + dice.Below(3)] = "0";
        else if (Row("hash-odds", HashOdds, line)) cells[prices + dice.Below(3)] = "#";
        else if (Row("partial-triple", PartialTriples, line)) cells[prices + dice.Below(3)] = "";
        else if (Row("absurd-overround", AbsurdOverrounds, line)) cells[prices] = dice.Chance(.5) ? "1.01" : "34";
        if (Row("long-row", LongRows, line)) return Padded(cells, 1 + dice.Below(6));
        return Row("short-row", ShortRows, line) ? cells[..^(1 + dice.Below(12))] : cells;
    }

    // The first cell of a bookmaker's three prices in a row that has them, any bookmaker; −1 where the row has no prices.
    int Triple(string[] header, string[] cells)
    {
        var starts = Enumerable.Range(0, header.Length)
            .Where(i => header[i].EndsWith('H') && i + 2 < header.Length && header[i + 1] == header[i][..^1] + "D" && cells[i].Length > 0)
            .ToArray();
        return starts.Length == 0 ? -1 : starts[dice.Below(starts.Length)];
    }

    void PadName(string[] header, string[] cells)
    {
        var team = Array.FindIndex(header, h => h is "HomeTeam" or "Home") + dice.Below(2);
        cells[team] = cells[team].Contains(' ', StringComparison.Ordinal) && dice.Chance(.5)
            ? cells[team].Replace(" ", "  ", StringComparison.Ordinal)
            : cells[team] + " ";
    }

    bool Whole(string kind, double chance) => Row(kind, chance, 0);

    bool Row(string kind, double chance, int line)
    {
        if (!dice.Chance(chance)) return false;
        Defects.Add(new(path, line, kind));
        return true;
    }

    static string[] Padded(string[] cells, int extra) => [.. cells, .. new string[extra]];

    static string Lines(string newLine, IEnumerable<string[]> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines) text.AppendJoin(',', line).Append(newLine);
        return text.ToString();
    }
}
