using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Forecasts;

/// <summary>fixture: one match with all that its forecast says, beside every bookmaker's odds.</summary>
static class FixtureVerb
{
    public static Command Create(Settings settings)
    {
        var match = new Argument<long>("MATCH_ID")
        {
            Description = "The id of the match; the last column of fixtures, where the lines are long enough, and matchId in fixtures --json.",
            CustomParser = result =>
            {
                if (long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                    return id;
                result.AddError($"MATCH_ID '{result.Tokens[0].Value}': write the number that soccer fixtures --json calls matchId");
                return 0;
            },
        };
        var json = Options.Json();
        return CommandLine.Verb("fixture", "One match: all that its forecast says, and every bookmaker's odds.", async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var path = string.Create(CultureInfo.InvariantCulture, $"v1/fixtures/{parsed.GetValue(match)}");
            if (parsed.GetValue(json))
                Console.WriteLine(await api.GetText(path, cancellation));
            else
                Print(await api.Get<FixtureDetailView>(path, cancellation));
            return Exit.Ok;
        }, match, json);
    }

    static void Print(FixtureDetailView match)
    {
        Screen.Line($"[bold]{Screen.Plain(match.Home)} - {Screen.Plain(match.Away)}[/], {Screen.Plain(match.League)}, {match.Date:yyyy-MM-dd}{(match.KickOff is { } kickOff ? Text($" {kickOff:HH:mm} UK time") : ", time unknown")}");
        Screen.Print(["", ">%", ">fair odds", ">market %", .. match.Kinds.Select(kind => $">{(Screen.IsWide ? kind.Kind : kind.Kind.Replace('-', '\n'))} %")],
        [
            Outcome("home", match.HomeWin, match, kind => kind.HomeWin), Outcome("draw", match.Draw, match, kind => kind.Draw), Outcome("away", match.AwayWin, match, kind => kind.AwayWin),
        ]);
        if (match.Goals is { } goals)
            GoalLines.Print(goals);
        if (match.Markets.Count == 0)
            Screen.Line("No bookmaker's odds are known.");
        else
            MarketLines.Print(match.Best is { } best ? [best, .. match.Markets] : match.Markets, match.EdgeKind, match.OddsAsOf);
        Screen.Line($"{match.Kind}, model {match.ModelId[..Math.Min(12, match.ModelId.Length)]}{(match.Alias is { } alias ? $" ({alias})" : ", champion no more")}, "
            + Text($"dataset {match.DatasetVersion}, feature set {match.FeatureSetVersion}; results known through {match.AsOf:yyyy-MM-dd}"));
    }

    static string[] Outcome(string name, OutcomeView outcome, FixtureDetailView match, Func<KindView, double> probability) =>
    [
        name, Percent(outcome.Probability), Number(outcome.FairOdds, "0.00"), Percent(outcome.Market), .. match.Kinds.Select(kind => Percent(probability(kind))),
    ];

    static string Percent(double? share) => Number(share * 100, "0.0");

    static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
