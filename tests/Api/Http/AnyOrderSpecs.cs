using System.Text.Json.Nodes;
using MassTransit;
using MassTransit.Events;
using Soccer.Api.Tests.Ledger;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Validate.V1;

namespace Soccer.Api.Tests.Http;

/// <summary>A run's events, through the bus into the ledger's tables in whatever order they come: the run is told alike.</summary>
public sealed class AnyOrderSpecs
{
    // Any shuffle will do; these are the same at every run of the test.
    static readonly int[] Seeds = [1, 2, 3, 4, 5, 6];

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_run_is_told_alike_whatever_the_order_of_its_events(bool trains)
    {
        await using var ledger = await ApiTrial.Start();
        var run = RunEvents.Any();
        // What is settled in all may have grown between its two tellings.
        object[] events =
            [.. (trains ? run.Completed(stale: 1) : run.CompletedWithoutTraining()).Select(said => said is ForecastsSettled settled ? settled with { SettledInAll = 72 } : said)];
        List<string> told = [];
        foreach (var order in Orders(events))
            told.Add(await Told(ledger, run, order));
        await Forget(ledger);
        await Task.WhenAll(events.Select(ledger.Once));
        told.Add(await Told(ledger, run));

        Assert.That(told, Is.All.EqualTo(told[0]));
        Assert.That(told[0], Does.Contain(trains ? "\"status\":\"partial\"" : "\"status\":\"completed\""));
    }

    [TestCase(false, "failed")]
    [TestCase(true, "completed")]
    public async Task A_settling_that_was_given_up_is_told_and_undoes_the_completion_until_it_is_mended_whatever_the_order(bool mended, string status)
    {
        await using var ledger = await ApiTrial.Start();
        var run = RunEvents.Any();
        object[] events = [.. run.Completed().Where(said => mended || said is not ForecastsSettled), new GivenUp(run.Validated())];
        List<string> told = [];
        foreach (var order in Orders(events))
            told.Add(await Told(ledger, run, order));

        Assert.That(told, Is.All.EqualTo(told[0]));
        Assert.That(told[0], Does.Contain($"\"status\":\"{status}\"").And.EndWith(mended ? " 1" : " 0"));
        if (!mended)
            Assert.That(told[0], Does.Contain("\"failure\":\"drift-check could not work SnapshotValidated through: the disk is full\""));
    }

    static IEnumerable<object[]> Orders(object[] events)
    {
        yield return events;
        yield return [.. events.Reverse()];
        foreach (var seed in Seeds)
        {
            object[] shuffled = [.. events];
            new Random(seed).Shuffle(shuffled);
            yield return shuffled;
        }
    }

    static Task Forget(ApiTrial ledger) => ledger.Database.Execute("truncate api._run, api._run_event, api._run_failure, api.completed_run");

    static async Task<string> Told(ApiTrial ledger, RunEvents run, object[] order)
    {
        await Forget(ledger);
        foreach (var said in order)
            await (said is GivenUp given ? Fail(ledger, given.Message) : ledger.Once(said));
        return await Told(ledger, run);
    }

    /// <summary>What the bus says when DriftCheck could not settle.</summary>
    static Task Fail(ApiTrial ledger, SnapshotValidated message) => ledger.Host.Deliver<Fault<SnapshotValidated>>(new
    {
        FaultId = NewId.NextGuid(),
        Timestamp = new DateTime(2025, 2, 1, 20, 0, 9, DateTimeKind.Utc),
        Message = message,
        Exceptions = new[] { new FaultExceptionInfo(new InvalidOperationException("the disk is full")) },
        Host = new { Assembly = "Soccer.DriftCheck" },
    });

    /// <summary>A message that DriftCheck gave up.</summary>
    sealed record GivenUp(SnapshotValidated Message);

    /// <summary>The run's answer but for when the ledger first heard of it, and whether Ingest will find it as completed.</summary>
    static async Task<string> Told(ApiTrial ledger, RunEvents run)
    {
        var answer = JsonNode.Parse((await ledger.Answer(run.Run.Id)).GetRawText())!.AsObject();
        Assert.That(answer.Remove("acceptedAt"));
        return $"{answer.ToJsonString()} {await ledger.Database.Scalar("select count(*) from api.completed_run")}";
    }
}
