using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Forecasts;

/// <summary>fixture: one match with its whole forecast, beside every bookmaker's odds.</summary>
static class FixtureVerb
{
    const string Description = """
        One match: its whole forecast, and every bookmaker's odds.
        """;

    public static Command Create(Settings settings)
    {
        var match = MatchArgument.Create();
        var json = Options.Json();
        string[] examples =
        [
            "fixture Arsenal \"Aston Villa\"",
            "fixture 418221",
        ];
        return CommandLine.Verb("fixture", Description, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var (id, hasKickedOff) = await MatchArgument.Find(api, parsed.GetValue(match)!, cancellation);
            var path = string.Create(CultureInfo.InvariantCulture, $"v1/fixtures/{id}");
            if (parsed.GetValue(json))
                Console.WriteLine(await api.GetText(path, cancellation));
            else
            {
                var found = await api.Get<FixtureDetailView>(path, cancellation);
                Print(found);
                if (hasKickedOff)
                    Screen.Line(KickOffClock.KickedOff(found.Date, found.KickOff));
            }
            return Exit.Ok;
        }, match, json);
    }

    static void Print(FixtureDetailView match)
    {
        Screen.Line($"[bold]{Screen.Plain($"{match.Home} - {match.Away}")}[/], {Screen.Plain(match.League)}, "
            + Text($"{match.Date:yyyy-MM-dd} ") + (match.KickOff is { } kickOff ? Text($"{kickOff:HH:mm} UK time") : "(kick-off unknown)"));
        OutcomeTable.Print(
            [match.HomeWin, match.Draw, match.AwayWin],
            [.. match.Kinds.Select(kind => (kind.Kind, (double[])[kind.HomeWin, kind.Draw, kind.AwayWin]))]);
        var hasMarket = new[] { match.HomeWin, match.Draw, match.AwayWin }.Any(outcome => outcome.Market is not null);
        Screen.Line(
            $"% = the forecast, by {match.Kind}; fair = 1 / probability"
            + (hasMarket ? "; market = the market's probability without its margin, in %" : ""));
        Screen.Line($"{string.Join(", ", match.Kinds.Select(kind => kind.Kind))} = the forecast by each kind of model, in %");
        if (match.Goals is { } goals)
            GoalLines.Print(goals);
        if (match.Markets.Count == 0)
            Screen.Line("No bookmaker's odds are known.");
        else
            MarketLines.Print(match.Best is { } best ? [best, .. match.Markets] : match.Markets, match.EdgeKind, match.OddsAsOf);
        Screen.Line(Text($"{match.Kind}, model {match.ModelId[..Math.Min(12, match.ModelId.Length)]} ")
            + (match.Alias is { } alias ? $"({alias}), " : "(no longer champion), ")
            + Text($"dataset {match.DatasetVersion}, feature set {match.FeatureSetVersion}; ")
            + Text($"results known through {match.AsOf:yyyy-MM-dd}"));
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
