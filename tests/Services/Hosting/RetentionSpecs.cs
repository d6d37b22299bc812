using Microsoft.Extensions.DependencyInjection;
using Soccer.Api.Ledger;
using Soccer.Hosting.Database;
using Soccer.Ingest;
using Soccer.Predict;
using Soccer.Services.Tests.Scratch;
using Soccer.Train;

namespace Soccer.Services.Tests.Hosting;

/// <summary>What is deleted once it was kept long enough, and what is not although it is old.</summary>
sealed class RetentionSpecs
{
    ScratchDatabase? scratch;

    ScratchDatabase Database => scratch!;

    [SetUp]
    public async Task Start() => scratch = await ScratchDatabase.Create();

    [TearDown]
    public async Task Stop()
    {
        if (scratch is not null)
            await scratch.DisposeAsync();
    }

    [Test]
    public async Task Steps_are_forgotten_after_a_year()
    {
        await using var stage = await Host<RefreshPredictionsConsumer>("predict");
        // More than a batch.
        await Database.Execute("""
            insert into predict._step (key, step, inputs, code_version, result, seconds, at)
            select concat_ws(' ', days, n), 'predict', '{}', 'code', '{}', 0, now() - days * interval '1 day'
            from generate_series(1, 1100) n, (values (364), (366)) age (days)
            """);
        await DeleteOld(stage);
        Assert.That(
            await Database.Rows<string>("select split_part(key, ' ', 1) || ' ' || count(*) from predict._step group by split_part(key, ' ', 1)"),
            Is.EqualTo(["364 1100"]));
    }

    [Test]
    public async Task Without_days_they_are_remembered_for_ever()
    {
        await using var stage = await Host<RefreshPredictionsConsumer>("predict", new() { ["Steps:Days"] = "" });
        await Database.Execute("""
            insert into predict._step (key, step, inputs, code_version, result, seconds, at)
            values ('old', 'predict', '{}', 'code', '{}', 0, '2000-01-01')
            """);
        await DeleteOld(stage);
        Assert.That(await Database.Value<long>("select count(*) from predict._step"), Is.EqualTo(1));
    }

    [Test]
    public async Task Answers_and_requests_are_deleted_after_their_days()
    {
        await using var predict = await Host<RefreshPredictionsConsumer>("predict");
        await using var api = await Host<LedgerConsumer>("api");
        await Database.Execute("""
            insert into predict.answer (request_id, answered_at, matches)
            select gen_random_uuid(), now() - days * interval '1 day', days::text from (values (6), (8)) age (days);
            insert into api._request (request_id, requested_at, deadline, is_list, failure)
            select gen_random_uuid(), now() - days * interval '1 day', now(), false, days::text from (values (29), (31)) age (days);
            """);
        await DeleteOld(predict);
        await DeleteOld(api);
        Assert.That(
            await Database.Rows<string>("select matches from predict.answer union all select failure from api._request"), Is.EqualTo(["6", "29"]));
    }

    // Snapshots 1 to 5, a year old and a day: 2 and 4 made dataset versions, 5 came after both.
    [Test]
    public async Task Snapshots_that_no_dataset_version_came_of_go_with_the_bytes_that_nothing_else_has()
    {
        await Database.Publish("Validate");
        await using var stage = await Host<IngestSnapshotConsumer>("ingest", new() { ["Ingest:Source"] = "http://127.0.0.1:1/" });
        await Snapshots("update ingest.snapshot set taken_at = now() - interval '300 days' where number = 3");
        await DeleteOld(stage);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Database.Rows<int>("select number from ingest.snapshot order by 1"), Is.EqualTo([2, 3, 4, 5]));
            // "again" belongs to no file, but was fetched again a day ago; "source" is what is asked for next time.
            Assert.That(
                await Database.Rows<string>("select sha256 from ingest.blob order by 1"), Is.EqualTo(["2", "3", "4", "5", "again", "same", "source"]));
            Assert.That(await Database.Rows<string>("select number || ' ' || sha256 from ingest.snapshot_file order by 1"),
                Is.EqualTo(["2 2", "2 same", "3 3", "3 same", "4 4", "4 same", "5 5", "5 same"]));
        }
    }

    [Test]
    public async Task No_snapshot_goes_before_there_is_a_dataset_version()
    {
        await Database.Publish("Validate");
        await using var stage = await Host<IngestSnapshotConsumer>("ingest", new() { ["Ingest:Source"] = "http://127.0.0.1:1/" });
        await Snapshots("truncate validate.dataset");
        await DeleteOld(stage);
        Assert.That(await Database.Value<long>("select count(*) from ingest.snapshot"), Is.EqualTo(5));
    }

    [Test]
    public async Task A_service_whose_rule_fails_deletes_by_its_other_rules()
    {
        await using var stage = await Host<IngestSnapshotConsumer>("ingest", new() { ["Ingest:Source"] = "http://127.0.0.1:1/" });
        await Database.Execute("""
            insert into ingest.blob (sha256, bytes, gzip, fetched_at) values ('orphan', 0, '', now() - interval '2 years')
            """);
        await DeleteOld(stage);
        Assert.That(await Database.Value<long>("select count(*) from ingest.blob"), Is.Zero, "validate has made no tables yet");
    }

    [TestCase(null, 3, 3)]
    [TestCase("100", 1, 2)]
    public async Task Backtests_are_kept_for_ever_unless_days_are_set(string? days, int reports, int forecasts)
    {
        await using var stage = await Host<TrainModelConsumer>("train", days is null ? [] : new() { ["Train:BacktestDays"] = days });
        await Database.Execute("""
            insert into train.backtest (report_id, feature_set_version, report, created_at)
            values ('new', 1, '', now()), ('old', 1, '', now() - interval '101 days'), ('older', 1, '', now() - interval '300 days');
            insert into train._season_forecasts (forecasts_id, kind, season, forecasts, created_at)
            values ('new', '', 1, '', now()), ('remembered', '', 1, '', now() - interval '101 days'),
                   ('forgotten', '', 1, '', now() - interval '101 days');
            insert into train._step (key, step, inputs, code_version, result, seconds, at)
            values ('1', 'backtest', '{}', '', '{"ReportId": "old"}', 0, now()),
                   ('2', 'backtest', '{}', '', '{"ReportId": "new"}', 0, now()),
                   ('3', 'backtest-season', '{}', '', '"remembered"', 0, now());
            """);
        await DeleteOld(stage);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Database.Value<int>("select count(*)::int from train.backtest"), Is.EqualTo(reports));
            Assert.That(await Database.Value<int>("select count(*)::int from train._season_forecasts"), Is.EqualTo(forecasts));
            // Else the same backtest would name a report that is gone.
            Assert.That(
                await Database.Value<int>("select count(*)::int from train._step where result ->> 'ReportId' = 'old'"), Is.EqualTo(reports / 3));
        }
    }

    /// <summary>One transaction with what makes them special: the service deletes by itself right after its start.</summary>
    Task Snapshots(string change = "") => Database.Execute($"""
        insert into ingest.blob (sha256, bytes, gzip, fetched_at)
        select name, 0, '', now() - interval '366 days' from unnest(array['1', '2', '3', '4', '5', 'same', 'source', 'orphan']) name;
        insert into ingest.blob (sha256, bytes, gzip, fetched_at) values ('again', 0, '', now() - interval '1 day');
        insert into ingest.snapshot (number, id, source, taken_at, files, changed_files, stale_files, bytes)
        select number, number::text, 'a test', now() - interval '366 days', 2, 1, 0, 0 from generate_series(1, 5) number;
        insert into ingest.snapshot_file (number, path, sha256, stale)
        select number, sha256, sha256, false from generate_series(1, 5) number, lateral (values (number::text), ('same')) file (sha256);
        insert into ingest._source_file (source, path, sha256, checked_at) values ('a test', 'E0.csv', 'source', now());
        insert into validate.dataset (version, hash, snapshot_number, snapshot_id, created_at, matches, fixtures, odds_rows, added, changed, removed)
        values (1, '', 2, '2', now(), 0, 0, 0, 0, 0, 0), (2, '', 4, '4', now(), 0, 0, 0, 0, 0, 0);
        {change}
        """);

    async Task<StageHost> Host<T>(string service, Dictionary<string, string>? settings = null) where T : class
    {
        var stage = StageHost.Of<T>(service, Database, settings);
        await stage.Services.GetRequiredService<Migrator>().Completed;
        return stage;
    }

    static Task DeleteOld(StageHost stage) => stage.Services.GetRequiredService<Retention>().DeleteOld(CancellationToken.None);
}
