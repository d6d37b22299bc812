using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>The whole cascade through the real broker and database, each service a process, on a tiny simulated world.</summary>
[TestFixture]
sealed partial class CascadeSpecs : AfterFirstRun
{
    DateOnly day;
    RunOutcome newest = null!;

    [OneTimeSetUp]
    public async Task RunOnce()
    {
        newest = await Running.Run(day = NextWeek());
        Assert.That(newest.Status, Is.EqualTo("completed"), newest.Failure);
    }

    [Test]
    public async Task A_run_ends_in_a_champion_and_a_forecast_for_every_fixture_of_the_week()
    {
        Assert.That(First.Status, Is.EqualTo("completed"), First.Failure);
        Assert.That(First.Fixtures, Is.Positive);
        Assert.That(First.Forecasts, Is.EqualTo(First.Fixtures));
        Assert.That(First.Count("promote", "promoted"), Is.EqualTo(1));

        using var api = Running.Api;
        var fixtures = (await api.GetFromJsonAsync<JsonElement>("v1/fixtures")).GetProperty("fixtures").EnumerateArray().ToList();
        Assert.That(fixtures, Has.Count.EqualTo(newest.Fixtures));
        Assert.That(fixtures.Select(fixture => Sum(fixture)), Is.All.EqualTo(1).Within(2e-6), "shown with six decimals");
    }

    [Test]
    public async Task The_same_run_again_ends_unchanged()
    {
        var before = await Running.Run(day, "always");
        Assert.That(before.Status, Is.EqualTo("completed"), before.Failure);
        var again = await Running.Run(day);
        Assert.That(again.Status, Is.EqualTo("unchanged"));
        Assert.That(again.Content, Is.EqualTo(before.Content));
    }

    [Test]
    public async Task A_forced_run_computes_everything_again_and_gives_the_same_hashes()
    {
        var trained = await Running.Run(day, "always");
        var forced = await Running.Run(day, "always", force: true);
        Assert.That(forced.Status, Is.EqualTo("completed"), forced.Failure);
        Assert.That(forced.Content, Is.EqualTo(trained.Content));
        Assert.That(forced.DatasetVersion, Is.EqualTo(trained.DatasetVersion));
        string[] computed = ["validate", "featurize", "train", "predict", "drift-check"];
        Assert.That(computed.Select(forced.Remembered), Is.All.False);
    }

    [Test]
    public async Task StartRun_pasted_as_JSON_into_the_management_page_runs_the_cascade()
    {
        await Running.Paste("ingest-snapshot", """{ "asOf": "DAY", "reason": "pasted", "training": "Never" }""".Replace("DAY", $"{day:yyyy-MM-dd}", StringComparison.Ordinal));
        using var api = Running.Api;
        Guid? pasted = null;
        await Eventually.Happens("a pasted run is in the ledger", async () =>
        {
            var runs = (await api.GetFromJsonAsync<JsonElement>("v1/runs")).GetProperty("runs").EnumerateArray();
            pasted = runs.Where(run => run.GetProperty("reason").GetString() == "pasted").Select(run => (Guid?)run.GetProperty("id").GetGuid()).FirstOrDefault();
            return pasted is not null;
        }, TimeSpan.FromSeconds(60));
        Assert.That((await Running.End(pasted!.Value)).Status, Is.EqualTo("unchanged"));
    }

    [Test]
    public async Task Any_two_known_teams_can_be_forecast()
    {
        using var api = Running.Api;
        var (away, home) = await Teams();
        var accepted = await api.PostAsJsonAsync("v1/predictions", new { home, away });
        Assert.That((int)accepted.StatusCode, Is.EqualTo(202));
        JsonElement answer = default;
        await Eventually.Happens("the prediction is answered", async () =>
        {
            answer = await api.GetFromJsonAsync<JsonElement>(accepted.Headers.Location);
            return answer.GetProperty("status").GetString() != "pending";
        }, TimeSpan.FromSeconds(30));
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("done"), answer.ToString());
    }

    [Test]
    public async Task One_match_is_answered_in_the_request_as_it_is_when_it_is_stored()
    {
        using var api = Running.Api;
        var (home, away) = await Teams();
        var (now, stored) = (default(JsonElement), default(JsonElement));
        // After a run the one may come of the knowledge before, and the other of the newer.
        await Eventually.Happens(() => $"two answers of the same knowledge, at last {now} and {stored}", async () =>
        {
            now = await (await api.PostAsJsonAsync("v1/predict", new { home, away })).Content.ReadFromJsonAsync<JsonElement>();
            using var request = new HttpRequestMessage(HttpMethod.Post, "v1/predictions");
            request.Content = JsonContent.Create(new { home, away });
            request.Headers.Add("Prefer", "wait=30");
            stored = await (await api.SendAsync(request)).Content.ReadFromJsonAsync<JsonElement>();
            return now.TryGetProperty("modelId", out _) && stored.TryGetProperty("forecast", out var forecast)
                && Knowledge(forecast) == Knowledge(now);
        }, TimeSpan.FromSeconds(60));
        Assert.That(stored.GetProperty("forecast").GetRawText(), Is.EqualTo(now.GetRawText()));
    }

    /// <summary>What a forecast is made of: two of the same match are the same where this is.</summary>
    /// <remarks>
    /// The day too: of a match without one it is that of the newest run, while that run's feature set is still being loaded.
    /// </remarks>
    static (string? Model, int FeatureSet, string? Date) Knowledge(JsonElement forecast) => (
        forecast.GetProperty("modelId").GetString(), forecast.GetProperty("featureSetVersion").GetInt32(),
        forecast.GetProperty("date").GetString());

    [Test]
    public async Task Two_replicas_of_Predict_share_the_requests_and_answer_each_once()
    {
        const int Requests = 400;
        var (home, away) = await Teams();
        var replica = await Running.AddReplica("Predict");
        try
        {
            var (first, second) = (await Taken(Running["Predict"]), await Taken(replica));
            using var api = Running.Api;
            var ids = await Task.WhenAll(Enumerable.Range(0, Requests).Select(async _ =>
                (await (await api.PostAsJsonAsync("v1/predictions", new { home, away })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid()));
            foreach (var id in ids)
                await Eventually.Happens($"{id} is answered", async () =>
                    (await api.GetFromJsonAsync<JsonElement>($"v1/predictions/{id}")).GetProperty("status").GetString() == "done", TimeSpan.FromSeconds(60));
            // A message is counted when its batch is over, which is after its answer is stored.
            await Eventually.Happens("all are counted", async () => await Taken(Running["Predict"]) - first + await Taken(replica) - second >= Requests, TimeSpan.FromSeconds(30));
            (first, second) = (await Taken(Running["Predict"]) - first, await Taken(replica) - second);
            Assert.That((first > 0, second > 0, first + second), Is.EqualTo((true, true, Requests)), $"{first} and {second}");
        }
        finally
        {
            await replica.Kill();
        }
    }

    static Task<int> Taken(ServiceProcess replica) => replica.Consumed("PredictMatch");

    static double Sum(JsonElement fixture) =>
        new[] { "homeWin", "draw", "awayWin" }.Sum(outcome => fixture.GetProperty(outcome).GetProperty("probability").GetDouble());
}
