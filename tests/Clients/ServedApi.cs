using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Api.Tests;
using Soccer.Api.Tests.Http;
using Soccer.Api.Tests.Ledger;
using Soccer.Hosting.Database;

namespace Soccer.Clients.Tests;

/// <summary>The Api at a port of loopback with three coming matches, and a Predict that answers once a client has polled in vain.</summary>
sealed class ServedApi : IAsyncDisposable
{
    readonly ScratchDatabase database;
    readonly ApiHost host;
    readonly HttpClient admin;

    ServedApi(ScratchDatabase database)
    {
        var predict = new PredictStub(database.ConnectionString);
        this.database = database;
        host = new ApiHost(database.ConnectionString)
        {
            AnswerNow = PredictStub.AnswerNow,
            Registers = services => services.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter>(predict),
        };
        host.UseKestrel(0);
        admin = host.CreateClient();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => admin.BaseAddress!;

    /// <summary>Its document, as it serves it.</summary>
    public Task<string> Document() => admin.GetStringAsync("/openapi/v1.json");

    /// <summary>Starts it; skips the test where there is no database server.</summary>
    public static async Task<ServedApi> Start()
    {
        var api = new ServedApi(await ScratchDatabase.Create());
        await api.host.Services.GetRequiredService<Migrator>().Completed;
        await api.Fill();
        return api;
    }

    /// <summary>A key for a client.</summary>
    public async Task<string> Key(string name, params string[] scopes)
    {
        var made = await admin.PostAsJsonAsync("/v1/keys", new { name, scopes, perSecond = 1000 });
        return (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await host.DisposeAsync();
        await database.DisposeAsync();
    }

    async Task Fill()
    {
        await database.Execute("insert into validate.team values (1, 'England', 'Arsenal'), (2, 'England', 'Chelsea')");
        await database.FeatureSet(5, dataset: 3);
        (int, string, string?)[] matches = [(1, "2025-04-05", "15:00"), (2, "2025-04-06", null), (3, "2025-04-07", "20:00")];
        foreach (var (match, date, kickOff) in matches)
        {
            await database.Forecast(match, "E0", date, asOf: "2025-02-01", home: 1, away: 2, model: "m1", homeWin: 0.5);
            await database.Match(match, "E0", date, from: 1, kickOff: kickOff);
        }
        await host.Deliver(RunEvents.Any().Refreshed());
    }
}
