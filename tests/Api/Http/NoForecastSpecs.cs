using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Api.Tests.Ledger;

namespace Soccer.Api.Tests.Http;

/// <summary>The fixtures where nothing was forecast: an empty list that says why.</summary>
public sealed class NoForecastSpecs
{
    [Test]
    public async Task A_list_without_forecasts_says_why()
    {
        await using var ledger = await ApiTrial.Start();
        var atFirst = await Fixtures(ledger);
        await ledger.Once(RunEvents.Any().Refreshed(null));
        var withoutChampion = await Fixtures(ledger);
        await ledger.Once(RunEvents.Any().Refreshed());
        var forecast = await Fixtures(ledger);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(atFirst, Is.EqualTo(((string?)null, "no run has come to its forecasts yet; POST /v1/runs starts one")));
            Assert.That(withoutChampion, Is.EqualTo(("2025-02-01", "there is no champion")));
            Assert.That(forecast, Is.EqualTo(("2025-02-01", (string?)null)));
        }
    }

    static async Task<(string? AsOf, string? Note)> Fixtures(ApiTrial ledger)
    {
        var list = await ledger.Http.GetFromJsonAsync<JsonElement>("/v1/fixtures");
        Assert.That(list.GetProperty("fixtures").GetArrayLength(), Is.Zero);
        return (list.GetProperty("asOf").GetString(), list.GetProperty("note").GetString());
    }
}
