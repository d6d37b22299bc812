using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Results;

/// <summary>results: how the forecasts that were served did, beside the market.</summary>
static class ResultsVerb
{
    const string Loss = "0.0000";
    const string Signed = "+0.0000;-0.0000;0.0000";

    static readonly Listing<ResultRow> List = new(ColumnsBy("key"), "the rows");

    public static Command Create(Settings settings)
    {
        var by = new Option<string?>("--by") { Description = "A row for each week or for each division; week if left out." };
        var division = Options.Division();
        var league = new Option<string?>("--league") { Description = "Only a league: its code, such as E0, or its name; not together with --division." };
        var from = Options.Day("--from", "The first match day; if left out the Monday that begins the last 26 weeks, that of --to included");
        var to = Options.Day("--to", "The last match day; that of the newest run if left out");
        var kind = new Option<string?>("--kind")
        {
            Description = "results-only, market-memory or market-aware; if left out, for each match the kind that knows most.",
        };
        string[] examples = ["results", "results --by division --from 2024-08-01 --to 2025-02-01", "results --division E0 --kind market-aware"];
        const string about = "How good the forecasts of played matches were, beside the market.";
        return CommandLine.Verb("results", about, examples, async (parsed, cancellation) =>
        {
            if (parsed.GetValue(league) is not null && parsed.GetValue(division) is not null)
                throw new ExitException(Exit.Usage, "--league and --division both choose a league: leave one of them out");
            if (parsed.GetValue(from) > parsed.GetValue(to))
                throw new ExitException(Exit.Usage, $"--to {Text(parsed.GetValue(to))} is before --from {Text(parsed.GetValue(from))}");
            using var api = new ApiClient(settings.Api, settings.Key);
            var query = Query.Of(
                ("by", parsed.GetValue(by)), ("division", parsed.GetValue(division)), ("league", parsed.GetValue(league)), ("from", Text(parsed.GetValue(from))),
                ("to", Text(parsed.GetValue(to))), ("kind", parsed.GetValue(kind)));
            var answer = await api.GetText($"v1/results{query}", cancellation);
            if (List.IsJson(parsed))
            {
                Console.WriteLine(answer);
                return Exit.Ok;
            }
            var results = JsonSerializer.Deserialize<ResultsView>(answer, JsonSerializerOptions.Web)!;
            using var document = JsonDocument.Parse(answer);
            IEnumerable<JsonElement> rows = document.RootElement.GetProperty("rows").EnumerateArray();
            if (results.Total is not null)
                rows = rows.Append(document.RootElement.GetProperty("total"));
            if (await List.And(ColumnsBy(results.By)).Show(parsed, [.. rows], cancellation, legend: HeadsBy(results.By)) is not null)
                PrintScope(results);
            return Exit.Ok;
        }, [by, division, league, from, to, kind, .. List.Options]);
    }

    static Column<ResultRow>[] ColumnsBy(string by) =>
    [
        new("key", by, row => row.Key),
        new("league", "league", row => row.League) { Rank = 3, IsHidden = by == "week" },
        new("matches", "matches", row => row.Matches) { Format = "N0" },
        new("logLoss", "log loss", row => row.LogLoss) { Format = Loss, Rank = 1 },
        new("rps", "RPS", row => row.Rps) { Format = Loss, Rank = 4 },
        new("brier", "Brier", row => row.Brier) { Format = Loss, Rank = 6 },
        new("accuracy", "accuracy", row => row.Accuracy) { Format = "0.000", Rank = 5 },
        new("market.matches", "with odds", row => row.Market?.Matches) { Format = "N0", Rank = 2 },
        new("market.forecastLogLoss", "forecast", row => row.Market?.ForecastLogLoss) { Format = Loss },
        new("market.logLoss", "market", row => row.Market?.LogLoss) { Format = Loss },
        new("market.difference.mean", "difference", row => row.Market?.Difference.Mean) { Format = Signed },
        new("market.difference.low", "95% from", row => row.Market?.Difference.Low) { Format = Signed },
        new("market.difference.high", "to", row => row.Market?.Difference.High) { Format = Signed },
    ];

    static Legend HeadsBy(string by) => new(
    [
        ("forecast, market: log loss on the matches with odds", ["market.forecastLogLoss", "market.logLoss"]),
        ("difference: forecast minus market, below 0 the forecast was better", ["difference.mean"]),
        ("95%: its interval by Student's t over 20 match days or more", ["difference.low", "difference.high"]),
        ("-: no match had odds, or there are too few days", ["market.forecastLogLoss", "market.logLoss", "difference.mean"]),
    ],
    by == "week" ? [("a week is named by its Monday", ["key"])] : []);

    static void PrintScope(ResultsView results)
    {
        var matches = results.Total is { } total
            ? $"{Counted.Of(total.Matches, "match", "es")} on {Counted.Of(total.Days, "day")}"
            : "no match";
        var kind = results.Kind ?? "for each match the kind that knows most";
        var division = results.Division is { } code ? $" in {code}" : "";
        if (results is { From: { } first, To: { } last })
        {
            var days = $"from {Text(first)} to {Text(last)}";
            Screen.Line(Screen.Plain($"counted: {matches}{division} {days} with a forecast and a result; {kind}"));
        }
        if (results.Note is { } note)
            Screen.Line(Screen.Plain(ApiWords.InVerbs(note)));
    }

    static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
