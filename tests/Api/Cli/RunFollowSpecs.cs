using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Soccer.Cli;
using Soccer.Cli.Runs;
using Soccer.Cli.Services;

namespace Soccer.Api.Tests.Cli;

/// <summary>Following a run through an Api that answers as it is told.</summary>
public sealed class RunFollowSpecs
{
    static readonly Guid Run = Guid.Parse("0194c1a2-0000-7000-8000-000000000001");

    [Test]
    public async Task Follows_a_run_that_nothing_was_heard_of_yet_through_a_restart_of_the_Api_to_its_end()
    {
        await using var api = await Answers(404, 404, Status("running"), 503, Status("running"), Status("completed"));
        var seen = new List<string?>();
        var run = await Follow(api).ToItsEnd(Run, TimeSpan.FromSeconds(30), shown => seen.Add(shown?.Status), CancellationToken.None);
        Assert.That(run.Status, Is.EqualTo("completed"));
        Assert.That(seen, Is.EqualTo(new[] { null, null, "running", "running", "completed" }));
    }

    [Test]
    public async Task A_run_that_never_comes_ends_with_3_and_one_that_never_ends_with_1()
    {
        await using var silent = await Answers(404);
        var none = await Assert.ThrowsAsync<ExitException>(() => Follow(silent).ToItsEnd(Run, TimeSpan.FromMilliseconds(1), _ => { }, CancellationToken.None));
        Assert.That((none!.Code, none.Message), Is.EqualTo((3, $"Nothing was heard of run {Run} in 0 s: is Ingest running?")));
        await using var busy = await Answers(Status("running"));
        var late = await Assert.ThrowsAsync<ExitException>(() => Follow(busy).ToItsEnd(Run, TimeSpan.FromMilliseconds(1), _ => { }, CancellationToken.None));
        Assert.That(late!.Code, Is.EqualTo(1));
    }

    static RunFollow Follow(WebApplication api) => new(new ApiClient(AddressOf(api)), TimeProvider.System);

    static Uri AddressOf(WebApplication api) => new(((IApplicationBuilder)api).ServerFeatures.Get<IServerAddressesFeature>()!.Addresses.Single());

    static object Status(string status) => new { Id = Run, Status = status, Reason = "", Requester = "", Stages = Array.Empty<object>() };

    /// <summary>An Api with these answers in order, and then the last one again and again; a number is a status without a body.</summary>
    static async Task<WebApplication> Answers(params object[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var api = builder.Build();
        var asked = -1;
        api.MapGet("/v1/runs/{id}", () => answers[Math.Min(Interlocked.Increment(ref asked), answers.Length - 1)] switch
        {
            int status => Results.StatusCode(status),
            var body => Results.Json(body),
        });
        await api.StartAsync();
        return api;
    }
}
