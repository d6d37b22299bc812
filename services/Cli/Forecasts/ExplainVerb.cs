using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Forecasts;

/// <summary>explain: why a match's forecast is what it is.</summary>
static class ExplainVerb
{
    const string Description = """
        Why a match's forecast is what it is: the effect of each family of features, and of the largest features.
        """;

    public static Command Create(Settings settings)
    {
        var match = MatchArgument.Create();
        var kind = new Option<string?>("--kind")
        {
            Description = "results-only, market-memory or market-aware. The one that knows most of the match if left out.",
        };
        var json = Options.Json();
        string[] examples =
        [
            "explain Arsenal \"Aston Villa\"",
            "explain 418221 --kind market-memory",
        ];
        return CommandLine.Verb("explain", Description, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var (id, _) = await MatchArgument.Find(api, parsed.GetValue(match)!, cancellation);
            var path = string.Create(CultureInfo.InvariantCulture, $"v1/fixtures/{id}/explanation{Query.Of(("kind", parsed.GetValue(kind)))}");
            if (parsed.GetValue(json))
                Console.WriteLine(await api.GetText(path, cancellation));
            else
            {
                var listed = await api.Find<FixtureDetailView>(string.Create(CultureInfo.InvariantCulture, $"v1/fixtures/{id}"), cancellation);
                Print(await api.Get<ExplanationView>(path, cancellation), listed);
            }
            return Exit.Ok;
        }, match, kind, json);
    }

    static void Print(ExplanationView match, FixtureDetailView? listed)
    {
        var teams = Screen.Plain($"{match.Home} - {match.Away}");
        var time = listed?.KickOff is { } kickOff ? string.Create(CultureInfo.InvariantCulture, $" {kickOff:HH:mm} UK time") : "";
        Screen.Line($"[bold]{teams}[/], {Screen.Plain(listed?.League ?? match.Division)}, {match.Date:yyyy-MM-dd}{time}, {match.Kind}");
        if (match.HasKickedOff)
            Screen.Line(KickOffClock.KickedOff(match.Date, listed?.KickOff));
        var p = match.Probability;
        ExplanationTables.Print(new(match.Base, match.Families, match.Margin), [p.HomeWin, p.Draw, p.AwayWin]);
        Screen.Line($"model {match.ModelId[..Math.Min(12, match.ModelId.Length)]}, feature set {match.FeatureSetVersion}");
    }
}
