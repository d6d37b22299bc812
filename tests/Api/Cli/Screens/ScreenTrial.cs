using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Soccer.Cli;
using Soccer.Cli.Services;

namespace Soccer.Api.Tests.Cli.Screens;

/// <summary>
/// Runs verbs against a server that answers from the files in Answers: GET /v1/runs?limit=20 is v1_runs.json. Their names are as long as
/// real ones get.
/// </summary>
static class ScreenTrial
{
    const string Folder = "tests/Api/Cli/Screens";

    /// <summary>The addresses that the last command asked for, with their queries.</summary>
    public static IReadOnlyCollection<string> Asked => asked;

    static readonly System.Collections.Concurrent.ConcurrentQueue<string> asked = new();

    /// <summary>What a command prints at a width; with --csv or --json as in a file.</summary>
    public static async Task<string> Show(int? width, params string[] args)
    {
        await using var server = await Start();
        asked.Clear();
        var (output, error) = (Console.Out, Console.Error);
        var before = Environment.GetEnvironmentVariable("COLUMNS");
        await using var text = new StringWriter();
        Console.SetOut(text);
        Console.SetError(text);
        Environment.SetEnvironmentVariable("COLUMNS", width?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        try
        {
            var address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            await CommandLine.Run(args, Verbs.All(new(new ConfigurationBuilder().Build(), new Uri(address + "/"), null, null, null, new Uri(address + "/"))));
            return text.ToString();
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
            Environment.SetEnvironmentVariable("COLUMNS", before);
        }
    }

    /// <summary>
    /// Compares a screen with its snapshot, ignoring trailing blanks. SOCCER_ACCEPT_SCREENS=yes rewrites the snapshots: read their diff
    /// before
    /// you commit it.
    /// </summary>
    public static void MatchSnapshot(string name, string screen)
    {
        var file = Checkout.Full($"{Folder}/Snapshots/{name}.txt");
        var text = string.Join('\n', screen.Split('\n').Select(line => line.TrimEnd()));
        if (Environment.GetEnvironmentVariable("SOCCER_ACCEPT_SCREENS") == "yes")
            File.WriteAllText(file, text);
        Assert.That(text, Is.EqualTo(File.Exists(file) ? File.ReadAllText(file) : ""), $"{name}; SOCCER_ACCEPT_SCREENS=yes accepts it");
    }

    static async Task<WebApplication> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(async context =>
        {
            asked.Enqueue($"{context.Request.Path}{context.Request.QueryString}");
            var name = context.Request.Path.Value!.Trim('/').Replace('/', '_');
            // A list that is of another shape for a query has an answer of its own.
            if (context.Request.Query["by"] is [{ } by])
                name += $"_by_{by}";
            if (context.Request.Query["team"] is [{ } team] && File.Exists(Checkout.Full($"{Folder}/Answers/{name}_team_{team}.json")))
                name += $"_team_{team}";
            // What is started where it is also listed has an answer of its own.
            if (HttpMethods.IsPost(context.Request.Method) && File.Exists(Checkout.Full($"{Folder}/Answers/{name}_post.json")))
                name += "_post";
            var file = Checkout.Full($"{Folder}/Answers/{name}.json");
            if (!File.Exists(file))
            {
                context.Response.StatusCode = (int)HttpStatusCode.NotFound;
                return;
            }
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(await File.ReadAllTextAsync(file));
        });
        await server.StartAsync();
        return server;
    }
}
