using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Contracts.Validate.V1;
using Soccer.Forecasting.Models;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Cascading;

/// <summary>The forecasts that Predict seals.</summary>
sealed class ForecastSpecs
{
    readonly ScratchDatabase database = TwoRuns.Cascade.Database;
    readonly PredictionsRefreshed first = (PredictionsRefreshed)TwoRuns.First[typeof(PredictionsRefreshed)].Event, second = (PredictionsRefreshed)TwoRuns.Second[typeof(PredictionsRefreshed)].Event;

    [Test]
    public async Task Seals_one_for_every_fixture_of_the_next_seven_days()
    {
        var fixtures = await database.Value<int>("""
            select count(*)::int from validate.match
            where from_version <= @DatasetVersion and (to_version is null or to_version > @DatasetVersion) and home_goals is null
              and date between '2025-02-02' and '2025-02-08'
            """, new { first.DatasetVersion });
        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.Fixtures, first.Forecasts, first.NewForecasts), Is.EqualTo((fixtures, fixtures, fixtures)));
            Assert.That(
                await database.Rows<string>("select kind || ' ' || count(*) from predict.forecast where run_id = @Id group by kind", new { first.Run.Id }),
                Is.EquivalentTo(ModelKinds.All.Select(kind => $"{kind} {fixtures}")));
            Assert.That((first.Reasons, second.Reasons), Is.EqualTo((Array.Empty<string>(), Array.Empty<string>())));
        }
    }

    [Test]
    public async Task Are_probabilities_beside_the_market_s_with_the_best_prices_and_who_offers_them()
    {
        var odd = await database.Rows<long>("""
            select match_id from predict.forecast
            where abs(home_win + draw + away_win - 1) > 1e-9 or least(home_win, draw, away_win) <= 0
               or abs(market_home_win + market_draw + market_away_win - 1) > 1e-9 or market_home_win is null
               or best_home <= 1 or best_home_at is null or best_draw_at is null or best_away_at is null
            """);
        Assert.That(odd, Is.Empty);
    }

    [Test]
    public async Task Expect_goals_of_both_teams() => Assert.That(
        await database.Rows<long>("select match_id from predict.forecast where expected_home_goals is null or expected_away_goals is null or least(expected_home_goals, expected_away_goals) <= 0"), Is.Empty);

    [Test]
    public async Task Name_the_versions_in_which_features_and_odds_came()
    {
        var strange = await database.Rows<long>("""
            select f.match_id from predict.forecast f
            where not exists (select from featurize.feature_row r where (r.match_id, r.from_version) = (f.match_id, f.feature_set_version))
               or not exists (select from validate.match m where (m.match_id, m.from_version) = (f.match_id, f.odds_version))
            """);
        Assert.That(strange, Is.Empty);
    }

    [Test]
    public async Task Are_left_to_the_promotion_where_the_run_trains()
    {
        var built = (FeaturesBuilt)TwoRuns.First[typeof(FeaturesBuilt)].Event;
        Assert.That(await TwoRuns.Cascade.Predict.Consume(built), Is.Empty);
    }

    [Test]
    public async Task Are_not_asked_for_in_training_where_the_run_needs_none()
    {
        var built = (FeaturesBuilt)TwoRuns.Second[typeof(FeaturesBuilt)].Event;
        Assert.That(await TwoRuns.Cascade.Train.Consume(built), Is.Empty);
    }

    [Test]
    public async Task Are_made_for_a_held_model_by_the_champion_that_stands()
    {
        var before = await database.Content("predict", published: true);
        var held = new ModelHeld(
            second.Run with { Id = Guid.NewGuid() }, "another", first.ModelId, second.DatasetVersion, second.FeatureSetVersion, ["it was worse"], second.Step);
        var said = await TwoRuns.Cascade.Predict.Consume<PredictionsRefreshed>(held);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((said.ModelId, said.Forecasts, said.Reasons), Is.EqualTo((first.ModelId, second.Forecasts, Array.Empty<string>())));
            Assert.That(await database.Content("predict", published: true), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task Are_not_sealed_after_the_kick_off_by_the_real_clock_where_the_source_follows_it()
    {
        var before = await database.Content("predict", published: true);
        // The matches of 2025 have long begun by the clock of today.
        var run = second.Run with { Id = Guid.NewGuid(), Live = true };
        var said = await TwoRuns.Cascade.Predict.Consume<PredictionsRefreshed>(
            new ModelHeld(run, "another", first.ModelId, second.DatasetVersion, second.FeatureSetVersion, ["it was worse"], second.Step));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((said.Fixtures, said.Forecasts, said.NewForecasts), Is.EqualTo((second.Fixtures, 0, 0)));
            Assert.That(said.Reasons.Single(), Does.StartWith($"{second.Fixtures} match").And.EndsWith("kicked off by the real clock"));
            Assert.That(await database.Content("predict", published: true), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task Are_settled_once_each_with_the_mean_of_their_log_losses()
    {
        var settled = (Soccer.Contracts.DriftCheck.V1.ForecastsSettled)TwoRuns.Second[typeof(Soccer.Contracts.DriftCheck.V1.ForecastsSettled)].Event;
        using (Assert.EnterMultipleScope())
        {
            var ofEachKind = first.Forecasts * ModelKinds.All.Length;
            Assert.That((settled.Settled, settled.SettledInAll), Is.EqualTo((ofEachKind, ofEachKind)));
            Assert.That(settled.LogLoss, Is.EqualTo(await database.Value<double>("""
                select avg(-ln(case s.outcome when 0 then f.home_win when 1 then f.draw else f.away_win end))
                from drift_check.settled_forecast s join predict.forecast f using (match_id, model_id, kind, feature_set_version, odds_version)
                where kind = 'market-aware'
                """)).Within(1e-12), "of a match's forecasts the one of the kind that knows most");
        }
    }
}
