using System.Net;

namespace Soccer.Ingest.Fetching;

static class SourceClientRegistration
{
    /// <summary>Adds the client of the source and the crawl.</summary>
    public static void AddSourceClient(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SourceResilience>();
        builder.Services.AddSingleton(new HttpClient(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = 8,
        })
        {
            // Polly's timeout is the one that counts.
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestHeaders = { { "User-Agent", $"{PoliteClient.Robot}/1.0" } },
        });
        builder.Services.AddSingleton<PoliteClient>();
        builder.Services.AddSingleton<SourceCrawl>();
    }
}
