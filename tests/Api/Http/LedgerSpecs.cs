using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using MassTransit;
using MassTransit.Events;
using MassTransit.Testing;
using Soccer.Api.Ledger;
using Soccer.Api.Tests.Ledger;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Progress.V1;

namespace Soccer.Api.Tests.Http;

/// <summary>The ledger from the bus to HTTP, on a real database.</summary>
public sealed partial class LedgerSpecs
{
    ScratchDatabase database = null!;
    ApiHost host = null!;
    HttpClient http = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        database = await ScratchDatabase.Create();
        host = new ApiHost(database.ConnectionString);
        http = host.CreateClient();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        http?.Dispose();
        if (host is not null)
            await host.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
    }

    [Test]
    public async Task A_run_that_was_asked_for_is_accepted_and_known_at_once()
    {
        var response = await http.PostAsJsonAsync("/v1/runs", new { asOf = "2025-02-01", reason = "to see", training = "never", force = true });
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        var run = await http.GetFromJsonAsync<JsonElement>(response.Headers.Location);
        Assert.That(run.GetProperty("status").GetString(), Is.EqualTo("accepted"));
        Assert.That(run.GetProperty("asOf").GetString(), Is.EqualTo("2025-02-01"));
        var command = (await host.Bus.Consumed.SelectAsync<StartRun>(sent => sent.Context.Message.Reason == "to see").First()).Context;
        Assert.That(command.Message, Is.EqualTo(new StartRun(
            run.GetProperty("id").GetGuid(), new DateOnly(2025, 2, 1), "to see", "api", Contracts.Training.Never, true)));
        Assert.That(command.ConversationId, Is.EqualTo(command.Message.RunId));
    }

    [Test]
    public async Task A_run_can_be_asked_for_without_a_body() =>
        Assert.That((await http.PostAsync("/v1/runs", null)).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));

    [Test]
    public async Task A_whole_run_is_completed_and_remembered_for_Ingest_once()
    {
        var run = RunEvents.Any();
        foreach (var pipelineEvent in run.Completed().Reverse())
            await Twice(pipelineEvent);
        var answer = await Answer(run.Run.Id);
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("completed"));
        Assert.That(answer.GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("state").GetString()), Is.All.EqualTo("done"));
        Assert.That(answer.GetProperty("dataset").GetProperty("hash").GetString(), Is.EqualTo("d3"));
        Assert.That(answer.GetProperty("model").GetProperty("holdOut")[0].GetProperty("logLoss").GetDouble(), Is.EqualTo(1.01));
        Assert.That(await database.Scalar($"select count(*) from api._run_event where run_id = '{run.Run.Id}'"), Is.EqualTo(8));
        Assert.That(await database.Scalar($"select snapshot_number from api.completed_run where run_id = '{run.Run.Id}'"), Is.EqualTo(7));
    }

    [Test]
    public async Task An_unchanged_run_shows_the_completed_one()
    {
        var before = RunEvents.Any();
        foreach (var pipelineEvent in before.Completed())
            await Once(pipelineEvent);
        var run = RunEvents.Any();
        await Twice(run.Unchanged(before.Run.Id));
        var answer = await Answer(run.Run.Id);
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("unchanged"));
        Assert.That(answer.GetProperty("sameAs").GetGuid(), Is.EqualTo(before.Run.Id));
        Assert.That(answer.GetProperty("forecasts").GetProperty("forecasts").GetInt32(), Is.EqualTo(10));
    }

    [Test]
    public async Task Rejected_and_superseded_runs_end_there()
    {
        var (rejected, superseded) = (RunEvents.Any(), RunEvents.Any());
        await Twice(rejected.Rejected());
        await Twice(superseded.Superseded());
        Assert.That((await Answer(rejected.Run.Id)).GetProperty("status").GetString(), Is.EqualTo("rejected"));
        Assert.That((await Answer(superseded.Run.Id)).GetProperty("status").GetString(), Is.EqualTo("superseded"));
    }

    [Test]
    public async Task A_held_first_model_leaves_no_champion()
    {
        var run = RunEvents.Any();
        object[] events = [run.Ingested(), run.Validated(), run.Built(), run.Trained(), run.Held(null), run.Refreshed(null), run.Drift(null)];
        foreach (var pipelineEvent in events)
            await Twice(pipelineEvent);
        var answer = await Answer(run.Run.Id);
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("no-champion"));
        Assert.That(answer.GetProperty("failure").GetString(), Does.Contain("worse than the marginals"));
        Assert.That(await database.Scalar($"select count(*) from api.completed_run where run_id = '{run.Run.Id}'"), Is.EqualTo(0));
    }

    [Test]
    public async Task A_drift_check_without_a_run_is_passed_over()
    {
        var events = await database.Scalar("select count(*) from api._run_event");
        await Twice(RunEvents.Any().Drift() with { Run = null });
        Assert.That(await database.Scalar("select count(*) from api._run_event"), Is.EqualTo(events));
    }

    [Test]
    public async Task A_message_that_a_stage_gave_up_fails_its_run_until_it_is_worked_through()
    {
        var run = RunEvents.Any();
        await Once(run.Ingested());
        await Fault(run.Ingested(), "the disk is full");
        var failed = await Answer(run.Run.Id);
        var failures = await Failures();
        Assert.That(failures, Is.Positive);
        Assert.That(failed.GetProperty("status").GetString(), Is.EqualTo("failed"));
        Assert.That(failed.GetProperty("failure").GetString(), Is.EqualTo("validate could not work SnapshotIngested through: the disk is full"));
        Assert.That(failed.GetProperty("failures").GetArrayLength(), Is.EqualTo(1));
        await Once(run.Validated());
        Assert.That((await Answer(run.Run.Id)).GetProperty("status").GetString(), Is.EqualTo("running"));
        Assert.That(await Failures(), Is.EqualTo(failures), "what was mended has failed all the same");
    }

    [Test]
    public async Task A_command_that_Ingest_gave_up_fails_a_run_that_nobody_had_heard_of()
    {
        var command = new StartRun(Guid.NewGuid(), Reason: "why", Requester: "cli");
        await Fault(command, "the source is away: http://127.0.0.1:9/ refused");
        var answer = await Answer(command.RunId!.Value);
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("failed"));
        Assert.That(answer.GetProperty("asOf").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(answer.GetProperty("requester").GetString(), Is.EqualTo("cli"));
    }

    [Test]
    public async Task A_body_that_nobody_could_read_is_an_incident_once()
    {
        await host.Deliver<ReceiveFault>(new
        {
            FaultId = NewId.NextGuid(),
            Timestamp = host.Clock.GetUtcNow().UtcDateTime,
            Exceptions = new[] { new FaultExceptionInfo(new FormatException("no JSON")) },
        }, times: 2);
        Assert.That(await Incidents("no JSON"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_dead_letter_fails_its_run_however_often_it_comes()
    {
        var run = RunEvents.Any();
        var queue = await host.Bus.Bus.GetSendEndpoint(new Uri("queue:dead-letter-ledger"));
        for (var i = 0; i < 2; i++)
            await queue.Send(run.Built(), context => context.MessageId = run.Run.Id);
        await Eventually(async () => (await http.GetAsync($"/v1/runs/{run.Run.Id}")).IsSuccessStatusCode);
        var answer = await Answer(run.Run.Id);
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("failed"));
        Assert.That(answer.GetProperty("failure").GetString(), Does.StartWith("train could not work FeaturesBuilt through"));
    }

    [Test]
    public async Task A_silent_run_is_stalled_and_one_that_reports_is_not()
    {
        var (silent, busy) = (RunEvents.Any(), RunEvents.Any());
        await Once(silent.Ingested());
        await Once(busy.Ingested());
        host.Clock.Move(TimeSpan.FromMinutes(16));
        await Twice(new StageProgressed(busy.Run.Id, "validate", "read files", 1, 30, host.Clock.GetUtcNow().UtcDateTime));
        Assert.That((await Answer(silent.Run.Id)).GetProperty("status").GetString(), Is.EqualTo("stalled"));
        var answer = await Answer(busy.Run.Id);
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("running"));
        Assert.That(answer.GetProperty("stages")[1].GetProperty("progress").GetProperty("total").GetInt32(), Is.EqualTo(30));
        Assert.That(await http.GetStringAsync("/metrics"), Does.Match("soccer_runs\\{status=\"stalled\"\\} [1-9]"));
        var stalled = await http.GetFromJsonAsync<JsonElement>("/v1/runs?status=stalled&limit=200");
        Assert.That(stalled.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("id").GetGuid()), Does.Contain(silent.Run.Id).And.Not.Contain(busy.Run.Id));
    }

    [Test]
    public async Task A_run_of_which_only_progress_was_heard_is_running()
    {
        var run = Guid.NewGuid();
        await Once(new StageProgressed(run, "ingest", "fetch files", 3, 30, host.Clock.GetUtcNow().UtcDateTime));
        var answer = await Answer(run);
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("running"));
        Assert.That(answer.GetProperty("stages")[0].GetProperty("state").GetString(), Is.EqualTo("running"));
    }

    [Test]
    public async Task A_run_that_is_not_there_is_not_found() =>
        Assert.That((await http.GetAsync($"/v1/runs/{Guid.NewGuid()}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

    [Test]
    public async Task Metrics_count_runs_by_status()
    {
        var run = RunEvents.Any();
        await Once(run.Ingested());
        await Once(run.Rejected());
        Assert.That(await http.GetStringAsync("/metrics"), Does.Match("soccer_runs\\{status=\"rejected\"\\} [1-9]")
            .And.Match("soccer_last_snapshot_timestamp_seconds [1-9]").And.Contain("soccer_incidents_total"));
    }

    Task Once(object pipelineEvent) => host.Deliver(pipelineEvent);

    Task Twice(object pipelineEvent) => host.Deliver(pipelineEvent, times: 2);

    Task Fault<T>(T message, string reason) where T : class => host.Deliver<Fault<T>>(new
    {
        FaultId = NewId.NextGuid(),
        Timestamp = host.Clock.GetUtcNow().UtcDateTime,
        Message = message,
        Exceptions = new[] { new FaultExceptionInfo(new InvalidOperationException(reason)) },
    }, times: 2);

    async Task<JsonElement> Answer(Guid run) => await http.GetFromJsonAsync<JsonElement>($"/v1/runs/{run}");

    async Task<int> Failures() => int.Parse(
        FailuresMeasured.Match(await http.GetStringAsync("/metrics")).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    async Task<int> Incidents(string reason) =>
        (await http.GetFromJsonAsync<JsonElement>("/v1/incidents")).GetProperty("incidents").EnumerateArray()
        .Count(incident => incident.GetProperty("reason").GetString() == reason);

    static async Task Eventually(Func<Task<bool>> happened)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (!await happened())
        {
            Assert.That(TimeProvider.System.GetElapsedTime(deadline), Is.LessThan(TimeSpan.FromSeconds(30)));
            await Task.Delay(20);
        }
    }

    [GeneratedRegex(@"^soccer_run_failures_total (\d+)", RegexOptions.Multiline)]
    static partial Regex FailuresMeasured { get; }
}
