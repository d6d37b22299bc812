namespace Soccer.Bench;

/// <summary>All measurements of serving, one after the other.</summary>
static class ServeBench
{
    /// <summary>Measures, and prints every figure beside its limit.</summary>
    /// <returns>1 where a limit is missed, else 0.</returns>
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
            {
                var before = ProcessorTime.Now();
                foreach (var figure in await measure())
                {
                    output.WriteLine(figure);
                    met &= figure.Met;
                }
                output.WriteLine(new Measured("processor time that the host of this machine took meanwhile", 100 * ProcessorTime.Now().StolenSince(before), "%"));
            }
        }
        finally
        {
            await served.Leave();
        }
        output.WriteLine(met ? "Every limit is kept." : "A limit is missed: see the lines that begin with !.");
        return met ? 0 : 1;
    }
}
