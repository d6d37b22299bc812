using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Forecasts;

/// <summary>predict: a forecast for any two known teams.</summary>
static class PredictVerb
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static Command Create(Settings settings)
    {
        var home = new Argument<string>("HOME") { Description = "The home team's name." };
        var away = new Argument<string>("AWAY") { Description = "The away team's name." };
        var division = Options.Division();
        var date = Options.Day("--date", "The day of the match");
        var odds = Options.Odds();
        var json = Options.Json();
        return CommandLine.Verb("predict", "A forecast for any two known teams.", async (parsed, cancellation) =>
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
            var asked = await api.Post<PredictionView>("v1/predictions", request, cancellation);
            var answer = await Await(api, asked.Id, cancellation);
            if (answer.Problem is { } problem)
            {
                var nearest = problem.Suggestions.Length > 0 ? $". Did you mean {string.Join(", ", problem.Suggestions)}?" : "";
                throw new ExitException(problem.Field.Length > 0 ? Exit.Usage : Exit.Failed, $"{ApiWords.InVerbs(problem.Reason)}{nearest}");
            }
            if (parsed.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(answer.Forecast, JsonSerializerOptions.Web));
            else
                Print(answer.Forecast!);
            return Exit.Ok;
        }, home, away, division, date, odds, json);
    }

    static async Task<PredictionView> Await(ApiClient api, Guid id, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Limit)
        {
            if (await api.Find<PredictionView>($"v1/predictions/{id}", cancellation) is { Status: not "pending" } answer)
                return answer;
            await Task.Delay(Pause, cancellation);
        }
        throw new ExitException(Exit.Away, $"There was no forecast in {Limit.TotalSeconds:0} s: is Predict running?");
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
        Screen.Line($"{(forecast.Kind is { } kind ? $"{kind}, " : "")}model {forecast.ModelId[..Math.Min(12, forecast.ModelId.Length)]}, feature set {forecast.FeatureSetVersion}");
    }

    static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
