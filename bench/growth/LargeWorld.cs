using System.Text;
using Soccer.Source.World;

namespace Soccer.Bench;

/// <summary>
/// A mirror of as many simulated matches as wanted: the demo's countries over the seasons that the real mirror has, again and again with
/// other seeds. The first copy has the real divisions' codes; the divisions of each later one are countries of their own.
/// </summary>
static class LargeWorld
{
    const int FirstSeason = 1993;

    static readonly (string Code, string Stem)[] Codes =
        [("E0", "ENG{0}1"), ("E1", "ENG{0}2"), ("SC0", "SCO{0}1"), ("SP1", "ESP{0}1"), ("SP2", "ESP{0}2"), ("ARG", "ARG{0}")];

    /// <summary>Writes copies until there are enough matches.</summary>
    public static void Write(string folder, int matches, Action<string> tell)
    {
        var plan = WorldPlan.Default with { FirstSeason = FirstSeason, Seasons = WorldPlan.Default.LastSeason - FirstSeason + 1 };
        for (var (copy, written) = (0, 0); written < matches; copy++)
        {
            var (files, played, _) = WorldFiles.Of(plan with { Seed = plan.Seed + (ulong)copy });
            foreach (var (path, bytes) in files)
                WriteFile(folder, path, bytes, copy);

            written += played.Count;
            tell($"simulated {written:N0} of {matches:N0} matches");
        }
    }

    static void WriteFile(string folder, string path, byte[] bytes, int copy)
    {
        var code = Path.GetFileNameWithoutExtension(path);
        var name = copy == 0 ? code : string.Format(null, Codes.Single(division => division.Code == code).Stem, Letters(copy));
        var file = Path.Combine(folder, Path.GetDirectoryName(path)!, $"{name}.csv");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // Latin-1 gives every byte back, whatever the file's encoding. A row begins with its division's code.
        var text = Encoding.Latin1.GetString(bytes).Replace($"\n{code},", $"\n{name},", StringComparison.Ordinal);
        File.WriteAllText(file, text, Encoding.Latin1);
    }

    static string Letters(int copy) => $"{(char)('A' + copy / 26)}{(char)('A' + copy % 26)}";
}
