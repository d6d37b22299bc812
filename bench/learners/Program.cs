using Soccer.Bench;

var mirror = BenchCommand.Mirror();
return BenchCommand.Run(
    args, "Which learners a kind should blend, and how: each learner alone, their geometric means, and regressions on their forecasts, over five past seasons.",
    parsed => Learners.Run(parsed.GetValue(mirror)!, Console.Out, Console.Error.WriteLine),
    mirror);
