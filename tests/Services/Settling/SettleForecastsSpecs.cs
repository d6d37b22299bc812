using MassTransit;
using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Validate.V1;
using Soccer.DriftCheck;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Settling;

/// <summary>
/// Which forecasts a dataset version settles, with rows made by hand: every forecast says .5 .3 .2 of a match on 2 February.
/// </summary>
sealed class SettleForecastsSpecs
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
        await Settle(version: 0);
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

    // (-ln .5 - ln .2) / 2 = (.693147 + 1.609438) / 2 = 1.151293.
    [Test]
    public async Task Settles_every_forecast_whose_match_was_played_on_its_day()
    {
        await Match(1, "2025-02-02", 2, 1);
        await Match(2, "2025-02-02", 0, 1);
        await Forecast(1);
        await Forecast(2);
        var said = await Settle(version: 1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((said.Settled, said.SettledInAll), Is.EqualTo((2, 2)));
            Assert.That(said.LogLoss, Is.EqualTo((0.693147180559945 + 1.609437912434100) / 2).Within(1e-14));
            Assert.That(await Settled(), Is.EqualTo(["1 model 0 1", "2 model 2 1"]));
        }
    }

    [Test]
    public async Task Settles_each_forecast_of_a_match()
    {
        await Match(1, "2025-02-02", 1, 1);
        await Forecast(1, model: "first");
        await Forecast(1, model: "second");
        await Settle(version: 1);
        Assert.That(await Settled(), Is.EqualTo(["1 first 1 1", "1 second 1 1"]));
    }

    // Rows that one statement of a transaction inserts have the same xmin and cmin.
    [Test]
    public async Task Stores_all_scores_in_one_statement()
    {
        await Match(1, "2025-02-02", 2, 1);
        await Match(2, "2025-02-02", 0, 0);
        await Forecast(1);
        await Forecast(2);
        await Database.Execute(
            "update predict.forecast set market_home_win = .4, market_draw = .25, market_away_win = .35 where match_id = 2");
        await Settle(version: 1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await Database.Value<long>("select count(distinct (xmin::text, cmin::text)) from drift_check.settled_forecast"), Is.EqualTo(1));
            // -ln .5; -ln .3 and -ln .25.
            Assert.That(
                await Database.Rows<string>("""
                    select concat_ws(' ', match_id, round(log_loss::numeric, 4), coalesce(round(market_log_loss::numeric, 4)::text, 'none'))
                    from drift_check.settled_forecast
                    order by 1
                    """),
                Is.EqualTo(["1 0.6931 none", "2 1.2040 1.3863"]));
        }
    }

    [Test]
    public async Task Leaves_a_match_without_a_result()
    {
        await Match(1, "2025-02-02", null, null);
        await Forecast(1);
        var said = await Settle(version: 1);
        Assert.That((said.Settled, said.SettledInAll, said.LogLoss), Is.EqualTo((0, 0, (double?)null)));
    }

    [Test]
    public async Task Leaves_a_match_that_was_played_on_another_day()
    {
        await Match(1, "2025-02-19", 2, 1);
        await Forecast(1);
        Assert.That((await Settle(version: 1)).Settled, Is.Zero);
    }

    // Both in summer: at noon UTC it is one o'clock in London.
    [TestCase("13:00", 1)]
    [TestCase("12:30", 0, Description = "moved to before the forecast was sealed")]
    [TestCase(null, 1, Description = "the file of results names no time, so the list of fixtures is right")]
    public async Task Leaves_what_was_sealed_after_the_kick_off(string? kickOff, int settled)
    {
        await Match(1, "2025-08-16", 2, 1, kickOff: kickOff);
        await Forecast(1, date: "2025-08-16", kickOff: "17:30", forecastFrom: "2025-08-16T12:00:00Z");
        Assert.That((await Settle(version: 1, asOf: new(2025, 8, 16))).Settled, Is.EqualTo(settled));
    }

    [Test]
    public async Task Leaves_the_results_of_a_day_that_the_run_does_not_know_yet()
    {
        await Match(1, "2025-02-02", 2, 1);
        await Forecast(1);
        Assert.That((await Settle(version: 1, asOf: new(2025, 2, 1))).Settled, Is.Zero);
    }

    [Test]
    public async Task Goes_by_the_dataset_version_of_its_message()
    {
        await Match(1, "2025-02-02", null, null, from: 1, to: 2);
        await Match(1, "2025-02-02", 3, 0, from: 2);
        await Forecast(1);
        var early = await Settle(version: 1);
        var late = await Settle(version: 2);
        var later = await Settle(version: 3);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((early.Settled, late.Settled, later.Settled, later.SettledInAll), Is.EqualTo((0, 1, 0, 1)));
            Assert.That(await Settled(), Is.EqualTo(["1 model 0 2"]));
        }
    }

    [Test]
    public async Task Keeps_the_score_of_a_result_that_was_changed_later()
    {
        await Match(1, "2025-02-02", 3, 0, from: 1, to: 2);
        await Match(1, "2025-02-02", 0, 3, from: 2);
        await Forecast(1);
        await Settle(version: 1);
        await Settle(version: 2);
        Assert.That(await Settled(), Is.EqualTo(["1 model 0 1"]));
    }

    [TestCase(false)]
    [TestCase(true, Description = "a crash came before the step was remembered")]
    public async Task Says_the_same_of_a_run_whose_message_comes_again_after_others_have_settled_more(bool forgotten)
    {
        await Match(1, "2025-02-02", 2, 1);
        await Forecast(1);
        var run = NewId.NextGuid();
        var first = await Settle(version: 1, run);
        await Match(2, "2025-02-02", 0, 1);
        await Forecast(2);
        var second = await Settle(version: 1);
        if (forgotten)
            await Database.Execute("truncate drift_check._step");
        var again = await Settle(version: 1, run);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.Settled, first.SettledInAll, second.SettledInAll), Is.EqualTo((1, 1, 2)));
            Assert.That(again, Is.EqualTo(first));
        }
    }

    [Test]
    public async Task Says_the_same_from_two_replicas()
    {
        await Match(1, "2025-02-02", 2, 1);
        await Forecast(1);
        await using var other = StageHost.Of<SettleForecastsConsumer>("drift-check", Database);
        var message = Validated(version: 1, NewId.NextGuid());
        var said = await Task.WhenAll(stage!.Consume<ForecastsSettled>(message), other.Consume<ForecastsSettled>(message));
        Assert.That(said[1], Is.EqualTo(said[0]));
        Assert.That(said[0].Settled, Is.EqualTo(1));
    }

    [Test]
    public async Task Tells_the_scores_by_weeks_that_begin_on_Monday()
    {
        await Match(1, "2025-02-02", 2, 1);
        await Forecast(1);
        await Settle(version: 1);
        Assert.That(await Database.Rows<DateTime>("select week::timestamp from drift_check.settled_week"), Is.EqualTo([new DateTime(2025, 1, 27)]));
    }

    Task<ForecastsSettled> Settle(int version, Guid? run = null, DateOnly? asOf = null) => stage!.Consume<ForecastsSettled>(Validated(version, run ?? NewId.NextGuid(), asOf));

    static SnapshotValidated Validated(int version, Guid run, DateOnly? asOf = null) => new(
        new Run(run, asOf ?? new DateOnly(2025, 2, 8), "a test", "a test"), "snapshot", version, version, "hash", 0, 0, 0, 0, 0, 0, 0, [],
        new StepTime("code", DateTime.UnixEpoch, 0, false));

    Task Match(long id, string date, short? homeGoals, short? awayGoals, int from = 1, int? to = null, string? kickOff = null) => Database.Execute("""
        insert into validate.match (
            match_id, from_version, to_version, division, season, date, kick_off, home_id, away_id, meeting, home_goals, away_goals, row_hash, odds_hash)
        values (@id, @from, @to, 'E0', 2024, @date::date, @kickOff::time, 1, 2, 1, @homeGoals, @awayGoals, '', '')
        """, new { id, from, to, date, kickOff, homeGoals, awayGoals });

    Task Forecast(long match, string model = "model", string date = "2025-02-02", string? kickOff = null, string? forecastFrom = null) => Database.Execute("""
        insert into predict.forecast (
            match_id, model_id, feature_set_version, odds_version, run_id, kind, as_of, forecast_from, division, date, kick_off, home_id, away_id, home_win, draw, away_win, made_at)
        values (@match, @model, 1, 1, gen_random_uuid(), 'results-only', '2025-02-01', @forecastFrom::timestamptz, 'E0', @date::date, @kickOff::time, 1, 2, .5, .3, .2, now())
        """, new { match, model, date, kickOff, forecastFrom });

    /// <summary>Match, model, outcome and dataset version of what is settled.</summary>
    async Task<string[]> Settled() =>
        [.. await Database.Rows<string>("select concat_ws(' ', match_id, model_id, outcome, dataset_version) from drift_check.settled_forecast order by 1")];
}
