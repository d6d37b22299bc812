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
        var from = Options.Day("--from", "The first match day; 26 weeks before --to if left out");
        var to = Options.Day("--to", "The last match day; that of the newest run if left out");
        var kind = new Option<string?>("--kind")
        {
            Description = "results-only, market-memory or market-aware; if left out, for each match the kind that knows most.",
        };
        string[] examples = ["results", "results --by division --from 2024-08-01 --to 2025-02-01", "results --division E0 --kind market-aware"];
        const string about = "How good the forecasts of played matches were, beside the market.";
        return CommandLine.Verb("results", about, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var query = Query.Of(
                ("by", parsed.GetValue(by)), ("division", parsed.GetValue(division)), ("from", Text(parsed.GetValue(from))),
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
            if (List.IsTable(parsed) && results.Total is not null)
                rows = rows.Append(document.RootElement.GetProperty("total"));
            if (await List.And(ColumnsBy(results.By)).Show(parsed, [.. rows], cancellation) is not null)
                PrintScope(results);
            return Exit.Ok;
        }, [by, division, from, to, kind, .. List.Options]);
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
        new("interval", "95%", row => row.Market?.Difference is { Low: { } low, High: { } high }
            ? $"{low.ToString(Signed, CultureInfo.InvariantCulture)} to {high.ToString(Signed, CultureInfo.InvariantCulture)}"
            : ""),
    ];

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
        if (results.Total?.Market is not null)
            Screen.Line("forecast, market: log loss on the matches with odds; difference: forecast minus market, below 0 the forecast was better");
    }

    static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
