using System.CommandLine;
using Soccer.Bench;

// As in bench/serve: the load takes as little of the processors as can be.
Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
var address = new Option<Uri>("--address")
{
    Description = "The Api of a system on this machine; without it the one of this checkout that runs.",
    DefaultValueFactory = _ => new Uri(Environment.GetEnvironmentVariable("Cli__Api") ?? "http://127.0.0.1:15400/"),
};
var most = BenchCommand.Number("--most", "The most copies of Train and of Predict.", 3, 1, 8);
var trials = BenchCommand.Number("--trials", "Trials of each search for parameters.", 6, 2, 64);
var seconds = BenchCommand.Number("--seconds", "How long requests are sent, for each number of copies.", 8, 2, 600);
return BenchCommand.Run(
    args, "Trials per minute and answers per second by the number of copies of Train and Predict: 1, 2, 3, beside a system that runs.",
    parsed => ReplicasBench.Run(
        parsed.GetValue(address)!, Environment.GetEnvironmentVariable("Cli__Key") ?? "", parsed.GetValue(most), parsed.GetValue(trials),
        TimeSpan.FromSeconds(parsed.GetValue(seconds)), Console.Out, Console.Error.WriteLine).GetAwaiter().GetResult(),
    address, most, trials, seconds);
