using Soccer.Bench;

var mirror = BenchCommand.Mirror();
return BenchCommand.Run(
    args, "What each family of features is worth: fits without it and with it alone, and what that does to the log loss of two past seasons.",
    parsed => Ablation.Run(parsed.GetValue(mirror)!, Console.Out, Console.Error.WriteLine),
    mirror);
