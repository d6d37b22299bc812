using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Soccer.Services.Tests.Scratch;

/// <summary>A site of two files: one changes, and the other is held back at first, so that a crawl stands still.</summary>
sealed class ChangingSite : IAsyncDisposable
{
    public const string Changes = "mmz4281/2425/E0.csv";

    readonly WebApplication app;
    readonly TaskCompletionSource read = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int requests;

    ChangingSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.MapGet("/data.php", () => Results.Content(
            """<A HREF="mmz4281/2425/E0.csv">one</A> <A HREF="mmz4281/2425/E1.csv">two</A>""", "text/html"));
        app.MapGet($"/{Changes}", (HttpContext context) =>
        {
            context.Response.OnCompleted(() => Task.FromResult(read.TrySetResult()));
            return Results.Content(File("E0", HomeGoals), "text/csv");
        });
        app.MapGet("/mmz4281/2425/E1.csv", async () =>
        {
            if (Interlocked.Increment(ref requests) == 1)
            {
                asked.SetResult();
                await released.Task;
            }
            return Results.Content(File("E1", 0), "text/csv");
        });
    }

    /// <summary>What the file that changes says.</summary>
    public int HomeGoals { get; set; } = 1;

    /// <summary>Its address, with a slash at the end.</summary>
    public Uri Url => new($"{app.Urls.Single()}/");

    /// <summary>Ends when the first crawl has read the file that changes and waits for the one that is held back.</summary>
    public Task FirstCrawlStands => Task.WhenAll(read.Task, asked.Task).WaitAsync(Delivery.Limit);

    public static async Task<ChangingSite> Start()
    {
        var site = new ChangingSite();
        await site.app.StartAsync();
        return site;
    }

    /// <summary>Lets the first crawl go on.</summary>
    public void Release() => released.TrySetResult();

    /// <summary>The text of a file.</summary>
    public static string File(string division, int homeGoals) =>
        $"Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\n{division},31/01/2025,Aldermere,Carrowyck,{homeGoals},0,\n";

    public ValueTask DisposeAsync()
    {
        Release();
        return app.DisposeAsync();
    }
}
