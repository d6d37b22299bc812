using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Soccer.Services.Tests.Scratch;

/// <summary>A site that follows the real clock: one page, and one file of one match.</summary>
sealed class LiveSite : IAsyncDisposable
{
    readonly WebApplication app;

    LiveSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.MapGet("/data.php", () => Results.Content("""<A HREF="mmz4281/2425/E0.csv">Premier League</A>""", "text/html"));
        app.MapGet("/mmz4281/2425/E0.csv", () => Results.Content("Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\nE0,31/01/2025,Aldermere,Carrowyck,2,1,H\n", "text/csv"));
    }

    /// <summary>Its address, with a slash at the end.</summary>
    public Uri Url => new($"{app.Urls.Single()}/");

    public static async Task<LiveSite> Start()
    {
        var site = new LiveSite();
        await site.app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
