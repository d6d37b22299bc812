using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting.Goals;

namespace Soccer.Api.Tests.Http;

/// <summary>Predictions over HTTP, on a real database.</summary>
public sealed class PredictionSpecs : ApiSpecs
{
    [Test]
    public async Task A_prediction_is_pending_until_Predict_has_answered_twice_the_same()
    {
        var (id, location) = await Ask("Arsenal", "Chelsea");
        var pending = await Api.Http.GetAsync(location);
        Assert.That(pending.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(1)));
        Assert.That((await pending.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString(), Is.EqualTo("pending"));
        await Api.Host.Deliver(new MatchPredicted(id, "E0", "Arsenal", "Chelsea", new DateOnly(2025, 2, 8), 0.5, 0.25, 0.25, "m1", 5, Api.Host.Clock.GetUtcNow().UtcDateTime, "market-memory", 1.5, 1.0), times: 2);
        var done = await Api.Http.GetFromJsonAsync<JsonElement>(location);
        Assert.That(done.GetProperty("status").GetString(), Is.EqualTo("done"));
        Assert.That(done.GetProperty("forecast").GetProperty("fairOdds").EnumerateArray().Select(odds => odds.GetDouble()), Is.EqualTo(new[] { 2.0, 4, 4 }));
        Assert.That(done.GetProperty("forecast").GetProperty("goals").GetProperty("bothScore").GetDouble(), Is.EqualTo(ScoreGrid.Of(new(0.5, 0.25, 0.25), 1.5, 1.0).BothScore).Within(1e-6));
    }

    [Test]
    public async Task A_prediction_of_an_unknown_team_names_the_field_and_the_nearest_names()
    {
        var (id, location) = await Ask("Arsenall", "Chelsea");
        await Api.Host.Deliver(new MatchNotPredicted(id, "home", "there is no team 'Arsenall'", ["Arsenal"], Api.Host.Clock.GetUtcNow().UtcDateTime), times: 2);
        var failed = await Api.Http.GetFromJsonAsync<JsonElement>(location);
        Assert.That(failed.GetProperty("status").GetString(), Is.EqualTo("failed"));
        Assert.That(failed.GetProperty("problem").GetProperty("field").GetString(), Is.EqualTo("home"));
        Assert.That(failed.GetProperty("problem").GetProperty("suggestions")[0].GetString(), Is.EqualTo("Arsenal"));
    }

    [Test]
    public async Task A_prediction_that_Predict_gave_up_is_failed()
    {
        var (id, location) = await Ask("Arsenal", "Chelsea");
        await Api.Fault(new PredictMatch(id, null, "Arsenal", "Chelsea", null, Api.Host.Clock.GetUtcNow().UtcDateTime), "out of luck");
        Assert.That((await Api.Http.GetFromJsonAsync<JsonElement>(location)).GetProperty("problem").GetProperty("reason").GetString(), Is.EqualTo("out of luck"));
    }

    [Test]
    public async Task A_prediction_that_nobody_asked_for_is_not_found() =>
        Assert.That((await Api.Http.GetAsync($"/v1/predictions/{Guid.NewGuid()}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

    async Task<(Guid Id, Uri Location)> Ask(string home, string away)
    {
        var response = await Api.Http.PostAsJsonAsync("/v1/predictions", new { home, away, date = "2025-02-08" });
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        return ((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid(), response.Headers.Location!);
    }
}
