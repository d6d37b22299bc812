using System.Globalization;
using Soccer.Source.Challenge;

namespace Soccer.Source;

/// <summary><c>challenge --results FILE [--fixtures FILE] --out DIR [--as-of DATE]</c>: writes the mirror of a competition's plain files and ends.</summary>
public static class ChallengeCommand
{
    const string Usage = "usage: challenge --results FILE [--fixtures FILE] --out DIR [--as-of 2025-02-01]";

    /// <summary>Share of rows that may be wrong. More is a file that was misunderstood, such as one with the month before the day.</summary>
    const double MostBad = 0.01;
    const int Shown = 10;

    /// <returns>0, or 2 with the reason on standard error.</returns>
    public static int Run(string[] arguments)
    {
        string? results = null, fixtures = null, folder = null;
        DateOnly? asOf = null;
        for (var i = 0; i < arguments.Length; i += 2)
            switch (arguments[i], arguments.ElementAtOrDefault(i + 1))
            {
                case ("--results", { } file): results = file; break;
                case ("--fixtures", { } file): fixtures = file; break;
                case ("--out", { } path): folder = path; break;
                case ("--as-of", { } text) when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day): asOf = day; break;
                default: return Refused($"Cannot read '{string.Join(' ', arguments.Skip(i).Take(2))}'. {Usage}");
            }
        if (results is null || folder is null) return Refused($"{(results is null ? "--results" : "--out")} is missing. {Usage}");
        try
        {
            var played = PlainFile.Results(Path.GetFileName(results), File.ReadAllBytes(results), ChallengeFolder.Codes(folder));
            Check(played, MostBad);
            var list = fixtures is null ? null : PlainFile.List(Path.GetFileName(fixtures), File.ReadAllBytes(fixtures), played);
            if (list is not null) Check(list, 0);
            var challenge = ChallengeMirror.Of(played, list, asOf);
            ChallengeFolder.Write(challenge, folder);
            foreach (var bad in played.Bad.Take(Shown)) Console.Error.WriteLine(Printable(bad));
            if (played.Bad.Count > 0) Console.Error.WriteLine($"{played.Bad.Count} of {played.Bad.Count + played.Matches.Count} rows of {played.Name} were left out.");
            foreach (var note in challenge.Notes) Console.WriteLine(Printable(note));
            return 0;
        }
        catch (Exception e) when (e is PlainFileException or IOException or UnauthorizedAccessException)
        {
            return Refused(e.Message);
        }
    }

    // Of results a few may be wrong; of what is to be forecast nothing may be missing.
    static void Check(PlainFile file, double mostBad)
    {
        var rows = file.Bad.Count + file.Matches.Count;
        if (file.Bad.Count <= mostBad * rows) return;
        throw new PlainFileException(string.Join('\n', [
            $"{file.Bad.Count} of {rows} rows of {file.Name} can't be read"
                + $"{(mostBad > 0 ? ", more than 1%" : "; each fixture must be right")}:",
            .. file.Bad.Take(Shown)]));
    }

    static int Refused(string reason)
    {
        Console.Error.WriteLine(Printable(reason));
        return 2;
    }

    // A terminal takes control characters in somebody's file for commands.
    static string Printable(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) && c != '\n' ? $"\\u{(int)c:X4}" : $"{c}"));
}
