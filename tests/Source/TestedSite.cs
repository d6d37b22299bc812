using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Source.Site;

namespace Soccer.Source.Tests;

/// <summary>The real program over a folder, as of a date.</summary>
sealed class TestedSite(string mirror, string asOf, TimeProvider? time = null, int daysAhead = 7) : WebApplicationFactory<SiteEndpoint>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Source:Mirror", mirror).UseSetting("Source:AsOf", asOf).UseSetting("Source:DaysAhead", $"{daysAhead}");
        if (time is not null) builder.ConfigureTestServices(services => services.AddSingleton(time));
    }

    public async Task<string> Text(string path) => Encoding.UTF8.GetString(await Bytes(path));

    public async Task<byte[]> Bytes(string path)
    {
        using var client = CreateClient();
        return await client.GetByteArrayAsync(path);
    }

    public async Task<HttpResponseMessage> Get(string path)
    {
        using var client = CreateClient();
        return await client.GetAsync(path);
    }

    public async Task<HttpResponseMessage> Put(string path, string json)
    {
        using var client = CreateClient();
        using var body = new StringContent(json);
        return await client.PutAsync(path, body);
    }

    public async Task MoveTo(string asOf)
    {
        using var response = await Put("/-/as-of", $$"""{"asOf":"{{asOf}}"}""");
        response.EnsureSuccessStatusCode();
    }
}
