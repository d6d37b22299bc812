using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Forecasts;

/// <summary>predict: a forecast for any two known teams.</summary>
static class PredictVerb
{
    const string Description = "A forecast for any two known teams. It hears the odds of --odds and no others, though the source lists some: the forecast of a coming match is shown by "
        + "fixture ID (GET /v1/fixtures/{id}); to ask the same here, give the match's --date and --odds.";

    public static Command Create(Settings settings)
    {
        var home = new Argument<string>("HOME") { Description = "The home team's name, in quotes where it has spaces." };
        var away = new Argument<string>("AWAY") { Description = "The away team's name, in quotes where it has spaces." };
        var division = Options.Division();
        var date = Options.Day("--date", "The day of the match; the day after the last one whose results are known where it is left out");
        var odds = Options.Odds();
        var explain = new Option<bool>("--explain") { Description = "Also say why: what each family of features adds." };
        var json = Options.Json();
        return CommandLine.Verb("predict", Description, async (parsed, cancellation) =>
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
                Print(await api.Post<ForecastView>(path, request, cancellation));
            return Exit.Ok;
        }, home, away, division, date, odds, explain, json);
    }

    static void Print(ForecastView forecast)
    {
        Screen.Line($"{Screen.Plain(forecast.Home)} - {Screen.Plain(forecast.Away)}, {forecast.Division}, {forecast.Date:yyyy-MM-dd}");
        Screen.Print(["", ">%", ">fair odds"],
        [
            ["home", Number(forecast.HomeWin * 100, "0.0"), Number(forecast.FairOdds[0], "0.00")],
            ["draw", Number(forecast.Draw * 100, "0.0"), Number(forecast.FairOdds[1], "0.00")],
            ["away", Number(forecast.AwayWin * 100, "0.0"), Number(forecast.FairOdds[2], "0.00")],
        ]);
        if (forecast.Goals is { } goals)
            GoalLines.Print(goals);
        if (forecast.Market is { } market)
            MarketLines.Print([market], forecast.EdgeKind);
        Screen.Line($"{(forecast.Kind is { } kind ? $"{kind}, " : "")}model {forecast.ModelId[..Math.Min(12, forecast.ModelId.Length)]}, feature set {forecast.FeatureSetVersion}");
        if (forecast.Explanation is { } told)
            ExplainVerb.Print(told, forecast.HomeWin, forecast.Draw, forecast.AwayWin);
    }

    static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
