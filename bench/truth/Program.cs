using Soccer.Bench;

var seed = BenchCommand.Number("--seed", "Seed of the simulated world.", 7, 0, int.MaxValue);
return BenchCommand.Run(
    args, "How near forecasts come to the true probabilities of a simulated world, by the number of seasons to learn from.",
    parsed => TruthGap.Run((ulong)parsed.GetValue(seed), Console.Out, Console.Error.WriteLine),
    seed);
