using System.CommandLine;
using System.Text.Json;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Backtests;

/// <summary>backtest: past seasons forecast strictly forward, beside the market.</summary>
static class BacktestVerb
{
    public static Command Create(Settings settings)
    {
        var seasons = List("--test-seasons", "Seasons to forecast, parted by commas: 2324,2425; the two newest where it is left out.");
        var kinds = List("--kinds", "results-only, market-memory, market-aware, parted by commas; all where it is left out.");
        var html = new Option<string?>("--html") { Description = "Write the report as one self-contained page to this file." };
        var show = new Option<string?>("--show")
        {
            HelpName = "ID",
            Description = "Show a backtest again by its id, or its first 8 characters or more, instead of starting one; backtests lists them.",
        };
        var json = Options.Json();
        var timeout = Options.Timeout();
        const string about = "Forecast past seasons strictly forward in time, and score the forecasts beside the market's.";
        string[] examples = ["backtest", "backtest --test-seasons 2324,2425 --html report.html", "backtest --show 019b75aa-6c1d"];
        return CommandLine.Verb("backtest", about, examples, async (parsed, cancellation) =>
        {
            if (parsed.GetValue(html) is { } page)
                OutputFile.Check(html.Name, page);
            using var api = new ApiClient(settings.Api, settings.Key);
            var again = parsed.GetValue(show);
            if (again is not null && string.IsNullOrWhiteSpace(again))
                throw new ExitException(Exit.Usage, "--show '': write a backtest's id, or its first 8 characters or more; backtests lists them");
            if (again is not null && new Option[] { seasons, kinds }.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } other)
                throw new ExitException(Exit.Usage, $"--show shows a backtest as it was: leave {other.Name} out");
            var request = new { testSeasons = Parts(parsed.GetValue(seasons)), kinds = Parts(parsed.GetValue(kinds)) };
            var backtest = again is null
                ? await api.Post<BacktestView>("v1/backtests", request, cancellation)
                : await api.Get<BacktestView>($"v1/backtests/{Uri.EscapeDataString(again)}", cancellation);
            var (id, limit) = (backtest.Id, TimeSpan.FromSeconds(parsed.GetValue(timeout)));
            var follow = new BacktestFollow(api, TimeProvider.System);
            var done = await BacktestDisplay.Show(id, parsed.GetValue(json), each => follow.ToItsEnd(id, limit, each, cancellation));
            if (done.Problem is { } problem)
                throw new ExitException(problem.Field.Length > 0 ? Exit.Usage : Exit.Failed, $"{(problem.Field.Length > 0 ? problem.Field + ": " : "")}{problem.Reason}");

            var text = await api.GetText(done.Report!.TrimStart('/'), cancellation);
            var report = JsonSerializer.Deserialize<ReportView>(text, JsonSerializerOptions.Web)!;
            if (parsed.GetValue(html) is { } file)
                await OutputFile.Write(html.Name, file, BacktestPage.Of(report), cancellation);
            if (parsed.GetValue(json))
                Console.WriteLine(text);
            else
                BacktestTables.Print(report, done);
            return Exit.Ok;
        }, seasons, kinds, show, json, html, timeout);
    }

    static Option<string?> List(string name, string description) => new(name) { Description = description };

    static string[] Parts(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
