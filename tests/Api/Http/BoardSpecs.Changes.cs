using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Soccer.Api.Tests.Http;

/// <summary>What makes an answer be read anew, and no other.</summary>
public sealed partial class BoardSpecs
{
    [Test]
    public async Task A_promotion_is_seen_by_every_replica_a_moment_later()
    {
        await Add(16);
        await Refresh();
        Assert.That((await Alias(Api.Http, 16), await Alias(otherHttp, 16)), Is.EqualTo(("champion", "champion")));
        await Api.Database.Promote("m2");
        Assert.That(await Alias(Api.Http, 16), Is.EqualTo("champion"), "no look before its time");
        Pass();
        Assert.That((await Alias(Api.Http, 16), await Alias(otherHttp, 16)), Is.EqualTo(((string?)null, (string?)null)));

        await Add(16, model: "m2", homeWin: 0.45, match: false);
        await Refresh("m2");
        var (here, there) = (await Answer(Api.Http, 16), await Answer(otherHttp, 16));
        Assert.That((here.GetProperty("modelId").GetString(), here.GetProperty("alias").GetString()), Is.EqualTo(("m2", "champion")));
        Assert.That(there.GetRawText(), Is.EqualTo(here.GetRawText()));

        await Api.Database.Promote("m1");
        await Refresh();
        Assert.That((await Answer(Api.Http, 16)).GetProperty("modelId").GetString(), Is.EqualTo("m1"), "a model that is champion again speaks for itself");
    }

    [Test]
    public async Task A_new_price_is_read_and_no_other_answer_is()
    {
        await Add(17);
        await Add(18);
        await Api.Database.Odds(match: 17, "B365", 2.7, 2.3, 4.4, from: 1, to: 4);
        await Refresh();
        var (before, untouched) = (await Api.Http.GetAsync("/v1/fixtures/17"), await Api.Http.GetAsync("/v1/fixtures/18"));
        await Api.Database.EndMatch(17, 4);
        await Api.Database.Match(match: 17, "E0", "2025-02-09", from: 4);
        await Api.Database.Odds(match: 17, "B365", 2.6, 2.4, 4.2, from: 4);
        await Add(17, odds: 4, match: false);
        await Refresh(dataset: 4);
        var misses = counts.Misses;
        var (after, same) = (await Api.Http.GetAsync("/v1/fixtures/17"), await Api.Http.GetAsync("/v1/fixtures/18"));
        Assert.That(counts.Misses - misses, Is.EqualTo(1));
        Assert.That(same.Headers.ETag, Is.EqualTo(untouched.Headers.ETag));
        Assert.That(after.Headers.ETag, Is.Not.EqualTo(before.Headers.ETag));
        Assert.That((await after.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("markets")[0].GetProperty("homeWin").GetProperty("odds").GetDouble(), Is.EqualTo(2.6));
    }

    [Test]
    public async Task A_new_result_makes_new_features_and_these_a_new_answer()
    {
        await Add(19);
        await Refresh();
        Assert.That((await Answer(Api.Http, 19)).GetProperty("homeWin").GetProperty("probability").GetDouble(), Is.EqualTo(0.4));
        await Add(19, features: 6, homeWin: 0.42, asOf: "2025-02-02", match: false);
        await Refresh(asOf: "2025-02-02");
        Assert.That((await Answer(Api.Http, 19)).GetProperty("homeWin").GetProperty("probability").GetDouble(), Is.EqualTo(0.42));
    }

    [Test]
    public async Task A_moved_kick_off_and_a_name_that_is_written_otherwise_are_seen()
    {
        await Add(20);
        await Refresh();
        Assert.That((await Answer(Api.Http, 20)).GetProperty("kickOff").ValueKind, Is.EqualTo(JsonValueKind.Null));
        await Api.Database.EndMatch(20, 4);
        await Api.Database.Match(match: 20, "E0", "2025-02-09", from: 4, kickOff: "17:30");
        await Refresh(dataset: 4);
        Assert.That((await Answer(Api.Http, 20)).GetProperty("kickOff").GetString(), Is.EqualTo("17:30:00"));
        await Api.Database.Execute("update validate.team set name = 'The Arsenal' where team_id = 1");
        await Refresh(dataset: 4);
        Assert.That((await Answer(Api.Http, 20)).GetProperty("home").GetString(), Is.EqualTo("The Arsenal"));
        await Api.Database.Execute("update validate.team set name = 'Arsenal' where team_id = 1");
    }

    [Test]
    public async Task A_match_that_was_put_off_or_is_gone_is_no_longer_there()
    {
        await Add(21);
        await Refresh();
        Assert.That((await Api.Http.GetAsync("/v1/fixtures/21")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await Api.Database.EndMatch(21, 4);
        await Refresh(dataset: 4);
        Assert.That((await Api.Http.GetAsync("/v1/fixtures/21")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        await Api.Database.Match(match: 21, "E0", "2025-02-12", from: 4);
        await Refresh(dataset: 4);
        Assert.That((await Api.Http.GetAsync("/v1/fixtures/21")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "nothing was forecast for its new day");
    }

    static async Task<string?> Alias(HttpClient http, int match) => (await Answer(http, match)).GetProperty("alias").GetString();
}
