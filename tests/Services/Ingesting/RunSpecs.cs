using System.Globalization;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Contracts;
using Soccer.Contracts.Ingest.V1;
using Soccer.Services.Tests.Scratch;
using static Soccer.Services.Tests.Scratch.IngestTrial;

namespace Soccer.Services.Tests.Ingesting;

/// <summary>When a run goes on, and when it ends because a completed run has worked its snapshot through.</summary>
[Parallelizable(ParallelScope.All)]
sealed class RunSpecs
{
    [Test]
    public async Task Ends_a_run_whose_snapshot_a_completed_run_has_worked_through()
    {
        await using var trial = await Start();
        var first = await trial.Crawl();
        await Complete(trial, first);
        var said = await trial.Ingest.Consume<SnapshotUnchanged>(Command());
        Assert.That((said.CompletedRunId, said.SnapshotId, said.SnapshotNumber), Is.EqualTo((first.Run.Id, first.SnapshotId, 1)));
    }

    [Test]
    public async Task Says_after_its_run_has_ended_what_it_said_before()
    {
        await using var trial = await Start();
        var command = Command();
        var first = await trial.Ingest.Consume<SnapshotIngested>(command);
        await Complete(trial, first);
        var again = await trial.Ingest.Consume<SnapshotIngested>(command);
        Assert.That(again with { Step = first.Step, FailedUrls = first.FailedUrls }, Is.EqualTo(first));
    }

    [TestCase(Training.Always, false)]
    [TestCase(Training.Auto, true)]
    public async Task Goes_on_with_a_known_snapshot_where_the_run_wants_training_or_force(Training training, bool force)
    {
        await using var trial = await Start();
        await Complete(trial, await trial.Crawl());
        var said = await trial.Ingest.Consume<SnapshotIngested>(Command(training, force));
        Assert.That((said.SnapshotNumber, said.ChangedFiles), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Goes_on_with_a_known_snapshot_where_a_stage_has_other_code_now()
    {
        await using var trial = await Start();
        var first = await trial.Crawl();
        await Complete(trial, first with { Step = first.Step with { CodeVersion = "older" } });
        Assert.That((await trial.Crawl()).SnapshotId, Is.EqualTo(first.SnapshotId));
    }

    [Test]
    public async Task Goes_on_with_a_known_snapshot_on_another_day()
    {
        await using var trial = await Start();
        await Complete(trial, await trial.Crawl());
        var said = await trial.Ingest.Consume<SnapshotIngested>(Command() with { AsOf = Day.AddDays(-1) });
        Assert.That((said.SnapshotNumber, said.Run.AsOf), Is.EqualTo((1, Day.AddDays(-1))));
    }

    [Test]
    public async Task Numbers_a_state_anew_that_was_there_before_another_and_goes_on_with_it()
    {
        await using var trial = await Start();
        var first = await trial.Crawl();
        await Complete(trial, first);
        await trial.Source.MoveTo(Day.AddDays(7));
        await trial.Crawl();
        await trial.Source.MoveTo(Day);
        var third = await trial.Crawl();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((third.SnapshotId, third.SnapshotNumber, third.ChangedFiles), Is.EqualTo((first.SnapshotId, 3, 2)));
            Assert.That(await trial.Database.Value<long>("select count(*) from ingest.blob"), Is.EqualTo(8));
        }
    }

    [Test]
    public async Task Gives_a_command_without_one_a_run_id_and_takes_the_source_s_instant_for_its_clock()
    {
        await using var trial = await Start();
        await trial.Source.StandAt(new(2025, 2, 1, 12, 0, 0, DateTimeKind.Utc));
        var heard = trial.Ingest.Next<SnapshotIngested>();
        await trial.Ingest.Consume(new StartRun());
        var said = await heard;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(said.Run.Id, Is.Not.EqualTo(Guid.Empty));
            Assert.That(said.Run with { Id = Guid.Empty }, Is.EqualTo(new Run(
                Guid.Empty, new DateOnly(2025, 1, 31), "asked for", "unknown", ForecastFrom: new(2025, 2, 1, 12, 0, 0, DateTimeKind.Utc), Live: false)));
        }
    }

    [TestCase("2025-06-30T23:30:00Z", "2025-06-30", TestName = "In_summer_the_day_begins_at_eleven_UTC")]
    [TestCase("2025-01-31T23:30:00Z", "2025-01-30", TestName = "In_winter_it_does_not")]
    public async Task A_run_without_a_day_at_a_live_site_knows_yesterday_and_forecasts_from_now_on(string now, string knownThrough)
    {
        await using var site = await LiveSite.Start();
        await using var trial = await Start(("Ingest:Source", site.Url.AbsoluteUri), ("Ingest:IndexPages:0", "data.php"));
        var at = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
        trial.Clock.Move(at - trial.Clock.GetUtcNow());
        var said = await trial.Ingest.Consume<SnapshotIngested>(Command() with { AsOf = null });
        Assert.That((said.Run.AsOf.ToString("O", CultureInfo.InvariantCulture), said.Run.ForecastFrom, said.Run.Live), Is.EqualTo((knownThrough, (DateTime?)at.UtcDateTime, true)));
    }

    [Test]
    public async Task A_run_with_a_day_forecasts_from_the_day_after_on()
    {
        await using var trial = await Start();
        var run = (await trial.Crawl()).Run;
        Assert.That((run.AsOf, run.ForecastFrom, run.Live), Is.EqualTo((Day, (DateTime?)null, false)));
    }

    [Test]
    public async Task Refuses_a_day_that_has_not_ended()
    {
        await using var trial = await Start();
        var wrong = await Assert.ThrowsAsync<StageFaultedException>(() => trial.Crawl(Day.AddDays(1)));
        Assert.That(wrong!.Message, Does.Contain("asOf is 2025-02-02, which has not ended at ").And.Contain("Use a day up to 2025-02-01, or leave asOf out"));
    }

    [Test]
    public async Task Refuses_a_text_with_a_control_character_under_the_id_that_the_command_was_given()
    {
        await using var trial = await Start();
        var heard = trial.Ingest.Next<Fault<StartRun>>();
        await trial.Ingest.Consume(new StartRun(AsOf: Day, Reason: "a\0b"));
        var fault = await heard;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Message.RunId, Is.Not.Null);
            Assert.That(fault.Exceptions[0].Message, Is.EqualTo(@"reason holds the control character \u0000. Leave it out."));
            Assert.That(await trial.Database.Value<long>("select count(*) from ingest._step"), Is.Zero);
        }
    }

    [Test]
    public async Task Sends_a_pasted_command_again_under_the_same_id_where_the_broker_did_not_confirm_it_and_then_forgets_the_id()
    {
        await using var trial = await Start();
        var bus = trial.Ingest.Services.GetRequiredService<ITestHarness>().Bus;
        var sends = new LosesTheFirst();
        bus.ConnectSendObserver(sends);
        var heard = trial.Ingest.Next<SnapshotIngested>();
        await bus.Publish(new StartRun(AsOf: Day), context => context.MessageId = null);
        var said = await heard;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sends.Runs, Is.EqualTo(new Guid?[] { said.Run.Id, said.Run.Id }));
            // One message at a time: the pasted one is done with when the run is at work.
            Assert.That(await trial.Database.Value<long>("select count(*) from ingest._pasted"), Is.Zero);
        }
    }

    [Test]
    public async Task Keeps_the_day_that_a_run_was_given_when_its_command_comes_again_the_day_after()
    {
        await using var trial = await Start();
        var command = Command() with { AsOf = null };
        var first = await trial.Ingest.Consume<SnapshotIngested>(command);
        await trial.Source.MoveTo(Day.AddDays(1));
        var again = await trial.Ingest.Consume<SnapshotIngested>(command);
        Assert.That((first.Run.AsOf, again.Run), Is.EqualTo((Day, first.Run)));
    }

    /// <summary>What the ledger writes when a run has gone through.</summary>
    static Task Complete(IngestTrial trial, SnapshotIngested said) => trial.Database.Execute(
        """
        insert into api.completed_run (run_id, snapshot_number, as_of, code_versions, completed_at)
        values (@Id, @SnapshotNumber, @AsOf, jsonb_build_object('ingest', @CodeVersion), now())
        """, new { said.Run.Id, said.SnapshotNumber, said.Run.AsOf, said.Step.CodeVersion });

    /// <summary>Loses the first command that is sent, before it is confirmed.</summary>
    sealed class LosesTheFirst : ISendObserver
    {
        public List<Guid?> Runs { get; } = [];

        public Task PreSend<T>(SendContext<T> context) where T : class
        {
            if (context.Message is not StartRun command)
                return Task.CompletedTask;
            Runs.Add(command.RunId);
            return Runs.Count > 1 ? Task.CompletedTask : throw new IOException("the connection was closed");
        }

        public Task PostSend<T>(SendContext<T> context) where T : class => Task.CompletedTask;

        public Task SendFault<T>(SendContext<T> context, Exception exception) where T : class => Task.CompletedTask;
    }
}
