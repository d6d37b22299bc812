using System.Net.Http.Headers;
using System.Text.Json;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Containers.Tests;

/// <summary>The system of compose.yaml on an engine, from a copy of the checkout, so that its passwords and images stay in there.</summary>
sealed class ComposedSystem : IAsyncDisposable
{
    static readonly string[] Copied = ["compose.yaml", "infra", "contracts", "services", "global.json", "Directory.Build.props", "Directory.Packages.props", ".editorconfig", ".dockerignore"];

    readonly Engine engine;
    readonly string folder = Directory.CreateTempSubdirectory("soccer-compose-").FullName;
    readonly Dictionary<string, string> environment;

    ComposedSystem(Engine engine)
    {
        this.engine = engine;
        environment = new(engine.Environment)
        {
            ["COMPOSE_PROJECT_NAME"] = "soccer",
            ["COMPOSE_FILE"] = $"compose.yaml:{Path.Combine(Root, "tests/Containers/tiny.yaml")}",
        };
        foreach (var name in new[] { "API", "POSTGRES", "RABBITMQ", "MANAGEMENT", "PROMETHEUS", "ALERTMANAGER", "GRAFANA" })
            environment[$"SOCCER_{name}_PORT"] = $"{FreePort.Next()}";
        var packages = Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget/NuGet/NuGet.Config");
        if (File.Exists(packages))
            environment["NUGET_CONFIG"] = packages;
    }

    static string Root { get; } = Above(TestContext.CurrentContext.TestDirectory);

    /// <summary>Builds the stand-ins of the official images, and the image of every service.</summary>
    public static async Task<ComposedSystem> Build(Engine engine)
    {
        var system = new ComposedSystem(engine);
        try
        {
            await system.Sh($"tar -C '{Root}' --exclude=bin --exclude=obj -c {string.Join(' ', Copied)} | tar -x");
            await system.Sh("infra/docker/secrets");
            await system.Sh("infra/docker/stand-ins");
            await system.Sh("infra/docker/build latest --network=host");
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts what is not running, and waits until every container is healthy.</summary>
    public async Task Up()
    {
        await Compose("up", "--no-build", "--detach");
        await AllAreHealthy();
    }

    /// <summary>Waits until so many containers run, and each is healthy.</summary>
    public Task AllAreHealthy(int containers = 12) => Eventually.Happens("every container is healthy", async () =>
    {
        var states = (await Docker("ps", "--format", "{{.Names}} {{.Status}}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return states.Length == containers && states.All(state => state.EndsWith("(healthy)", StringComparison.Ordinal));
    }, TimeSpan.FromMinutes(4));

    /// <summary>Fills the empty database with one that an earlier version left.</summary>
    public async Task Restore(string dump)
    {
        await Compose("up", "--no-build", "--detach", "database-owner");
        await Docker("wait", "soccer_database-owner_1");
        const string As = "PGPASSWORD=$(cat /run/secrets/postgres) exec";
        await Docker("exec", "soccer_postgres_1", "sh", "-c", $"{As} psql -h 127.0.0.1 -U postgres -qc 'drop database soccer' -c 'create database soccer'");
        await Shell.Run(
            folder, environment, Path.Combine(Root, dump),
            "docker", "exec", "--interactive", "soccer_postgres_1", "sh", "-c", $"{As} pg_restore --exit-on-error -h 127.0.0.1 -U postgres -d soccer");
    }

    /// <summary>Kills the processes of containers, as a crash does; their restart policy is to start them again.</summary>
    public async Task Kill(params string[] services)
    {
        foreach (var service in services)
        {
            var process = (await Docker("inspect", "--format", "{{.State.Pid}}", $"soccer_{service}_1")).Trim();
            Assert.That(process, Does.Match("^[1-9][0-9]+$"), $"the process of {service}");
            await Sh($"kill -KILL {process}");
        }
    }

    /// <summary>Starts a run by the client in its container, and follows it to its end.</summary>
    public Task Run(params string[] options) => Compose(["run", "-T", "--rm", "cli", "run", .. options]);

    /// <summary>What the Api answers with the operator's key.</summary>
    public async Task<JsonElement> AskApi(string path) => await Ask("API", path, await File.ReadAllTextAsync(Path.Combine(folder, ".secrets/api_admin_key")));

    /// <summary>What Prometheus answers.</summary>
    public Task<JsonElement> AskPrometheus(string path) => Ask("PROMETHEUS", path, null);

    async Task<JsonElement> Ask(string server, string path, string? key)
    {
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{environment[$"SOCCER_{server}_PORT"]}/") };
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync(path));
    }

    public Task<string> Compose(params string[] arguments) => Shell.Run(folder, environment, null, ["docker-compose", .. arguments]);

    public Task<string> Docker(params string[] arguments) => Shell.Run(folder, environment, null, ["docker", .. arguments]);

    public async ValueTask DisposeAsync()
    {
        try
        {
            // An engine that was there before stays, without what was put on it.
            await Sh("docker-compose --profile observability down --volumes --timeout 10 || true");
        }
        finally
        {
            await engine.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    Task Sh(string script) => Shell.Run(folder, environment, null, "bash", "-euo", "pipefail", "-c", script);

    static string Above(string folder) => File.Exists(Path.Combine(folder, "compose.yaml")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
