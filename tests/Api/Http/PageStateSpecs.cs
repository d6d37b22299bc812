using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Api.Tests.Ledger;

namespace Soccer.Api.Tests.Http;

/// <summary>A page of fixtures is told from one state of all tables, though a run refreshes the forecasts while it is read.</summary>
public sealed class PageStateSpecs : ApiSpecs
{
    [Test]
    public async Task A_refresh_in_the_middle_of_a_page_changes_neither_its_forecasts_nor_its_tag_and_the_next_request_has_both()
    {
        await Api.Database.Execute("insert into validate.team values (1, 'England', 'Arsenal'), (2, 'England', 'Chelsea')");
        await Api.Database.Match(match: 1, "E0", "2025-02-09", from: 1);
        await Api.Database.Forecast(match: 1, "E0", "2025-02-09", asOf: "2025-01-31", home: 1, away: 2, model: "m1", homeWin: 0.40, odds: 3);
        await Api.Host.Deliver(RunEvents.Any().Refreshed());
        var before = await Api.Http.GetAsync("/v1/fixtures");

        // The page is stopped when it has read which refresh is the newest, and before it reads a forecast.
        Task<HttpResponseMessage> request;
        await using (await Api.Database.Lock("validate.team"))
        {
            request = Api.Http.GetAsync("/v1/fixtures");
            await Eventually.Happens(async () => await Api.Database.Waiting() == 1);
            await Api.Database.Forecast(match: 1, "E0", "2025-02-09", asOf: "2025-02-01", home: 1, away: 2, model: "m1", homeWin: 0.45, odds: 4);
            Api.Host.Clock.Move(TimeSpan.FromMinutes(1));
            await Api.Host.Deliver(RunEvents.Any().Refreshed());
        }
        var page = await request;
        Assert.That(await Told(page), Is.EqualTo(0.40));
        Assert.That(page.Headers.ETag, Is.EqualTo(before.Headers.ETag));

        using var again = new HttpRequestMessage(HttpMethod.Get, "/v1/fixtures") { Headers = { IfNoneMatch = { page.Headers.ETag! } } };
        var after = await Api.Http.SendAsync(again);
        Assert.That(after.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Told(after), Is.EqualTo(0.45));
        Assert.That(after.Headers.ETag, Is.Not.EqualTo(page.Headers.ETag));
    }

    /// <summary>The probability of a home win of the page's one match.</summary>
    static async Task<double> Told(HttpResponseMessage response)
    {
        var list = await response.Content.ReadFromJsonAsync<JsonElement>();
        return list.GetProperty("fixtures")[0].GetProperty("homeWin").GetProperty("probability").GetDouble();
    }
}
