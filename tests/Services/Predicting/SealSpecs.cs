using Soccer.Contracts;
using Soccer.Forecasting;
using Soccer.Forecasting.Odds;
using Soccer.Predict;
using Soccer.Services.Tests.Scratch;
using Soccer.Tables.Train;
using Soccer.Tables.Validate;

namespace Soccer.Services.Tests.Predicting;

/// <summary>How forecasts are sealed, with forecasts made by hand.</summary>
sealed class SealSpecs
{
    static readonly Run Run = new(Guid.Parse("0199e7c4-0000-7000-8000-000000000001"), new DateOnly(2025, 2, 1), "a test", "a test");
    static readonly DateTime Now = new(2025, 2, 2, 7, 0, 0, DateTimeKind.Utc);
    static readonly ModelRow Model = new("model", "schema", 1, 1, default, default, []);

    ScratchDatabase? scratch;

    [OneTimeSetUp]
    public async Task Start()
    {
        scratch = await ScratchDatabase.Create();
        await scratch.Publish("Predict");
    }

    [SetUp]
    public Task Empty() => scratch!.Execute("truncate predict.forecast");

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (scratch is not null)
            await scratch.DisposeAsync();
    }

    // Rows that one statement of a transaction inserts have the same xmin and cmin.
    [Test]
    public async Task Seals_the_forecasts_of_all_matches_in_one_statement()
    {
        var inserted = await Seal(Bare(1), Bare(2), Priced(3));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(inserted, Is.EqualTo(3));
            Assert.That(await scratch!.Value<long>("select count(*) from predict.forecast"), Is.EqualTo(6));
            Assert.That(await scratch.Value<long>("select count(distinct (xmin::text, cmin::text)) from predict.forecast"), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Stores_what_is_known_and_null_for_what_is_not()
    {
        await Seal(Bare(1), Priced(2));
        const string sql = """
            select concat_ws(
                ' ', match_id, model_id, feature_set_version, odds_version, run_id = '0199e7c4-0000-7000-8000-000000000001', kind, as_of, division, date,
                coalesce(kick_off::text, '-'), home_id, away_id, home_win, draw, away_win,
                coalesce(market_home_win::text, '-'), coalesce(market_draw::text, '-'), coalesce(market_away_win::text, '-'),
                coalesce(best_home::text, '-'), coalesce(best_home_at, '-'), coalesce(best_draw::text, '-'), coalesce(best_draw_at, '-'),
                coalesce(best_away::text, '-'), coalesce(best_away_at, '-'), coalesce(expected_home_goals::text, '-'),
                coalesce(expected_away_goals::text, '-'), to_char(forecast_from, 'DD HH24'), to_char(made_at, 'DD HH24'))
            from predict.forecast
            order by match_id, kind
            """;
        const string bare = "- 11 12 {0} - - - - - - - - - - - 02 00 02 07";
        const string priced = "15:00:00 11 12 {0} 0.45 0.3 0.25 2.1 B365 3.4 PS - - 1.5 1.25 02 00 02 07";
        Assert.That(await scratch!.Rows<string>(sql), Is.EqualTo([
            "1 model 7 4 t market-memory 2025-02-01 E0 2025-02-03 " + string.Format(null, bare, "0.4 0.3 0.3"),
            "1 model 7 4 t results-only 2025-02-01 E0 2025-02-03 " + string.Format(null, bare, "0.5 0.3 0.2"),
            "2 model 7 4 t market-memory 2025-02-01 E0 2025-02-03 " + string.Format(null, priced, "0.4 0.3 0.3"),
            "2 model 7 4 t results-only 2025-02-01 E0 2025-02-03 " + string.Format(null, priced, "0.5 0.3 0.2"),
        ]));
    }

    [Test]
    public async Task Keeps_a_forecast_that_stands_and_counts_the_matches_that_have_a_new_one()
    {
        await Seal(Bare(1));
        await scratch!.Execute("delete from predict.forecast where kind = 'results-only'; update predict.forecast set home_win = .9");
        var (inserted, again) = (await Seal(Bare(1), Bare(2)), await Seal(Bare(1), Bare(2)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((inserted, again), Is.EqualTo((2, 0)));
            Assert.That(
                await scratch.Rows<double>("select home_win from predict.forecast where match_id = 1 order by kind"), Is.EqualTo([.9, .5]));
        }
    }

    [Test]
    public async Task Seals_nothing_where_nothing_is_to_come() => Assert.That(await Seal(), Is.Zero);

    async Task<int> Seal(params Forecast[] forecasts)
    {
        await using var connection = await scratch!.Open();
        return await PredictSql.Seal(connection, forecasts, Run, MatchClock.Of(Run.AsOf, null), Model, Now, CancellationToken.None);
    }

    static Forecast Bare(long match) => new(
        new FixtureRow(match, 4, "E0", new DateOnly(2025, 2, 3), null, 11, 12), 7,
        [("results-only", new Probabilities(.5, .3, .2)), ("market-memory", new Probabilities(.4, .3, .3))],
        null, new BestPrices(null, null, null), null);

    static Forecast Priced(long match) => Bare(match) with
    {
        Fixture = Bare(match).Fixture with { KickOff = new TimeOnly(15, 0) },
        Market = new Probabilities(.45, .3, .25),
        Best = new BestPrices(new BestPrice(2.1f, "B365", 2.1), new BestPrice(3.4f, "PS", 3.4), null),
        Goals = new GoalRates(1.5f, 1.25f),
    };
}
