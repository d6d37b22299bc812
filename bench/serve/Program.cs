using System.CommandLine;
using Soccer.Bench;

// Answers are taken on the thread that reads the sockets. Handed to the pool of threads one by one, they kept the load so busy that it measured its own delays.
Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
var address = new Option<Uri>("--address")
{
    Description = "The Api; without it the one of this checkout that runs.",
    DefaultValueFactory = _ => new Uri(Environment.GetEnvironmentVariable("Cli__Api") ?? "http://127.0.0.1:15400/"),
};
var only = new Option<string[]>("--only") { Description = "Some of: fixtures, now, stored, lists, training. Without it all of them.", AllowMultipleArgumentsPerToken = true };
var seconds = BenchCommand.Number("--seconds", "How long the sustained load lasts.", 60, 6, 3600);
return BenchCommand.Run(
    args, "How fast forecasts are served: stored ones, one match at once, requests that are stored, and lists of a thousand, over HTTP, the bus and the database of a system that runs.",
    parsed => ServeBench.Run(
        parsed.GetValue(address)!, Environment.GetEnvironmentVariable("Cli__Key") ?? "", parsed.GetValue(only) ?? [], parsed.GetValue(seconds), Console.Out, Console.Error.WriteLine).GetAwaiter().GetResult(),
    address, only, seconds);
