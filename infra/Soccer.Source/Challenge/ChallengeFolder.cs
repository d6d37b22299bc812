using System.Globalization;
using System.Text.Json;

namespace Soccer.Source.Challenge;

/// <summary>
/// A competition on disk: a mirror (new/), list.json, which has the fixtures in the order in which they were given, and replay.env, the settings that the site is started with. That is written last, and
/// marks the folder as ours.
/// </summary>
public static class ChallengeFolder
{
    /// <summary>Codes of the leagues that the folder has files for; empty if the folder does not exist yet.</summary>
    public static IEnumerable<string> Codes(string folder) => Path.Combine(folder, "new") is var files && Directory.Exists(files)
        ? Directory.EnumerateFiles(files, "*.csv").Select(file => Path.GetFileNameWithoutExtension(file))
        : [];

    /// <summary>Writes a mirror into a folder, in the place of the one that is there.</summary>
    /// <exception cref="PlainFileException">The folder holds something else.</exception>
    public static void Write(ChallengeMirror challenge, string folder)
    {
        var settings = Path.Combine(folder, "replay.env");
        var files = Path.Combine(folder, "new");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(settings) && !File.Exists(Path.Combine(folder, "list.json")))
            throw new PlainFileException($"The folder '{folder}' holds something that is no competition's mirror; give an empty one.");
        Directory.CreateDirectory(folder);
        File.Delete(settings);
        if (Directory.Exists(files)) Directory.Delete(files, true);

        Directory.CreateDirectory(files);
        File.WriteAllText(Path.Combine(folder, "list.json"), JsonSerializer.Serialize(
            challenge.Fixtures.Select(f => new { f.Date, Division = f.League.Code, League = f.LeagueName, f.Home, f.Away }), JsonSerializerOptions.Web));
        foreach (var (path, text) in challenge.Files)
            File.WriteAllText(Path.Combine(folder, path), text);
        File.WriteAllText(settings, string.Create(CultureInfo.InvariantCulture, $"Source__AsOf={challenge.AsOf:yyyy-MM-dd}\nSource__DaysAhead={challenge.DaysAhead}\n"));
    }
}
