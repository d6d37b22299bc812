using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using MassTransit;
using MassTransit.Events;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Api.Ledger;
using Soccer.Api.Tests.Ledger;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Progress.V1;

namespace Soccer.Api.Tests.Http;

/// <summary>The ledger of what went wrong: messages given up, dead letters, silence; and what is measured of it.</summary>
public sealed partial class LedgerTroubleSpecs : ApiSpecs
{
    [Test]
    public async Task A_message_that_a_stage_gave_up_fails_its_run_until_it_is_worked_through()
    {
        var run = RunEvents.Any();
        await Api.Once(run.Ingested());
        await Api.Fault(run.Ingested(), "the disk is full");
        var failed = await Api.Answer(run.Run.Id);
        var failures = await Failures();
        Assert.That(failures, Is.Positive);
        Assert.That(failed.GetProperty("status").GetString(), Is.EqualTo("failed"));
        Assert.That(failed.GetProperty("failure").GetString(), Is.EqualTo("validate could not work SnapshotIngested through: the disk is full"));
        Assert.That(failed.GetProperty("failures").GetArrayLength(), Is.EqualTo(1));
        await Api.Once(run.Validated());
        Assert.That((await Api.Answer(run.Run.Id)).GetProperty("status").GetString(), Is.EqualTo("running"));
        Assert.That(await Failures(), Is.EqualTo(failures), "what was mended has failed all the same");
    }

    [Test]
    public async Task A_command_that_Ingest_gave_up_fails_a_run_that_nobody_had_heard_of()
    {
        var command = new StartRun(Guid.NewGuid(), Reason: "why", Requester: "cli");
        await Api.Fault(command, "the source is away: http://127.0.0.1:9/ refused");
        var answer = await Api.Answer(command.RunId!.Value);
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("failed"));
        Assert.That(answer.GetProperty("asOf").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(answer.GetProperty("requester").GetString(), Is.EqualTo("cli"));
    }

    // The database can't hold U+0000.
    [Test]
    public async Task A_command_with_a_zero_fails_its_run_and_the_zero_is_shown()
    {
        var command = new StartRun(Guid.NewGuid(), Reason: "a\0zero", Requester: "\u001B[31mred");
        await Api.Fault(command, "reason holds \0");
        var answer = await Api.Answer(command.RunId!.Value);
        Assert.That((Text(answer, "status"), Text(answer, "reason"), Text(answer, "requester"), Text(answer, "failure")),
            Is.EqualTo(("failed", @"a\u0000zero", @"\u001B[31mred", @"ingest could not work StartRun through: reason holds \u0000")));
    }

    [Test]
    public async Task An_event_with_a_zero_is_written_down_and_the_zero_is_shown()
    {
        var run = RunEvents.Any();
        var zero = run.Ingested() with { Run = run.Run with { Reason = "a\0zero" }, FailedUrls = ["http://127.0.0.1/\0"] };
        await Api.Twice(zero);
        Assert.That(Text(await Api.Answer(run.Run.Id), "reason"), Is.EqualTo(@"a\u0000zero"));
        Assert.That(await Api.Database.Scalar($"select payload->'failedUrls'->>0 from api._run_event where run_id = '{run.Run.Id}'"),
            Is.EqualTo(@"http://127.0.0.1/\u0000"));
    }

    [Test]
    public async Task An_incident_with_a_zero_is_written_down_and_the_zero_is_shown()
    {
        await Api.Host.Deliver<ReceiveFault>(new
        {
            FaultId = NewId.NextGuid(),
            Timestamp = Api.Host.Clock.GetUtcNow().UtcDateTime,
            FaultMessageTypes = new[] { "urn:message:a\0" },
            Exceptions = new[] { new FaultExceptionInfo(new FormatException("no JSON but \0")) },
        }, times: 2);
        Assert.That(await Incidents(@"no JSON but \u0000"), Is.EqualTo(1));
    }

    static string? Text(JsonElement answer, string name) => answer.GetProperty(name).GetString();

    [Test]
    public async Task A_body_that_nobody_could_read_is_an_incident_once()
    {
        await Api.Host.Deliver<ReceiveFault>(new
        {
            FaultId = NewId.NextGuid(),
            Timestamp = Api.Host.Clock.GetUtcNow().UtcDateTime,
            Exceptions = new[] { new FaultExceptionInfo(new FormatException("no JSON")) },
        }, times: 2);
        Assert.That(await Incidents("no JSON"), Is.EqualTo(1));
    }

    [TestCase("ingest-snapshot", "no JSON at all")]
    [TestCase(null, "no JSON at all")]
    [TestCase("build-features", "The body is not a message of build-features: paste plain JSON such as {} only into ingest-snapshot (no JSON at all)")]
    public void A_body_in_a_queue_of_the_services_is_told_where_plain_json_belongs(string? queue, string reason) =>
        Assert.That(FaultReason.OfUndecodable(queue, [new FaultExceptionInfo(new FormatException("no JSON at all"))]), Is.EqualTo(reason));

    [Test]
    public async Task A_dead_letter_fails_its_run_however_often_it_comes()
    {
        var run = RunEvents.Any();
        var queue = await Api.Host.Bus.Bus.GetSendEndpoint(new Uri("queue:dead-letter-ledger"));
        for (var i = 0; i < 2; i++)
            await queue.Send(run.Built(), context => context.MessageId = run.Run.Id);
        await Eventually.Happens(async () => (await Api.Http.GetAsync($"/v1/runs/{run.Run.Id}")).IsSuccessStatusCode);
        var answer = await Api.Answer(run.Run.Id);
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("failed"));
        Assert.That(answer.GetProperty("failure").GetString(), Does.StartWith("train could not work FeaturesBuilt through"));
    }

    [Test]
    public async Task A_silent_run_is_stalled_and_one_that_reports_is_not()
    {
        var (silent, busy) = (RunEvents.Any(), RunEvents.Any());
        await Api.Once(silent.Ingested());
        await Api.Once(busy.Ingested());
        Api.Host.Clock.Move(TimeSpan.FromMinutes(16));
        await Api.Twice(new StageProgressed(busy.Run.Id, "validate", "read files", 1, 30, Api.Host.Clock.GetUtcNow().UtcDateTime));
        Assert.That((await Api.Answer(silent.Run.Id)).GetProperty("status").GetString(), Is.EqualTo("stalled"));
        var answer = await Api.Answer(busy.Run.Id);
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("running"));
        Assert.That(answer.GetProperty("stages")[1].GetProperty("progress").GetProperty("total").GetInt32(), Is.EqualTo(30));
        Assert.That(await Metrics(), Does.Match("soccer_runs\\{status=\"stalled\"\\} [1-9]"));
        var stalled = await Api.Http.GetFromJsonAsync<JsonElement>("/v1/runs?status=stalled&limit=200");
        Assert.That(stalled.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("id").GetGuid()), Does.Contain(silent.Run.Id).And.Not.Contain(busy.Run.Id));
    }

    [Test]
    public async Task Metrics_count_runs_by_status()
    {
        var run = RunEvents.Any();
        await Api.Once(run.Ingested());
        await Api.Once(run.Rejected());
        Assert.That(await Metrics(), Does.Match("soccer_runs\\{status=\"rejected\"\\} [1-9]")
            .And.Match("soccer_last_snapshot_timestamp_seconds\\{\\} [1-9]").And.Contain("soccer_incidents_total"));
    }

    [Test]
    public async Task Metrics_tell_what_was_so_a_moment_ago_while_the_database_does_not_answer_and_nothing_after_a_minute()
    {
        var run = RunEvents.Any();
        await Api.Once(run.Ingested());
        await Api.Once(run.Rejected());
        var before = await Metrics();
        await using (await Api.Database.Lock("api._run", "api._run_failure", "api._incident", "api._run_event"))
        {
            Assert.That(Figures(await Api.Http.GetStringAsync("/metrics")), Is.EqualTo(Figures(before)).And.Length.GreaterThan(3));
            Api.Host.Clock.Move(TimeSpan.FromMinutes(2));
            Assert.That(Figures(await Api.Http.GetStringAsync("/metrics")), Is.Empty);
        }
    }

    /// <summary>What is measured now: the figures are read in the background.</summary>
    async Task<string> Metrics()
    {
        await Api.Host.Services.GetRequiredService<LedgerMeter>().Take(CancellationToken.None);
        return await Api.Http.GetStringAsync("/metrics");
    }

    static string[] Figures(string metrics) => [.. metrics.Split('\n').Where(line =>
        line.StartsWith("soccer_run", StringComparison.Ordinal) || line.StartsWith("soccer_incidents", StringComparison.Ordinal))];

    async Task<int> Failures() =>
        int.Parse(FailuresMeasured.Match(await Metrics()).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    async Task<int> Incidents(string reason) =>
        (await Api.Http.GetFromJsonAsync<JsonElement>("/v1/incidents")).GetProperty("incidents").EnumerateArray()
        .Count(incident => incident.GetProperty("reason").GetString() == reason);

    [GeneratedRegex(@"^soccer_run_failures_total\{\} (\d+)", RegexOptions.Multiline)]
    static partial Regex FailuresMeasured { get; }
}
