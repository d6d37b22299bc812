using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Soccer.Source.World;

/// <summary>
/// A world on disk: a mirror (mmz4281/, new/), truth.csv (each match's true probabilities), dirt.csv (where the defects are) and
/// world.json, the plan, which is written last and so marks the folder as whole.
/// </summary>
public static class WorldFolder
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>Writes the plan's world into a folder, unless it is there already.</summary>
    /// <returns>Number of matches written; 0 where the world was there.</returns>
    /// <exception cref="InvalidOperationException">The folder holds something that is not a world.</exception>
    public static int Write(WorldPlan plan, string folder)
    {
        var mark = JsonSerializer.Serialize(new { WorldPlan.Generation, Plan = plan }, Json);
        var markFile = Path.Combine(folder, "world.json");
        if (File.Exists(markFile) && File.ReadAllText(markFile) == mark) return 0;
        Clear(folder, markFile);

        var (files, matches, dirt) = WorldFiles.Of(plan);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "truth.csv"), Truth(matches));
        foreach (var (path, bytes) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
        File.WriteAllLines(Path.Combine(folder, "dirt.csv"), dirt.Select(d => $"{d.Path},{d.Line},{d.Kind}").Prepend("path,line,kind"));
        File.WriteAllText(markFile, mark);
        return matches.Count;
    }

    // Only what a world consists of is ever deleted, and only where world.json says that it is one.
    static void Clear(string folder, string markFile)
    {
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any()) return;
        if (!File.Exists(markFile) && !File.Exists(Path.Combine(folder, "truth.csv")))
            throw new InvalidOperationException($"The folder '{folder}' holds something that is not a simulated world; give an empty one.");
        foreach (var part in (ReadOnlySpan<string>)["mmz4281", "new"])
            if (Directory.Exists(Path.Combine(folder, part))) Directory.Delete(Path.Combine(folder, part), true);
        foreach (var file in (ReadOnlySpan<string>)["world.json", "truth.csv", "dirt.csv"]) File.Delete(Path.Combine(folder, file));
    }

    static string Truth(IReadOnlyList<SimulatedMatch> matches)
    {
        var text = new StringBuilder("division,season,date,home,away,p_home,p_draw,p_away,lambda_home,lambda_away\n");
        foreach (var m in matches)
            text.Append(CultureInfo.InvariantCulture, $"{m.Division},{m.Season},{m.Date:yyyy-MM-dd},{m.Home},{m.Away},")
                .Append(CultureInfo.InvariantCulture, $"{m.Truth.Home:F6},{m.Truth.Draw:F6},{m.Truth.Away:F6},{m.HomeLambda:F6},{m.AwayLambda:F6}\n");
        return text.ToString();
    }
}
