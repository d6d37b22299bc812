namespace Soccer.Bench;

/// <summary>What every step cost at one size.</summary>
/// <param name="Source">Of what: the mirror, or a simulated world.</param>
/// <param name="Asked">Matches asked for.</param>
/// <param name="Divisions">Divisions that were taken.</param>
/// <param name="Costs">By step, in the order of the cascade.</param>
sealed record SizeCosts(string Source, int Asked, int Divisions, IReadOnlyList<StageCost> Costs)
{
    /// <summary>Matches that were read.</summary>
    public int Matches => Costs[0].Matches;

    /// <summary>The same with sums over the fits and over all.</summary>
    public SizeCosts WithSums()
    {
        var fits = Costs.Where(cost => StageNames.IsFit(cost.Stage)).ToArray();
        // Where the pass was measured in PostgreSQL too, a run does it once.
        var stored = Costs.Any(cost => cost.Stage == StageNames.Store);
        var cascade = Costs.Where(cost => !(stored && cost.Stage == StageNames.Pass)).ToArray();
        var at = Costs.ToList().FindLastIndex(cost => StageNames.IsFit(cost.Stage)) + 1;
        return this with { Costs = [.. Costs.Take(at), Sum(StageNames.Fits, fits), .. Costs.Skip(at), Sum(StageNames.Cascade, cascade)] };
    }

    /// <summary>Of several measurements of the same size, the least seconds and the most memory of each step.</summary>
    public static SizeCosts Best(IReadOnlyList<SizeCosts> repeats) => repeats[0] with
    {
        Costs = [.. repeats[0].Costs.Select((cost, at) => cost with
        {
            Seconds = repeats.Min(repeat => repeat.Costs[at].Seconds),
            ProcessorSeconds = repeats.Min(repeat => repeat.Costs[at].ProcessorSeconds),
            PeakBytes = repeats.Max(repeat => repeat.Costs[at].PeakBytes),
        })],
    };

    static StageCost Sum(string stage, StageCost[] costs) =>
        new(
            stage, costs[0].Matches, costs.Sum(cost => cost.Seconds), costs.Sum(cost => cost.ProcessorSeconds),
            costs.Max(cost => cost.PeakBytes));
}
