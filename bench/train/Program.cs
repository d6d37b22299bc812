using System.CommandLine;
using Soccer.Bench;

var (mirror, asOf) = (BenchCommand.Mirror(), BenchCommand.AsOf());
var repeats = BenchCommand.Number("--repeats", "How often each fit is timed beside the bare library; the medians count.", 5, 1, 100);
var json = new Option<bool>("--json") { Description = "Print one JSON object instead of lines." };
return BenchCommand.Run(
    args, "What a training costs: the pass over time, the fit of every kind, memory, and what is added to the native library's own time.",
    parsed =>
    {
        var report = TrainingCost.Measure(parsed.GetValue(mirror)!, parsed.GetValue(asOf), parsed.GetValue(repeats), Console.Error.WriteLine);
        return TrainingCost.Print(report, parsed.GetValue(json));
    },
    mirror, asOf, repeats, json);
