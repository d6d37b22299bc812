namespace Soccer.Bench;

/// <summary>All measurements of serving, one after the other.</summary>
static class ServeBench
{
    /// <summary>How often a part is measured at most.</summary>
    const int Attempts = 3;

    /// <summary>Measures, and prints every figure beside its limit.</summary>
    /// <returns>1 where a limit is missed in the last attempt of a part, else 0.</returns>
    public static async Task<int> Run(Uri address, string key, IReadOnlyCollection<string> only, int seconds, TextWriter output, Action<string> tell)
    {
        var served = await Served.Find(address, key);
        var serving = new Serving(served, seconds, tell);
        (string Name, Func<Task<IReadOnlyList<Measured>>> Measure)[] parts =
            [("fixtures", serving.Fixtures), ("now", serving.Now), ("stored", serving.Stored), ("lists", serving.Lists), ("training", serving.BesideTraining)];
        if (only.FirstOrDefault(name => parts.All(part => part.Name != name)) is { } unknown)
            throw new InvalidDataException($"--only '{unknown}': there are {string.Join(", ", parts.Select(part => part.Name))}.");
        output.WriteLine($"{served.Matches.Count:N0} matches with forecasts, {Environment.ProcessorCount} processors, broker, database, services and load on this machine");
        List<Measured> missed = [];
        var again = 0;
        try
        {
            foreach (var (_, measure) in parts.Where(part => only.Count == 0 || only.Contains(part.Name)))
                for (var attempt = 1; ; attempt++)
                {
                    var misses = await Part(measure, output);
                    if (misses.Count == 0 || attempt == Attempts || !misses.All(figure => figure.Spoilt))
                    {
                        missed.AddRange(misses);
                        break;
                    }
                    output.WriteLine("  Measured again, for the host may have caused all of what is missed:");
                    again++;
                }
        }
        finally
        {
            await served.Leave();
        }
        if (again > 0)
            output.WriteLine($"{again} attempts do not count: their part was measured again, because of what the host took.");
        output.WriteLine(missed.Count == 0 ? "Every limit is kept." : $"Missed: {string.Join("; ", missed.Select(figure => figure.Name))}.");
        return missed.Count == 0 ? 0 : 1;
    }

    /// <summary>Measures a part and prints it.</summary>
    /// <returns>What is missed.</returns>
    static async Task<IReadOnlyList<Measured>> Part(Func<Task<IReadOnlyList<Measured>>> measure, TextWriter output)
    {
        var before = ProcessorTime.Now();
        var figures = await measure();
        foreach (var figure in figures)
            output.WriteLine(figure);
        output.WriteLine(new Measured("processor time that the host of this machine took meanwhile", 100 * ProcessorTime.Now().StolenSince(before), "%"));
        return [.. figures.Where(figure => !figure.Met)];
    }
}
