using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting.Models;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Cascading;

/// <summary>Predict's answers to whoever asks why a sealed forecast is what it is.</summary>
sealed class ExplanationSpecs
{
    readonly StageHost predict = TwoRuns.Cascade.Predict;
    readonly ScratchDatabase database = TwoRuns.Cascade.Database;
    Sealed[] forecasts = [];

    [OneTimeSetUp]
    public async Task ReadForecasts() => forecasts = [.. await database.Rows<Sealed>("""
        select match_id as MatchId, model_id as ModelId, kind as Kind, feature_set_version as FeatureSetVersion, home_win as Home, draw as Draw, away_win as Away
        from predict.forecast
        order by match_id, made_at, kind
        limit 12
        """)];

    [Test]
    public async Task Base_and_families_sum_to_the_forecast_of_every_kind()
    {
        Assert.That(forecasts.Select(forecast => forecast.Kind).Distinct(), Is.EquivalentTo(ModelKinds.All));
        foreach (var forecast in forecasts)
        {
            var told = await predict.Consume<ForecastExplained>(Ask(forecast));
            double[] sum =
            [
                told.Base[0] + told.Families.Sum(family => family.Home), told.Base[1] + told.Families.Sum(family => family.Draw), told.Base[2] + told.Families.Sum(family => family.Away),
            ];
            var p = Softmax.Of(sum[0], sum[1], sum[2]);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(sum, Is.EqualTo(told.Margins).Within(1e-9));
                Assert.That(sum.Sum(), Is.Zero.Within(1e-9));
                Assert.That(new[] { p.Home, p.Draw, p.Away }, Is.EqualTo(new[] { forecast.Home, forecast.Draw, forecast.Away }).Within(1e-6), $"{forecast}");
                Assert.That((told.MatchId, told.ModelId, told.Kind, told.FeatureSetVersion), Is.EqualTo((forecast.MatchId, forecast.ModelId, forecast.Kind, forecast.FeatureSetVersion)));
            }
        }
    }

    [Test]
    public async Task Each_family_has_three_features_at_most_with_their_values_and_a_kind_only_what_it_may_see()
    {
        var told = await predict.Consume<ForecastExplained>(Ask(forecasts.First(forecast => forecast.Kind == ModelKinds.ResultsOnly)));
        var values = await database.Value<float[]>(
            "select values from featurize.feature_row where match_id = @MatchId and from_version <= @FeatureSetVersion order by from_version desc limit 1", forecasts[0]);
        var names = await database.Value<string[]>("select names from featurize.feature_schema limit 1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.Features.GroupBy(feature => feature.Family).Select(family => family.Count()), Is.All.InRange(1, 3));
            Assert.That(told.Features.Select(feature => feature.Family).Distinct(), Is.EqualTo(told.Families.Select(family => family.Family)));
            Assert.That(told.Features.Select(feature => feature.Feature), Is.All.Matches<string>(feature => ModelKinds.Sees(ModelKinds.ResultsOnly, feature!)));
            Assert.That(told.Features.Select(feature => feature.Value), Is.EqualTo(told.Features.Select(feature => Finite(values[Array.IndexOf(names, feature.Feature)]))));
        }

        static double? Finite(float value) => float.IsFinite(value) ? value : null;
    }

    [Test]
    public async Task Without_a_kind_the_one_that_knows_most_is_explained() =>
        Assert.That((await predict.Consume<ForecastExplained>(Ask(forecasts[0]) with { Kind = null })).Kind, Is.EqualTo(ModelKinds.MarketAware));

    [Test]
    public async Task Asked_twice_it_says_the_same_and_writes_nothing()
    {
        var before = await database.Content("predict");
        var (first, second) = (await predict.Consume<ForecastExplained>(Ask(forecasts[0])), await predict.Consume<ForecastExplained>(Ask(forecasts[0])));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Families, Is.EqualTo(first.Families));
            Assert.That(second.Features, Is.EqualTo(first.Features));
            Assert.That(await database.Content("predict"), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task What_is_not_there_is_named()
    {
        var known = Ask(forecasts[0]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Reason(known with { ModelId = "none" }), Is.EqualTo("there is no model none"));
            Assert.That(await Reason(known with { FeatureSetVersion = 99 }), Is.EqualTo("there is no feature set 99"));
            Assert.That(await Reason(known with { MatchId = -1 }), Is.EqualTo($"feature set {known.FeatureSetVersion} has no features of match -1"));
            Assert.That(await Reason(known with { Kind = "guess" }),
                Is.EqualTo($"model {known.ModelId} has no kind 'guess'; it has results-only, market-memory, market-aware"));
        }
    }

    async Task<string> Reason(ExplainForecast question) => (await predict.Consume<ForecastNotExplained>(question)).Reason;

    static ExplainForecast Ask(Sealed forecast) => new(Guid.NewGuid(), forecast.MatchId, forecast.ModelId, forecast.Kind, forecast.FeatureSetVersion);

    sealed record Sealed(long MatchId, string ModelId, string Kind, int FeatureSetVersion, double Home, double Draw, double Away);
}
