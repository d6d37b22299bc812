using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MassTransit;
using Soccer.Contracts;
using Soccer.Contracts.Train.V1;

namespace Soccer.Api.Tests.Http;

/// <summary>Backtests over HTTP, on a real database.</summary>
public sealed class BacktestSpecs : ApiSpecs
{
    internal const string Report = """
        {"slices": [], "inputs" : {"codeVersion":"1.50", "datasetHash": "d", "featureSetHash": "f", "schemaHash": "s", "parameters": {}},
         "seasons": [], "bets": [], "reliability": [], "months": []}
        """;

    [OneTimeSetUp]
    public async Task Start()
    {
        await Api.Database.Execute($"insert into train.backtest (report_id, feature_set_version, report, created_at) values ('r1', 5, '{Report}', now())");
    }

    [Test]
    public async Task A_backtest_is_pending_until_Train_has_ended_it_and_then_has_its_report_to_the_letter()
    {
        var (id, location) = await Ask(new { testSeasons = new[] { "2324", "9900" }, kinds = new[] { "results-only" } });
        var sent = Api.Host.Bus.Sent.Select<RunBacktest>().Select(message => message.Context.Message).Single(command => command.BacktestId == id);
        Assert.That(sent.TestSeasons, Is.EqualTo((int[])[2023, 1999]));
        Assert.That(await StatusOf(location), Is.EqualTo("pending"));
        Assert.That((await Api.Http.GetAsync($"{location}/report")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

        var now = Api.Host.Clock.GetUtcNow().UtcDateTime;
        await Api.Host.Deliver(new BacktestCompleted(id, "r1", 5, [new("results-only", 10, 1, 0.2, 0.6, 0.5, 0.01)], new StepTime("code", now, 12, false)), times: 2);
        await Api.Host.Deliver(new BacktestFailed(id, "", "too late to matter", now));
        Assert.That(await StatusOf(location), Is.EqualTo("done"));
        Assert.That(await Api.Http.GetStringAsync($"{location}/report"), Is.EqualTo(Report));
    }

    [Test]
    public async Task A_backtest_of_a_season_that_nobody_played_says_so()
    {
        var (id, location) = await Ask(new { testSeasons = new[] { "8889" } });
        await Api.Host.Deliver(new BacktestFailed(id, "testSeasons", "no match of the season 1988/89 is known", Api.Host.Clock.GetUtcNow().UtcDateTime), times: 2);
        var failed = await Api.Http.GetFromJsonAsync<JsonElement>(location);
        Assert.That(failed.GetProperty("status").GetString(), Is.EqualTo("failed"));
        Assert.That(failed.GetProperty("problem").GetProperty("field").GetString(), Is.EqualTo("testSeasons"));
    }

    [Test]
    public async Task A_backtest_that_Train_gave_up_is_failed()
    {
        var (id, location) = await Ask(new { });
        await Api.Fault(new RunBacktest(id, [], [], null, "api"), "out of luck");
        Assert.That((await Api.Http.GetFromJsonAsync<JsonElement>(location)).GetProperty("problem").GetProperty("reason").GetString(), Is.EqualTo("out of luck"));
    }

    [Test]
    public async Task A_reason_with_a_zero_is_written_down_and_the_zero_is_shown()
    {
        var (id, location) = await Ask(new { });
        await Api.Host.Deliver(new BacktestFailed(id, "kinds", "there is no kind 'a\0'", Api.Host.Clock.GetUtcNow().UtcDateTime));
        var problem = (await Api.Http.GetFromJsonAsync<JsonElement>(location)).GetProperty("problem");
        Assert.That(problem.GetProperty("reason").GetString(), Is.EqualTo(@"there is no kind 'a\u0000'"));
    }

    [TestCase("23/24", "2324 for 2023/24")]
    [TestCase("2325", "2324 for 2023/24")]
    [TestCase("2023", "2324 for 2023/24")]
    public async Task What_is_no_season_is_refused_with_what_to_write(string season, string advice)
    {
        var response = await Api.Http.PostAsJsonAsync("/v1/backtests", new { testSeasons = new[] { season } });
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(advice).And.Contain("testSeasons"));
    }

    [Test]
    public async Task A_kind_that_does_not_exist_is_refused_with_those_that_do()
    {
        var response = await Api.Http.PostAsJsonAsync("/v1/backtests", new { kinds = new[] { "clairvoyant" } });
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("clairvoyant").And.Contain("market-aware"));
    }

    [Test]
    public async Task A_backtest_that_nobody_asked_for_is_not_found() =>
        Assert.That((await Api.Http.GetAsync($"/v1/backtests/{Guid.NewGuid()}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

    async Task<(Guid Id, Uri Location)> Ask(object request)
    {
        var response = await Api.Http.PostAsJsonAsync("/v1/backtests", request);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        return ((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid(), response.Headers.Location!);
    }

    async Task<string?> StatusOf(Uri location) => (await Api.Http.GetFromJsonAsync<JsonElement>(location)).GetProperty("status").GetString();
}
