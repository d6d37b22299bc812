using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Forecasts;

/// <summary>predict: a forecast for any two known teams.</summary>
static class PredictVerb
{
    const string Description = """
        A forecast for any two known teams.

        It knows the odds of --odds and no others, even if the source lists some. For a coming match with its bookmakers' odds, see fixture.
        """;

    public static Command Create(Settings settings)
    {
        var home = new Argument<string>("HOME") { Description = "The home team's name, in quotes if it has spaces." };
        var away = new Argument<string>("AWAY") { Description = "The away team's name, in quotes if it has spaces." };
        var division = Options.Division();
        var date = Options.Day("--date", "The day of the match. The day after the last one with known results if left out");
        var odds = Options.Odds();
        var explain = new Option<bool>("--explain") { Description = "Also say why: the effect of each family of features." };
        var json = Options.Json();
        string[] examples =
        [
            "predict Arsenal \"Aston Villa\"",
            "predict Arsenal \"Aston Villa\" --date 2025-02-08 --odds 1.9/3.6/4.1 --explain",
        ];
        return CommandLine.Verb("predict", Description, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var request = new
            {
                home = parsed.GetValue(home),
                away = parsed.GetValue(away),
                division = parsed.GetValue(division),
                date = parsed.GetValue(date)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                odds = parsed.GetValue(odds) is { } prices ? new[] { prices.Home, prices.Draw, prices.Away } : null,
            };
            var path = $"v1/predict{(parsed.GetValue(explain) ? "?explain=true" : "")}";
            if (parsed.GetValue(json))
                Console.WriteLine(await api.PostText(path, request, cancellation));
            else
            {
                var forecast = await api.Post<ForecastView>(path, request, cancellation);
                Print(forecast);
                if (request.odds is null && await Listed(api, forecast, cancellation) is { } listed)
                    Screen.Line(Screen.Plain(listed));
            }
            return Exit.Ok;
        }, home, away, division, date, odds, explain, json);
    }

    /// <summary>That the match is listed with a forecast that knows its odds; null if it is not.</summary>
    static async Task<string?> Listed(ApiClient api, ForecastView forecast, CancellationToken cancellation)
    {
        try
        {
            var day = forecast.Date.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var list = await FixturesView.Ask(
                api, $"v1/fixtures{Query.Of(("team", forecast.Home), ("division", forecast.Division), ("from", day))}", cancellation);
            var match = list.Fixtures.FirstOrDefault(
                match => match.Home == forecast.Home && match.Away == forecast.Away && match is { EdgeKind: not null, HasKickedOff: not true });
            return match is null
                ? null
                : FormattableString.Invariant($"The match is listed on {match.Date:yyyy-MM-dd} with a forecast that knows its odds: ")
                    + $"1 {Percent(match.HomeWin)}%, X {Percent(match.Draw)}%, 2 {Percent(match.AwayWin)}%; "
                    + $"see ./soccer fixture \"{match.Home}\" \"{match.Away}\"";
        }
        catch (Exception error) when (error is ExitException or ApiAwayException)
        {
            // A remark only: the forecast that was asked for is there.
            return null;
        }
    }

    static string Percent(OutcomeView outcome) => FixtureColumns.Percent(outcome.Probability);

    static void Print(ForecastView forecast)
    {
        Screen.Line($"[bold]{Screen.Plain($"{forecast.Home} - {forecast.Away}")}[/], {forecast.Division}, {forecast.Date:yyyy-MM-dd}");
        double[] probabilities = [forecast.HomeWin, forecast.Draw, forecast.AwayWin];
        OutcomeTable.Print([.. probabilities.Zip(forecast.FairOdds, (p, fair) => new OutcomeView(p, fair, null, null, null))], []);
        Screen.Line("% = the forecast; fair = 1 / probability");
        if (forecast.Goals is { } goals)
            GoalLines.Print(goals);
        if (forecast.Market is { } market)
            MarketLines.Print([market], forecast.EdgeKind);
        var kind = forecast.Kind is { } known ? $"{known}, " : "";
        Screen.Line($"{kind}model {forecast.ModelId[..Math.Min(12, forecast.ModelId.Length)]}, feature set {forecast.FeatureSetVersion}");
        if (forecast.Explanation is not { } why)
            return;
        Screen.Line("");
        ExplanationTables.Print(why, probabilities);
    }
}
