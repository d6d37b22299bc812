using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MassTransit.Testing;
using Soccer.Api.Tests.Ledger;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Progress.V1;
using Soccer.Forecasting;

namespace Soccer.Api.Tests.Http;

/// <summary>The ledger from the bus to HTTP, on a real Api.Database.</summary>
public sealed class LedgerSpecs : ApiSpecs
{
    [Test]
    public async Task A_run_that_was_asked_for_is_accepted_and_known_at_once()
    {
        var response = await Api.Http.PostAsJsonAsync("/v1/runs", new { asOf = "2025-02-01", reason = "to see", training = "never", force = true });
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        var run = await Api.Http.GetFromJsonAsync<JsonElement>(response.Headers.Location);
        Assert.That(run.GetProperty("status").GetString(), Is.EqualTo("accepted"));
        Assert.That(run.GetProperty("asOf").GetString(), Is.EqualTo("2025-02-01"));
        var command = (await Api.Host.Bus.Consumed.SelectAsync<StartRun>(sent => sent.Context.Message.Reason == "to see").First()).Context;
        Assert.That(command.Message, Is.EqualTo(new StartRun(
            run.GetProperty("id").GetGuid(), new DateOnly(2025, 2, 1), "to see", "api", Contracts.Training.Never, true)));
        Assert.That(command.ConversationId, Is.EqualTo(command.Message.RunId));
    }

    // A simulated source may be months ahead.
    [TestCase(367)]
    [TestCase(4000)]
    public async Task A_run_as_of_a_day_more_than_a_year_ahead_is_refused(int daysAhead)
    {
        var day = $"{London.DayOf(Api.Host.Clock.GetUtcNow().UtcDateTime).AddDays(daysAhead):yyyy-MM-dd}";
        var response = await Api.Http.PostAsJsonAsync("/v1/runs", new { asOf = day, reason = "too early" });
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(problem.GetProperty("type").GetString(), Is.EqualTo("/problems/invalid-value"));
        Assert.That((problem.GetProperty("field").GetString(), problem.GetProperty("value").GetString()), Is.EqualTo(("asOf", day)));
        Assert.That(problem.GetProperty("detail").GetString(), Does.StartWith($"{day} has not ended: write a day before "));
    }

    [Test]
    public async Task A_run_can_be_asked_for_without_a_body() =>
        Assert.That((await Api.Http.PostAsync("/v1/runs", null)).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));

    [Test]
    public async Task A_whole_run_is_completed_and_remembered_for_Ingest_once()
    {
        var run = RunEvents.Any();
        foreach (var pipelineEvent in run.Completed().Reverse())
            await Api.Twice(pipelineEvent);
        var answer = await Api.Answer(run.Run.Id);
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("completed"));
        Assert.That(answer.GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("state").GetString()), Is.All.EqualTo("done"));
        Assert.That(answer.GetProperty("dataset").GetProperty("hash").GetString(), Is.EqualTo("d3"));
        Assert.That(answer.GetProperty("model").GetProperty("holdOut")[0].GetProperty("logLoss").GetDouble(), Is.EqualTo(1.01));
        Assert.That(await Api.Database.Scalar($"select count(*) from api._run_event where run_id = '{run.Run.Id}'"), Is.EqualTo(8));
        Assert.That(await Api.Database.Scalar($"select snapshot_number from api.completed_run where run_id = '{run.Run.Id}'"), Is.EqualTo(7));
    }

    [Test]
    public async Task An_unchanged_run_shows_the_completed_one()
    {
        var before = RunEvents.Any();
        foreach (var pipelineEvent in before.Completed())
            await Api.Once(pipelineEvent);
        var run = RunEvents.Any();
        await Api.Twice(run.Unchanged(before.Run.Id));
        var answer = await Api.Answer(run.Run.Id);
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("unchanged"));
        Assert.That(answer.GetProperty("sameAs").GetGuid(), Is.EqualTo(before.Run.Id));
        Assert.That(answer.GetProperty("forecasts").GetProperty("forecasts").GetInt32(), Is.EqualTo(10));
    }

    [Test]
    public async Task Rejected_and_superseded_runs_end_there()
    {
        var (rejected, superseded) = (RunEvents.Any(), RunEvents.Any());
        await Api.Twice(rejected.Rejected());
        await Api.Twice(superseded.Superseded());
        Assert.That((await Api.Answer(rejected.Run.Id)).GetProperty("status").GetString(), Is.EqualTo("rejected"));
        Assert.That((await Api.Answer(superseded.Run.Id)).GetProperty("status").GetString(), Is.EqualTo("superseded"));
    }

    [Test]
    public async Task A_held_first_model_leaves_no_champion()
    {
        var run = RunEvents.Any();
        object[] events = [run.Ingested(), run.Validated(), run.Built(), run.Trained(), run.Held(null), run.Refreshed(null), run.Drift(null)];
        foreach (var pipelineEvent in events)
            await Api.Twice(pipelineEvent);
        var answer = await Api.Answer(run.Run.Id);
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("no-champion"));
        Assert.That(answer.GetProperty("failure").GetString(), Does.Contain("worse than the marginals"));
        Assert.That(await Api.Database.Scalar($"select count(*) from api.completed_run where run_id = '{run.Run.Id}'"), Is.EqualTo(0));
    }

    [Test]
    public async Task A_drift_check_without_a_run_is_passed_over()
    {
        var events = await Api.Database.Scalar("select count(*) from api._run_event");
        await Api.Twice(RunEvents.Any().Drift() with { Run = null });
        Assert.That(await Api.Database.Scalar("select count(*) from api._run_event"), Is.EqualTo(events));
    }

    [Test]
    public async Task A_run_of_which_only_progress_was_heard_is_running()
    {
        var run = Guid.NewGuid();
        await Api.Once(new StageProgressed(run, "ingest", "fetch files", 3, 30, Api.Host.Clock.GetUtcNow().UtcDateTime));
        var answer = await Api.Answer(run);
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("running"));
        Assert.That(answer.GetProperty("stages")[0].GetProperty("state").GetString(), Is.EqualTo("running"));
    }

    [Test]
    public async Task A_run_that_is_not_there_is_not_found() =>
        Assert.That((await Api.Http.GetAsync($"/v1/runs/{Guid.NewGuid()}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
}
