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
        var met = true;
        try
        {
            foreach (var (_, measure) in parts.Where(part => only.Count == 0 || only.Contains(part.Name)))
                met &= await Part(measure, output);
        }
        finally
        {
            await served.Leave();
        }
        output.WriteLine(met ? "Every limit is kept, in the last attempt of each part." : "A limit is missed: see the lines that begin with !.");
        return met ? 0 : 1;
    }

    /// <summary>Measures a part, and again where all that it missed was missed while the host took much. Each attempt is printed.</summary>
    static async Task<bool> Part(Func<Task<IReadOnlyList<Measured>>> measure, TextWriter output)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = ProcessorTime.Now();
            var figures = await measure();
            foreach (var figure in figures)
                output.WriteLine(figure);
            output.WriteLine(new Measured("processor time that the host of this machine took meanwhile", 100 * ProcessorTime.Now().StolenSince(before), "%"));
            var missed = figures.Where(figure => !figure.Met).ToList();
            if (missed.Count == 0 || attempt == Attempts || missed.Any(figure => !figure.Spoilt))
                return missed.Count == 0;
            output.WriteLine("  Measured again, for the host took so much while a limit was missed:");
        }
    }
}
