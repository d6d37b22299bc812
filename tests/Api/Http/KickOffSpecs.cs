using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Api.Tests.Ledger;

namespace Soccer.Api.Tests.Http;

/// <summary>A match has its kick-off on the clock of the United Kingdom, and as an instant.</summary>
public sealed class KickOffSpecs : ApiSpecs
{
    const int Winter = 1, Summer = 2, AfterMidnight = 3, UnknownTime = 4;

    [OneTimeSetUp]
    public async Task Start()
    {
        await Api.Database.Execute("insert into validate.team values (1, 'England', 'Arsenal'), (2, 'England', 'Chelsea')");
        foreach (var (match, date, kickOff) in ((int, string, string?)[])[
            (Winter, "2025-02-08", "15:00"), (Summer, "2025-08-16", "12:30"), (AfterMidnight, "2025-08-17", "00:15"), (UnknownTime, "2025-08-18", null)])
        {
            await Api.Database.Forecast(match, "E0", date, asOf: "2025-02-01", home: 1, away: 2, model: "m1", homeWin: 0.40);
            await Api.Database.Match(match, "E0", date, from: 1, kickOff: kickOff);
        }
        await Api.Host.Deliver(RunEvents.Any().Refreshed());
    }

    [TestCase(Winter, "2025-02-08", "15:00:00", "2025-02-08T15:00:00Z")]
    [TestCase(Summer, "2025-08-16", "12:30:00", "2025-08-16T11:30:00Z")]
    [TestCase(AfterMidnight, "2025-08-17", "00:15:00", "2025-08-16T23:15:00Z")]
    [TestCase(UnknownTime, "2025-08-18", null, null)]
    public async Task A_listed_match_and_its_detail_have_the_instant_of_the_kick_off(int match, string date, string? kickOff, string? instant)
    {
        var list = await Api.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures");
        var listed = list.GetProperty("fixtures").EnumerateArray().Single(one => one.GetProperty("matchId").GetInt32() == match);
        var detail = await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/fixtures/{match}");
        foreach (var answer in (JsonElement[])[listed, detail])
        {
            Assert.That(answer.GetProperty("date").GetString(), Is.EqualTo(date));
            Assert.That(answer.GetProperty("kickOff").GetString(), Is.EqualTo(kickOff));
            Assert.That(answer.GetProperty("kickOffAt").GetString(), Is.EqualTo(instant));
        }
    }
}
