using System.CommandLine;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Backtests;

/// <summary>backtests: the newest backtests.</summary>
static class BacktestsVerb
{
    static readonly string[] Kinds = ["results-only", "market-memory", "market-aware"];

    static readonly Listing<BacktestLine> List = new(
    [
        new("id", "backtest", line => line.Id) { IsId = true, LeastId = ShortIds.LeastOfTimed },
        new("status", "status", line => line.Status)
        {
            Colour = line => line.Status switch { "done" => "green", "pending" => "yellow", _ => "red" },
        },
        new("acceptedAt", "accepted (UTC)", line => line.AcceptedAt) { Format = "yyyy-MM-dd HH:mm", Rank = 2 },
        new("testSeasons", "seasons", line => line.TestSeasons is { } seasons ? string.Join(' ', seasons) : null) { Wraps = true },
        new("seconds", "seconds", line => line.Seconds) { Format = "0.0", Rank = 4 },
        new("matches", "matches", line => line.Pooled is [var first, ..] ? first.Matches : null) { Format = "N0", Rank = 5 },
        .. Kinds.Select((kind, place) => new Column<BacktestLine>(kind, kind, line => line.LossOf(kind))
        {
            Format = "0.0000", Rank = Kinds.Length - place,
        }),
        new("market", "market", line => line.LossOf(BacktestTables.Opening)) { Format = "0.0000", Rank = 1 },
        new("problem.reason", "why it failed", line => line.Problem?.Reason) { Rank = 6, Wraps = true },
    ]);

    static readonly Legend Heads = new(
    [
        ("log loss on the matches of the main divisions with opening and closing odds", ["matches", .. Kinds]),
        ("market: opening odds without their margin", ["market"]),
    ]);

    public static Command Create(Settings settings)
    {
        var limit = new ListLimit("backtests", 20, 1_000);
        var status = new Option<string?>("--status") { Description = "Only those that are pending, done or failed." };
        var since = new Option<string?>("--since")
        {
            Description = "Only those accepted since a day or a UTC instant: 2025-02-01 or 2025-02-01T07:00:00Z.",
        };
        var until = new Option<string?>("--until") { Description = "Only those accepted until then; a day is included whole." };
        const string about = "The newest backtests, each with its test seasons and its log loss beside the market's.";
        string[] examples = ["backtests", "backtests --status done --csv backtests.csv", "backtests --since 2025-02-01 --json"];
        return CommandLine.Verb("backtests", about, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            (string, string?)[] filters =
                [("status", parsed.GetValue(status)), ("since", parsed.GetValue(since)), ("until", parsed.GetValue(until))];
            var query = Query.Of([("limit", $"{limit.Of(parsed, List.IsTable(parsed))}"), .. filters]);
            var answer = await api.GetText($"v1/backtests{query}", cancellation);
            if (await List.Show(parsed, answer, "backtests", cancellation, limit, Heads) is not { } lines)
                return Exit.Ok;
            if (lines.Count == 0)
                Screen.Line(filters.All(filter => filter.Item2 is null) ? "There are no backtests yet." : "No backtest matches.");
            else
                Screen.Line("./soccer backtest --show ID shows the whole report, or why it failed.");
            return Exit.Ok;
        }, [limit.Option, status, since, until, .. List.Options]);
    }

    sealed record BacktestLine(
        string Id, string Status, DateTime AcceptedAt, IReadOnlyList<string>? TestSeasons, double? Seconds,
        IReadOnlyList<PooledView>? Pooled, BacktestProblemView? Problem)
    {
        public double? LossOf(string forecaster) => Pooled?.FirstOrDefault(score => score.Forecaster == forecaster)?.LogLoss;
    }

    sealed record PooledView(string Forecaster, int Matches, double LogLoss);
}
