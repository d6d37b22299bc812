using System.Text.Json;
using MassTransit;
using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Validate.V1;
using Soccer.DriftCheck;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Settling;

/// <summary>What a settling reads after others, and that it loses nothing by it: forecasts sealed long before, with rows made by hand.</summary>
sealed class SettlingReadsSpecs
{
    ScratchDatabase? scratch;
    StageHost? stage;

    ScratchDatabase Database => scratch!;

    [OneTimeSetUp]
    public async Task Start()
    {
        scratch = await ScratchDatabase.Create();
        await Database.Publish("Validate");
        await Database.Publish("Predict");
        stage = StageHost.Of<SettleForecastsConsumer>("drift-check", Database);
        // So that its tables are there before the first test empties them.
        await Settle(version: 0, "2025-02-01");
    }

    [SetUp]
    public Task Empty() => Database.Execute(
        "truncate validate.match; truncate predict.forecast; truncate drift_check.settled_forecast, drift_check._settling, drift_check._step");

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (stage is not null)
            await stage.DisposeAsync();
        if (scratch is not null)
            await scratch.DisposeAsync();
    }

    [Test]
    public async Task Settles_a_match_that_was_put_off_for_months()
    {
        await Match(1, "2025-02-02", null, from: 1, to: 2);
        await Forecast(1, "2025-02-02", odds: 1);
        await Settle(version: 1, "2025-02-01");
        await Match(1, "2025-05-20", null, from: 2, to: 40);
        await Forecast(1, "2025-05-20", odds: 2);
        for (var version = 2; version < 6; version++)
            await Settle(version, "2025-03-01");
        await Match(1, "2025-05-20", 2, from: 40);
        Assert.That((await Settle(version: 40, "2025-05-20")).Settled, Is.EqualTo(1));
        Assert.That(
            await Database.Rows<int>("select odds_version from drift_check.settled_forecast"), Is.EqualTo([2]),
            "the forecast of the first day is another match's");
    }

    [Test]
    public async Task Settles_a_result_that_the_source_brings_a_year_late()
    {
        await Match(1, "2025-02-02", null, from: 1, to: 60);
        await Forecast(1, "2025-02-02");
        await Settle(version: 1, "2025-02-02");
        await Settle(version: 59, "2026-02-02");
        await Match(1, "2025-02-02", 2, from: 60);
        Assert.That((await Settle(version: 60, "2026-02-03")).Settled, Is.EqualTo(1));
    }

    [Test]
    public async Task Settles_what_was_played_after_the_day_of_the_settling_before()
    {
        await Match(1, "2025-02-02", 2, from: 1);
        await Forecast(1, "2025-02-02");
        var (before, after) = (await Settle(version: 1, "2025-02-01"), await Settle(version: 1, "2025-02-02"));
        Assert.That((before.Settled, after.Settled), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Settles_a_forecast_of_a_run_that_was_overtaken_by_a_settling()
    {
        await Match(1, "2025-02-02", null, from: 1, to: 2);
        await Match(1, "2025-02-02", 2, from: 2);
        await Settle(version: 2, "2025-02-02");
        await Forecast(1, "2025-02-02", madeAt: "infinity");
        Assert.That((await Settle(version: 3, "2025-02-03")).Settled, Is.EqualTo(1));
    }

    [Test]
    public async Task Settles_a_version_that_comes_late_by_its_own_rows()
    {
        await Match(1, "2025-02-02", 2, from: 1, to: 2);
        await Match(1, "2025-02-02", null, from: 2);
        await Forecast(1, "2025-02-02");
        await Settle(version: 2, "2025-02-03");
        Assert.That((await Settle(version: 1, "2025-02-02")).Settled, Is.EqualTo(1));
    }

    [Test]
    public async Task Settles_all_after_a_settling_of_a_version_that_did_not_note_what_it_read()
    {
        await Match(1, "2025-02-02", 2, from: 1);
        await Settle(version: 1, "2025-02-02");
        await Database.Execute("update drift_check._settling set as_of = null, at = null");
        await Forecast(1, "2025-02-02");
        Assert.That((await Settle(version: 1, "2025-02-02")).Settled, Is.EqualTo(1));
    }

    [Test]
    public async Task Reads_no_forecast_again_that_could_not_be_settled_by_then()
    {
        // A result for one in two, so that half of the forecasts stay unsettled for ever.
        await Database.Execute("""
            insert into validate.match (
                match_id, from_version, division, season, date, home_id, away_id, meeting, home_goals, away_goals, row_hash, odds_hash)
            select n, 1, 'E0', 2020, date '2020-07-01' + n / 100, 1, 2, 1, nullif(n % 2, 0), 0, '', '' from generate_series(1, 20000) n;
            insert into predict.forecast (
                match_id, model_id, feature_set_version, odds_version, run_id, kind, as_of, division, date, home_id, away_id,
                home_win, draw, away_win, made_at)
            select n, 'model', 1, 1, gen_random_uuid(), 'results-only', '2020-07-01', 'E0', date '2020-07-01' + n / 100, 1, 2,
                   .5, .3, .2, '2020-07-01'
            from generate_series(1, 20000) n;
            """);
        Assert.That((await Settle(version: 1, "2025-02-01")).Settled, Is.EqualTo(10000));
        await Match(20001, "2025-02-02", 2, from: 2);
        await Forecast(20001, "2025-02-02");
        await Database.Execute("analyze validate.match; analyze predict.forecast; analyze drift_check.settled_forecast");
        var read = await RowsRead(new
        {
            version = 2,
            asOf = new DateOnly(2025, 2, 2),
            seenVersion = 1,
            seenAsOf = new DateOnly(2025, 2, 1),
            seenSealed = new DateTime(2025, 1, 31, 0, 0, 0, DateTimeKind.Utc),
        });
        Assert.That(read, Is.LessThan(100));
        Assert.That((await Settle(version: 2, "2025-02-02")).Settled, Is.EqualTo(1));
    }

    /// <summary>Rows of all tables that the query for unsettled forecasts reads, those that it throws away too.</summary>
    async Task<double> RowsRead(object parameters)
    {
        using var plan = JsonDocument.Parse(
            await Database.Value<string>($"explain (analyze, format json) {DriftCheckSql.Unsettled}", parameters));
        return RowsOf(plan.RootElement[0].GetProperty("Plan"));

        static double RowsOf(JsonElement node)
        {
            double Figure(string name) => node.TryGetProperty(name, out var figure) ? figure.GetDouble() : 0;
            var own = node.TryGetProperty("Relation Name", out _)
                ? (Figure("Actual Rows") + Figure("Rows Removed by Filter") + Figure("Rows Removed by Index Recheck")) * Figure("Actual Loops")
                : 0;
            return own + (node.TryGetProperty("Plans", out var below) ? below.EnumerateArray().Sum(RowsOf) : 0);
        }
    }

    Task<ForecastsSettled> Settle(int version, string asOf) => stage!.Consume<ForecastsSettled>(new SnapshotValidated(
        new Run(NewId.NextGuid(), DateOnly.ParseExact(asOf, "yyyy-MM-dd", null), "a test", "a test"), "snapshot", version, version, "hash",
        0, 0, 0, 0, 0, 0, 0, [], new StepTime("code", DateTime.UnixEpoch, 0, false)));

    Task Match(long id, string date, short? goals, int from, int? to = null) => Database.Execute("""
        insert into validate.match (
            match_id, from_version, to_version, division, season, date, home_id, away_id, meeting, home_goals, away_goals, row_hash, odds_hash)
        values (@id, @from, @to, 'E0', 2024, @date::date, 1, 2, 1, @goals, @goals, '', '')
        """, new { id, from, to, date, goals });

    Task Forecast(long match, string date, int odds = 1, string madeAt = "2025-01-01") => Database.Execute("""
        insert into predict.forecast (
            match_id, model_id, feature_set_version, odds_version, run_id, kind, as_of, division, date, home_id, away_id,
            home_win, draw, away_win, made_at)
        values (
            @match, 'model', 1, @odds, gen_random_uuid(), 'results-only', '2025-01-01', 'E0', @date::date, 1, 2,
            .5, .3, .2, @madeAt::timestamptz)
        """, new { match, date, odds, madeAt });
}
