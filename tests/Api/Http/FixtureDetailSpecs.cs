using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Api.Tests.Ledger;

namespace Soccer.Api.Tests.Http;

/// <summary>One match over HTTP: what its forecast stands on, and every bookmaker's odds.</summary>
public sealed class FixtureDetailSpecs : ApiSpecs
{
    [OneTimeSetUp]
    public async Task Start()
    {
        await Api.Database.Execute("insert into validate.team values (1, 'England', 'Arsenal'), (2, 'England', 'Chelsea')");
        await Api.Database.Dataset(1, "2025-01-30 18:00Z");
        await Api.Database.Dataset(2, "2025-01-31 18:00Z");
        await Api.Database.Dataset(3, "2025-02-01 18:00Z");
        // Results of dataset 3 came into the features, after the odds of dataset 2.
        await Api.Database.FeatureSet(5, dataset: 3);
        const string best = "2.7, 'B365', 2.4, 'PS', 4.4, 'B365'";
        await Api.Database.Forecast(match: 1, "E0", "2025-02-02", asOf: "2025-02-01", home: 1, away: 2, model: "m1", homeWin: 0.40, odds: 2, draw: 0.35, best: best);
        await Api.Database.Forecast(match: 1, "E0", "2025-02-02", asOf: "2025-02-01", home: 1, away: 2, model: "m1", homeWin: 0.38, kind: "market-aware", odds: 2, draw: 0.36, best: best);
        await Api.Database.Match(match: 1, "E0", "2025-02-02", from: 2, kickOff: "15:00");
        await Api.Database.Odds(match: 1, "PS", 2.6, 2.4, 4.2, from: 2);
        await Api.Database.Odds(match: 1, "PS", 2.9, 2.9, 2.9, from: 1, to: 2);
        await Api.Database.Odds(match: 1, "B365", 2.7, 2.3, 4.4, from: 1);
        await Api.Database.Odds(match: 1, "Max", 2.7, 2.4, 4.4, from: 1);
        await Api.Database.Odds(match: 1, "Avg", 2.65, 2.35, 4.3, from: 1);
        await Api.Database.Odds(match: 1, "WH", 1.5, 2.9, 4, from: 1);
        await Api.Database.Odds(match: 1, "BW", 2.7, 2.3, null, from: 1);
        await Api.Database.Odds(match: 1, "B365", 2, 3, 4, from: 1, phase: 1);
        await Api.Database.Odds(match: 1, "B365", 1.9, 1.9, null, from: 1, market: 1);
        await Api.Database.Odds(match: 1, "LB", 2, 3, 4, from: 3);
        await Api.Database.Forecast(match: 2, "E0", "2025-02-03", asOf: "2025-02-01", home: 2, away: 1, model: "m0", homeWin: 0.40, odds: 1, best: "null, null, null, null, null, null");
        await Api.Database.Match(match: 2, "E0", "2025-02-03", from: 1);
        // The model of the newest run forecast these before another one did.
        await Api.Database.Forecast(match: 3, "E0", "2025-03-01", asOf: "2025-01-30", home: 1, away: 2, model: "m1", homeWin: 0.30);
        await Api.Database.Forecast(match: 3, "E0", "2025-03-01", asOf: "2025-01-31", home: 1, away: 2, model: "m0", homeWin: 0.31);
        await Api.Database.Match(match: 3, "E0", "2025-03-01", from: 1);
        await Api.Database.Forecast(match: 4, "E0", "2024-12-02", asOf: "2024-11-30", home: 1, away: 2, model: "m1", homeWin: 0.30);
        await Api.Database.Forecast(match: 4, "E0", "2024-12-02", asOf: "2024-12-01", home: 1, away: 2, model: "m0", homeWin: 0.31);
        await Api.Database.Match(match: 4, "E0", "2024-12-02", from: 1);
        await Api.Database.Promote("m1");
        await Api.Host.Deliver(RunEvents.Any().Refreshed());
    }

    [Test]
    public async Task Says_by_which_champion_on_which_data_and_with_odds_of_when()
    {
        var match = await One(1);
        Assert.That(match.GetProperty("alias").GetString(), Is.EqualTo("champion"));
        Assert.That((match.GetProperty("featureSetVersion").GetInt32(), match.GetProperty("oddsVersion").GetInt32(), match.GetProperty("datasetVersion").GetInt32()), Is.EqualTo((5, 2, 3)));
        Assert.That(match.GetProperty("oddsAsOf").GetDateTime(), Is.EqualTo(new DateTime(2025, 1, 31, 18, 0, 0, DateTimeKind.Utc)));
        Assert.That(match.GetProperty("kickOff").GetString(), Is.EqualTo("15:00:00"));
    }

    [Test]
    public async Task Has_each_bookmakers_opening_odds_of_the_forecasts_version_and_aggregates_last()
    {
        var markets = (await One(1)).GetProperty("markets").EnumerateArray().ToList();
        Assert.That(markets.Select(market => (market.GetProperty("bookmaker").GetString(), market.GetProperty("isAggregate").GetBoolean(), market.GetProperty("asOf").GetDateTime().Day)),
            Is.EqualTo(new[] { ("B365", false, 30), ("BW", false, 30), ("PS", false, 31), ("WH", false, 30), ("Avg", true, 30), ("Max", true, 30) }));
        Assert.That(markets.Where(market => market.GetProperty("unusable").GetString() is not null).Select(market => market.GetProperty("bookmaker").GetString()), Is.EqualTo(new[] { "BW", "WH" }));
        var pinnacle = markets[2];
        Assert.That(pinnacle.GetProperty("overround").GetDouble(), Is.EqualTo(1.039377));
        // The edge is of market-aware, which starts from the price and says .38 / .36 / .26: .38 · 2.6 − 1 = −.012; .26 · 4.2 − 1 = .092;
        // ¼ · .092 / 3.2.
        Assert.That(Figures(pinnacle, "homeWin"), Is.EqualTo((2.6, 0.370044, 0.37111, 0.371111, -0.012, 0)));
        Assert.That(Figures(pinnacle, "draw"), Is.EqualTo((2.4, 0.400881, 0.403241, 0.402853, -0.136, 0)));
        Assert.That(Figures(pinnacle, "awayWin"), Is.EqualTo((4.2, 0.229075, 0.225649, 0.226036, 0.092, 0.007188)));
    }

    [Test]
    public async Task Has_the_best_odds_over_all_bookmakers_with_who_offers_them()
    {
        var match = await One(1);
        var best = match.GetProperty("best");
        Assert.That((best.GetProperty("bookmaker").GetString(), best.GetProperty("isAggregate").GetBoolean(), best.GetProperty("overround").GetDouble()), Is.EqualTo(((string?)null, true, 1.01431)));
        Assert.That(Figures(best, "homeWin"), Is.EqualTo((2.7, 0.365145, 0.365444, 0.365484, 0.026, 0.003824)));
        Assert.That(best.GetProperty("draw").GetProperty("bookmaker").GetString(), Is.EqualTo("PS"));
        Assert.That(best.GetProperty("homeWin").GetProperty("edge").GetDouble(), Is.EqualTo(match.GetProperty("homeWin").GetProperty("edge").GetDouble()));
    }

    [Test]
    public async Task A_match_without_odds_by_a_model_that_is_champion_no_more_says_so()
    {
        var match = await One(2);
        Assert.That(match.GetProperty("alias").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(match.GetProperty("oddsAsOf").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(match.GetProperty("best").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(match.GetProperty("markets").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_coming_match_has_the_forecast_of_the_newest_runs_model_although_another_one_spoke_later()
    {
        Assert.That((await One(3)).GetProperty("modelId").GetString(), Is.EqualTo("m1"));
        Assert.That((await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures?from=2025-03-01")).GetProperty("fixtures")[0].GetProperty("modelId").GetString(), Is.EqualTo("m1"));
        // What came before the run's day keeps the last word that was said of it.
        Assert.That((await One(4)).GetProperty("modelId").GetString(), Is.EqualTo("m0"));
    }

    [Test]
    public async Task The_document_describes_every_member()
    {
        var schema = (await Api.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("components").GetProperty("schemas").GetProperty("FixtureDetail");
        var described = schema.GetProperty("properties").EnumerateObject().Select(member => member.Name)
            .Where(name => name is not ("explanation" or "hasKickedOff")).ToList();
        Assert.That((await One(1)).EnumerateObject().Select(member => member.Name), Is.EquivalentTo(described));
        Assert.That(schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()), Is.EquivalentTo(described));
    }

    Task<JsonElement> One(int match) => Api.Http.GetFromJsonAsync<JsonElement>($"/v1/fixtures/{match}");

    static (double Odds, double Multiplicative, double Power, double Shin, double Edge, double QuarterKelly) Figures(JsonElement market, string outcome)
    {
        var price = market.GetProperty(outcome);
        return (Of("odds"), Of("multiplicative"), Of("power"), Of("shin"), Of("edge"), Of("quarterKelly"));

        double Of(string name) => price.GetProperty(name).GetDouble();
    }
}
