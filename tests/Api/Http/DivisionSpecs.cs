using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Api.Tests.Ledger;

namespace Soccer.Api.Tests.Http;

/// <summary>Divisions over HTTP, on a real database.</summary>
public sealed class DivisionSpecs : ApiSpecs
{
    [Test]
    public async Task Have_their_league_their_matches_and_what_is_to_come()
    {
        string[] published = ["E0 England Premier League 0 none 0", "E1 England Championship 0 none 0"];
        Assert.That(Lines(await Divisions())[..2], Is.EqualTo(published));

        await Api.Database.Dataset(version: 3, "2025-02-01 20:00Z");
        foreach (var (match, division, date) in new[] { (1, "E0", "2025-01-25"), (2, "E0", "2025-02-01"), (3, "SP1", "2025-01-25") })
            await Api.Database.Match(match, division, date, from: 3);
        await Api.Database.Execute("update validate.match set home_goals = 1, away_goals = 1");
        // Match 4 was put off without a new day; 5 and 6 are to come, 7 was in an older dataset.
        foreach (var (match, division, date) in new[] { (4, "E0", "2025-01-30"), (5, "E0", "2025-02-02"), (6, "MLS2", "2025-02-09") })
            await Api.Database.Match(match, division, date, from: 3);
        await Api.Database.Match(7, "D1", "2025-02-09", from: 2, to: 3);
        await Api.Host.Deliver(RunEvents.Any().Refreshed());
        Api.Host.Clock.Move(TimeSpan.FromSeconds(3));
        var counted = new[] { "E0 England Premier League 2 2025-02-01 1", "MLS2 MLS MLS2 0 none 1", "SP1 Spain La Liga 1 2025-01-25 0" };
        Assert.That(Lines(await Divisions()), Is.EqualTo(counted));

        await Api.Database.Match(8, "I1", "2025-02-09", from: 3);
        Api.Host.Clock.Move(TimeSpan.FromSeconds(3));
        Assert.That(Lines(await Divisions()), Is.EqualTo(counted), "they are counted once a dataset");
        await Api.Database.Dataset(version: 4, "2025-02-02 20:00Z");
        Api.Host.Clock.Move(TimeSpan.FromSeconds(3));
        Assert.That(Lines(await Divisions()), Has.Member("I1 Italy Serie A 0 none 1"));
    }

    Task<JsonElement> Divisions() => Api.Http.GetFromJsonAsync<JsonElement>("/v1/divisions");

    static string[] Lines(JsonElement divisions) =>
    [
        .. divisions.EnumerateArray().Select(division => string.Join(
            ' ', division.GetProperty("code").GetString(), division.GetProperty("league").GetString(),
            division.GetProperty("matches").GetInt32(), division.GetProperty("newestMatch").GetString() ?? "none",
            division.GetProperty("coming").GetInt32())),
    ];
}
