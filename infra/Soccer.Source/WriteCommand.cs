using System.Diagnostics;
using System.Globalization;
using Soccer.Source.World;

namespace Soccer.Source;

/// <summary><c>write --seed 7 --out DIR [--tiny]</c>: writes a simulated world and ends.</summary>
public static class WriteCommand
{
    const string Usage = "usage: write --out DIR [--seed N] [--tiny]";

    /// <returns>0, or 2 with the reason on standard error.</returns>
    public static int Run(string[] arguments)
    {
        var options = new WorldOptions();
        string? folder = null;
        for (var i = 0; i < arguments.Length; i++)
            switch (arguments[i])
            {
                case "--tiny": options.Size = "Tiny"; break;
                case "--out" when i + 1 < arguments.Length: folder = arguments[++i]; break;
                case "--seed" when i + 1 < arguments.Length && ulong.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var seed):
                    options.Seed = seed;
                    i++;
                    break;
                default: return Refused($"Cannot read '{arguments[i]}'.");
            }
        if (folder is null) return Refused("--out is missing.");
        var clock = Stopwatch.StartNew();
        try
        {
            var matches = WorldFolder.Write(options.Plan(), folder);
            Console.WriteLine(matches == 0 ? $"The world is in {folder} already." : $"{matches} matches in {folder}, {clock.Elapsed.TotalSeconds:F1} s.");
            return 0;
        }
        catch (InvalidOperationException e)
        {
            return Refused(e.Message);
        }
    }

    static int Refused(string reason)
    {
        Console.Error.WriteLine($"{reason} {Usage}");
        return 2;
    }
}
