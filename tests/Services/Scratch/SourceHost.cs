using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Source.Faults;
using Soccer.Source.Site;

namespace Soccer.Services.Tests.Scratch;

/// <summary>The source as it is, on a port of its own, with the tiny world: one division of 12 clubs, 2021/22 to 2024/25.</summary>
sealed class SourceHost : WebApplicationFactory<SiteEndpoint>
{
    readonly string folder = Directory.CreateTempSubdirectory("soccer-world-").FullName;
    readonly HttpClient http;

    public SourceHost()
    {
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        StartServer();
        Url = new Uri($"{Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/");
        http = new HttpClient { BaseAddress = Url };
    }

    /// <summary>Its address, with a slash at the end.</summary>
    public Uri Url { get; }

    /// <summary>Moves its date.</summary>
    public async Task MoveTo(DateOnly day) =>
        (await http.PutAsJsonAsync("-/as-of", new { asOf = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) })).EnsureSuccessStatusCode();

    /// <summary>Moves it to an instant.</summary>
    public async Task StandAt(DateTime utc) => (await http.PutAsJsonAsync("-/as-of", new { clock = utc })).EnsureSuccessStatusCode();

    /// <summary>Makes it fail, or, with none, work again.</summary>
    public async Task Break(params Fault[] faults) =>
        (await http.PutAsJsonAsync("-/faults", faults, SourceJson.Options)).EnsureSuccessStatusCode();

    /// <summary>What it was asked since the last time; then it counts anew.</summary>
    public async Task<RequestSummary> Requests()
    {
        var summary = await http.GetFromJsonAsync<RequestSummary>("-/requests");
        (await http.DeleteAsync("-/requests")).EnsureSuccessStatusCode();
        return summary!;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Source:Folder", Path.Combine(folder, "world"))
        .UseSetting("Source:World:Size", "Tiny")
        .UseSetting("Logging:LogLevel:Default", "Error");

    public override async ValueTask DisposeAsync()
    {
        http.Dispose();
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
