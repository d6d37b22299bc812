using Soccer.Clients.Tests.CSharp;
using Soccer.Clients.Tests.TypeScript;

namespace Soccer.Clients.Tests;

/// <summary>Clients that are generated from the document compile strictly, and do what a client does.</summary>
public sealed class ClientSpecs
{
    /// <summary>What a client sees on its way; the same in every language.</summary>
    static readonly string[] Journey =
    [
        "arsenal - chelsea on 2025-02-08: 0.5 0.25 0.25",
        "fair odds 2 4 4, market-memory",
        "202 pending",
        "the same request",
        "422 /problems/idempotency-conflict -",
        "not yet",
        "done: arsenal 0.5, goals true",
        "1 true 2025-04-05t14:00:00z",
        "2 true time unknown",
        "3 true 2025-04-07t19:00:00z",
        "not changed",
        "accepted auto 7 ingest 0",
        "400 /problems/unknown-team home arsenal",
        "404 /problems/not-found -",
        "403 /problems/missing-scope -",
    ];

    ServedApi api = null!;

    [OneTimeSetUp]
    public async Task Start() => api = await ServedApi.Start();

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (api is not null)
            await api.DisposeAsync();
    }

    [Test]
    public async Task A_CSharp_client_by_NSwag_compiles_without_a_warning_and_works()
    {
        var client = await GeneratedClient.Generate(await api.Document());
        var (faults, compiled) = GeneratedClient.Compile(client, Resource("Journey.cs"));
        Assert.That(string.Join('\n', faults), Is.Empty);
        using var http = new HttpClient { BaseAddress = api.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await api.Key("csharp", "read", "predict", "run"));
        var pauses = new List<TimeSpan>();
        Func<TimeSpan, Task> wait = pause =>
        {
            pauses.Add(pause);
            return Task.CompletedTask;
        };
        var go = compiled!.GetType("Soccer.Generated.Journey")!.GetMethod("Go")!;
        Assert.That(await (Task<IReadOnlyList<string>>)go.Invoke(null, [http, wait])!, Is.EqualTo(Journey));
        Assert.That(pauses, Is.EqualTo(new[] { TimeSpan.FromSeconds(1) }));
    }

    [Test]
    public async Task A_TypeScript_client_by_openapi_typescript_compiles_strictly_and_works()
    {
        await Workshop.Open(await api.Document());
        await Workshop.Run("openapi-typescript", "openapi.json", "-o", "api.ts");
        await Workshop.Run("tsc", "--project", "tsconfig.json");
        var said = await Workshop.Node("built/journey.js", $"{api.Address}", await api.Key("typescript", "read", "predict", "run"));
        Assert.That(said.Split('\n', StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(Journey));
    }

    [Test]
    public void The_lock_file_names_no_registry() => Assert.That(Workshop.Read("package-lock.json"), Does.Not.Contain("\"resolved\""));

    [Test]
    public async Task Another_linter_finds_nothing_in_the_document()
    {
        await Workshop.Open(await api.Document());
        Assert.That(await Workshop.Node("lint.mjs", "openapi.json"), Is.Empty);
    }

    static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ClientSpecs).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
