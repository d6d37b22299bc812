using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Contracts;
using Soccer.Contracts.Train.V1;

namespace Soccer.Api.Tests.Http;

/// <summary>The list of backtests over HTTP, on a real database.</summary>
public sealed class BacktestListSpecs : ApiSpecs
{
    static readonly Guid Done = new("01993b75-6c1d-7e2f-9a0b-000000000001"), Failed = new("01993b75-6c1d-7e2f-9a0b-000000000002");
    static readonly Guid Pending = new("01993b75-6c1d-7e2f-9a0b-000000000003");

    [OneTimeSetUp]
    public async Task Start()
    {
        const string report = """{"slices": [], "seasons": [{"season": "2022/23"}, {"season": "2023/24"}]}""";
        await Api.Database.Execute($"""
            insert into train.backtest (report_id, feature_set_version, report, created_at) values ('listed', 5, '{report}', now());
            insert into api._backtest (backtest_id, at)
            values ('{Done}', '2025-02-01 20:00Z'), ('{Failed}', '2025-02-02 07:00Z'), ('{Pending}', '2025-02-03 12:00Z');
            """);
        var began = new DateTime(2025, 2, 1, 20, 0, 1, DateTimeKind.Utc);
        Score[] pooled = [new("market-aware", 15_000, 0.985, 0.198, 0.586, 0.527, 0.011)];
        await Api.Host.Deliver(new BacktestCompleted(Done, "listed", 5, pooled, new StepTime("code", began, 210.5, false)));
        await Api.Host.Deliver(new BacktestFailed(Failed, "testSeasons", "no match of the season 1988/89 is known", began));
    }

    [Test]
    public async Task A_backtest_that_is_done_has_its_seasons_its_scores_and_where_to_read_more()
    {
        var line = (await Lines("?status=done")).Single();
        Assert.That(line.GetProperty("acceptedAt").GetDateTime(), Is.EqualTo(new DateTime(2025, 2, 1, 20, 0, 0, DateTimeKind.Utc)));
        string[] seasons = ["2022/23", "2023/24"];
        Assert.That(line.GetProperty("testSeasons").EnumerateArray().Select(season => season.GetString()), Is.EqualTo(seasons));
        Assert.That(line.GetProperty("pooled")[0].GetProperty("logLoss").GetDouble(), Is.EqualTo(0.985));
        Assert.That((line.GetProperty("seconds").GetDouble(), line.GetProperty("featureSetVersion").GetInt32()), Is.EqualTo((210.5, 5)));
        var full = await Api.Http.GetFromJsonAsync<JsonElement>(line.GetProperty("link").GetString());
        Assert.That(full.GetProperty("id").GetGuid(), Is.EqualTo(Done));
    }

    [Test]
    public async Task A_backtest_that_failed_says_why() => Assert.That(
        (await Lines("?status=failed")).Single().GetProperty("problem").GetProperty("reason").GetString(),
        Is.EqualTo("no match of the season 1988/89 is known"));

    [Test]
    public async Task A_report_that_is_no_longer_stored_leaves_the_backtest_in_the_list_without_its_seasons()
    {
        var old = new Guid("01993b75-6c1d-7e2f-9a0b-000000000004");
        var began = new DateTime(2024, 2, 1, 20, 0, 0, DateTimeKind.Utc);
        await Api.Host.Deliver(new BacktestCompleted(old, "deleted", 5, [], new StepTime("code", began, 12, false)));
        var line = (await Lines("?until=2024-12-31")).Single();
        Assert.That(line.GetProperty("status").GetString(), Is.EqualTo("done"));
        Assert.That(line.GetProperty("testSeasons").ValueKind, Is.EqualTo(JsonValueKind.Null));
        await Api.Database.Execute($"delete from api._backtest where backtest_id = '{old}'");
    }

    [TestCase("?since=2025-01-01", "pending", "failed", "done")]
    [TestCase("?limit=1", "pending")]
    [TestCase("?status=pending", "pending")]
    [TestCase("?since=2025-02-02", "pending", "failed")]
    [TestCase("?since=2025-02-02T07:00:01Z", "pending")]
    [TestCase("?since=2025-01-01&until=2025-02-01", "done")]
    [TestCase("?since=2025-02-02&until=2025-02-02", "failed")]
    [TestCase("?status=done&since=2025-02-02")]
    public async Task Are_those_that_were_asked_for_the_newest_first(string query, params string[] statuses) =>
        Assert.That((await Lines(query)).Select(line => line.GetProperty("status").GetString()), Is.EqualTo(statuses));

    async Task<IEnumerable<JsonElement>> Lines(string query) =>
        (await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/backtests{query}")).GetProperty("backtests").EnumerateArray();
}
