using MassTransit;
using Microsoft.Extensions.Options;
using Soccer.Api.Access;
using Soccer.Api.Explanations;
using Soccer.Api.OpenApi;
using Soccer.Api.Problems;
using Soccer.Contracts.Predict.V1;
using Soccer.Hosting.Bus;
using Soccer.Tables.Predict;

namespace Soccer.Api.Predictions;

/// <summary>One match, answered in the request: nothing is stored.</summary>
static class PredictNowEndpoint
{
    public static void MapPredictNow(this WebApplication app) => app.MapPost("/v1/predict", Ask).WithTags("Forecasts").Needs(Scope.Predict)
        .TakesFlag("explain", "true adds the member explanation: what each family of features adds to each outcome.")
        .WithSummary("Forecast one match at once")
        .WithDescription("Answered in the request, and stored nowhere. Both teams must play in one country. Without date it is the day after the last one whose results are known, and without odds none are heard, though the source lists some: "
            + "the forecast of a listed match is told under /v1/fixtures/{id}. explain=true: and why. 503 with Retry-After where Predict does not answer in 5 seconds.")
        .Produces<ForecastAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    static async Task<IResult> Ask(
        MatchRequest request, string? explain, IScopedClientFactory clients, KnownReader known, IOptions<PredictionOptions> options, TimeProvider time, CancellationToken cancellation)
    {
        var isToExplain = Input.Flag("explain", explain);
        var match = MatchReader.Read(request, "", await known.Now(cancellation));
        var question = new PredictMatchNow(NewId.NextSequentialGuid(), match, time.GetUtcNow().UtcDateTime, isToExplain);
        var answer = await clients.Ask<PredictMatchNow, MatchPredicted, MatchNotPredicted>(
            PredictMatchNow.Queue, question, TimeSpan.FromSeconds(options.Value.NowSeconds), cancellation);
        if (answer.Is(out Response<MatchPredicted>? forecast))
            return Results.Ok(Of(forecast.Message, request.Odds));
        if (!answer.Is(out Response<MatchNotPredicted>? refusal))
            throw new InvalidOperationException($"{answer.Message.GetType().Name} is no answer to a question for a forecast");
        var why = refusal.Message;
        if (why.Field == "explain")
            return ProblemTypes.NotFound.Answer($"the forecast can't be explained: {why.Reason}");
        throw why.Field.Length > 0 ? new InvalidInputException(why.Field, null, why.Reason, why.Suggestions) : new StageAwayException(why.Reason);
    }

    static ForecastAnswer Of(MatchPredicted e, double[]? odds)
    {
        var forecast = ForecastAnswer.Of(
            new MatchForecast(
                e.Division, e.HomeId ?? 0, e.Home, e.AwayId ?? 0, e.Away, e.Date, e.HomeWin, e.Draw, e.AwayWin, e.Kind ?? "", (float?)e.ExpectedHomeGoals, (float?)e.ExpectedAwayGoals,
                odds),
            e.ModelId, e.FeatureSetVersion, e.DatasetVersion);
        return e is { Base: { } nothing, Families: { } families, Features: { } features, Margins: { } margins }
            ? forecast with { Explanation = WhyAnswer.Of(nothing, families, features, margins) }
            : forecast;
    }
}
