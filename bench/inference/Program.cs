using System.CommandLine;
using Soccer.Bench;

var (mirror, asOf) = (BenchCommand.Mirror(), BenchCommand.AsOf());
var repeats = BenchCommand.Number("--repeats", "How often each row of the hold-out is forecast and timed.", 5, 1, 1000);
var json = new Option<bool>("--json") { Description = "Print one JSON object instead of lines." };
return BenchCommand.Run(
    args, "What a forecast of one row costs: microseconds, bytes, and how far it is from the native library's.",
    parsed =>
    {
        var report = InferenceCost.Measure(parsed.GetValue(mirror)!, parsed.GetValue(asOf), parsed.GetValue(repeats), Console.Error.WriteLine);
        return InferenceCost.Print(report, parsed.GetValue(json));
    },
    mirror, asOf, repeats, json);
