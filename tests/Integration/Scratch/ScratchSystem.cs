using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Dapper;
using Npgsql;

namespace Soccer.Integration.Tests.Scratch;

/// <summary>The whole system for a test: a database and a virtual host of its own, a source, and every service as a process.</summary>
sealed class ScratchSystem : IAsyncDisposable
{
    static readonly string[] Stages = ["Ingest", "Validate", "Featurize", "Train", "Promote", "Predict", "DriftCheck", "Api"];
    public const string AdminKey = "the operator's key of a test";
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };

    readonly string name;
    readonly string folder;
    readonly Dictionary<string, ServiceProcess> services = [];
    readonly Dictionary<string, string> training;
    readonly NpgsqlConnectionStringBuilder postgres = new(Surroundings.Postgres);

    ScratchSystem(Dictionary<string, string> training, string? name)
    {
        this.training = training;
        this.name = name ?? $"test_{Guid.NewGuid():N}"[..16];
        folder = Directory.CreateTempSubdirectory("soccer-").FullName;
        Bus = new Cable(Surroundings.BusHost, Surroundings.BusPort);
        Postgres = new Cable(postgres.Host!, postgres.Port);
    }

    // As in every service, so that the product's readers of tables can be used.
    static ScratchSystem() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>The services' connection to the broker.</summary>
    public Cable Bus { get; }

    /// <summary>The services' connection to the database.</summary>
    public Cable Postgres { get; }

    /// <summary>Starts a system.</summary>
    /// <param name="source">Configuration of the source: a tiny world, or a mirror.</param>
    /// <param name="settings">Configuration of the services, over their defaults and, on a simulated world,
    /// <see cref="Worlds.QuickTraining"/>.</param>
    /// <param name="only">Only these services; all where none is named.</param>
    /// <param name="dump">A database that an earlier version filled, by its path in the checkout; none for an empty one.</param>
    /// <param name="name">Of its database and its virtual host; a name that nobody else has where none is given.</param>
    /// <param name="copies">How many copies of a stage start together; one by default.</param>
    public static async Task<ScratchSystem> Start(
        Dictionary<string, string> source, Dictionary<string, string>? settings = null, IReadOnlyCollection<string>? only = null, string? dump = null,
        string? name = null, Func<string, int>? copies = null)
    {
        var system = new ScratchSystem(source.ContainsKey("Source__Mirror") ? [] : Worlds.QuickTraining, name);
        try
        {
            await system.PrepareDatabase(dump);
            await system.PrepareBroker();
            system.Add("Source", "infra/Soccer.Source", new(source) { ["Source__Folder"] = Path.Combine(system.folder, "world") });
            foreach (var stage in Stages.Where(stage => only is null || only.Contains(stage)))
                for (var copy = 1; copy <= (copies?.Invoke(stage) ?? 1); copy++)
                    system.AddCopy(stage, settings ?? []);
            foreach (var service in system.services.Values)
                service.Start();
            foreach (var service in system.services.Values)
                await service.Ready();
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one more replica of a stage beside the one that there is.</summary>
    public async Task<ServiceProcess> AddReplica(string stage)
    {
        var replica = AddCopy(stage, []);
        replica.Start();
        await replica.Ready();
        return replica;
    }

    /// <summary>Its processes: the source and the services.</summary>
    public IReadOnlyCollection<ServiceProcess> Processes => services.Values;

    /// <summary>A service's process; its first where there are several.</summary>
    public ServiceProcess this[string service] => services[service];

    /// <summary>Every process of a stage, the first one first.</summary>
    public IReadOnlyList<ServiceProcess> CopiesOf(string stage) =>
        [.. services.Where(service => service.Key == stage || service.Key.StartsWith($"{stage} ", StringComparison.Ordinal)).Select(service => service.Value)];

    /// <summary>The run ledger and everything else over HTTP.</summary>
    public HttpClient Api => ApiAt(services["Api"]);

    /// <summary>The same, at one of several copies.</summary>
    public static HttpClient ApiAt(ServiceProcess copy) => new()
    {
        BaseAddress = copy.Url,
        Timeout = TimeSpan.FromSeconds(30),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", AdminKey) },
    };

    /// <summary>The configuration of a bus client.</summary>
    public Dictionary<string, string?> BusSettings => new()
    {
        ["Bus:Host"] = "127.0.0.1",
        ["Bus:Port"] = Bus.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Bus:VirtualHost"] = name,
        ["Bus:Username"] = Surroundings.BusUsername,
        ["Bus:Password"] = Surroundings.BusPassword,
    };

    /// <summary>A superuser's connection to the system's database.</summary>
    public async Task<NpgsqlConnection> Database()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Surroundings.Postgres) { Database = name, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Moves the source's date.</summary>
    public async Task MoveSource(DateOnly day) =>
        (await Http.PutAsJsonAsync(new Uri(services["Source"].Url, "-/as-of"), new { asOf = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }))
            .EnsureSuccessStatusCode();

    /// <summary>Moves the source to an instant.</summary>
    public async Task StandSource(DateTime utc) => (await Http.PutAsJsonAsync(new Uri(services["Source"].Url, "-/as-of"), new { clock = utc })).EnsureSuccessStatusCode();

    /// <summary>What the source answers at a path.</summary>
    public Task<string> SourceText(string path) => Http.GetStringAsync(new Uri(services["Source"].Url, path));

    /// <summary>Makes the source fail, or, with an empty list, work again.</summary>
    public async Task BreakSource(params object[] faults) =>
        (await Http.PutAsJsonAsync(new Uri(services["Source"].Url, "-/faults"), faults)).EnsureSuccessStatusCode();

    /// <summary>What a verb of ./soccer prints to a file, on lines of so many characters; null for lines of any length.</summary>
    public async Task<string> Print(int? width, params string[] verb)
    {
        var dll = Path.Combine(Surroundings.Root, "services/Cli/bin", Configuration, "net10.0/Soccer.Cli.dll");
        var start = new ProcessStartInfo("dotnet", [dll, .. verb]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Cli__Api"] = services["Api"].Url.AbsoluteUri;
        start.Environment["Cli__Key"] = AdminKey;
        start.Environment["COLUMNS"] = $"{width}";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"{string.Join(' ', verb)}: {await error}");
        return output;
    }

    /// <summary>Takes the system's virtual host away: its connections are closed, and the broker lets nobody into it any more.</summary>
    public Task DropVirtualHost() => Management.Call(HttpMethod.Delete, $"vhosts/{name}");

    /// <summary>Publishes a body to a queue as the management page does: through the default exchange, without properties.</summary>
    public async Task Paste(string queue, string body)
    {
        var response = await Management.Call(HttpMethod.Post, $"exchanges/{name}/amq.default/publish",
            new { properties = new { }, routing_key = queue, payload = body, payload_encoding = "string" });
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("\"routed\":true"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in services.Values)
            await service.DisposeAsync();
        if (TestContext.CurrentContext.Result.Outcome.Status == NUnit.Framework.Interfaces.TestStatus.Failed)
            foreach (var service in services.Values)
                await TestContext.Out.WriteLineAsync($"--- {service.Name}\n{Tail(service.Log)}");
        Bus.Dispose();
        Postgres.Dispose();
        if (await HasVirtualHost())
            await DropVirtualHost();
        await using (var connection = new NpgsqlConnection(Surroundings.Postgres))
            await connection.ExecuteAsync($"drop database if exists {name} with (force)");
        Directory.Delete(folder, recursive: true);
    }

    async Task<bool> HasVirtualHost() =>
        (await (await Management.Call(HttpMethod.Get, "vhosts?columns=name")).Content.ReadAsStringAsync()).Contains($"\"{name}\"", StringComparison.Ordinal);

    static string Tail(string log) => log.Length > 6000 ? log[^6000..] : log;

    async Task PrepareDatabase(string? dump)
    {
        await using (var connection = new NpgsqlConnection(Surroundings.Postgres))
            await connection.ExecuteAsync($"create database {name}");
        if (dump is not null)
            await Restore(dump);
        await using var made = await Database();
        await made.ExecuteAsync(await File.ReadAllTextAsync(Path.Combine(Surroundings.Root, "infra/postgres/schemas.sql")));
    }

    async Task Restore(string dump)
    {
        var start = new ProcessStartInfo(
            "pg_restore", ["--exit-on-error", "-h", postgres.Host!, "-p", $"{postgres.Port}", "-U", postgres.Username!, "-d", name, Path.Combine(Surroundings.Root, dump)])
        {
            RedirectStandardError = true,
        };
        start.Environment["PGPASSWORD"] = postgres.Password;
        using var restore = Process.Start(start)!;
        var wrong = await restore.StandardError.ReadToEndAsync();
        await restore.WaitForExitAsync();
        Assert.That(restore.ExitCode, Is.Zero, wrong);
    }

    async Task PrepareBroker()
    {
        await Management.Call(HttpMethod.Put, $"vhosts/{name}", new { });
        await Management.Call(HttpMethod.Put, $"permissions/{name}/{Surroundings.BusUsername}", new { configure = ".*", write = ".*", read = ".*" });
        await Management.Call(HttpMethod.Post, $"definitions/{name}", await File.ReadAllTextAsync(Path.Combine(Surroundings.Root, "infra/rabbitmq/definitions.json")));
    }

    Dictionary<string, string> ServiceEnvironment(string stage, Dictionary<string, string> settings)
    {
        var role = $"soccer_{(stage == "DriftCheck" ? "drift_check" : stage.ToLowerInvariant())}";
        var database = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Postgres.Port,
            Database = name,
            Username = role,
            Password = Surroundings.PasswordOf(role),
        };
        var environment = BusSettings.ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value!);
        environment["ConnectionStrings__Soccer"] = database.ConnectionString;
        environment["Ingest__Source"] = services["Source"].Url.AbsoluteUri;
        environment["Access__AdminKey"] = AdminKey;
        environment["Access__AdminPerSecond"] = "100000";
        environment["DOTNET_gcServer"] = "0";
        // What is asked after a run is answered by its champion.
        environment["Predict__LoadSeconds"] = "0";
        foreach (var (key, value) in training.Concat(settings))
            environment[key] = value;
        return environment;
    }

    /// <summary>The first copy has the stage's name, the others a number behind it.</summary>
    ServiceProcess AddCopy(string stage, Dictionary<string, string> settings)
    {
        var name = CopiesOf(stage) is { Count: > 0 and var copies } ? $"{stage} {copies + 1}" : stage;
        Add(name, $"services/{stage}", ServiceEnvironment(stage, settings), $"Soccer.{stage}");
        return services[name];
    }

    void Add(string service, string project, Dictionary<string, string> environment, string? assembly = null)
    {
        var dll = Path.Combine(Surroundings.Root, project, "bin", Configuration, "net10.0", $"{assembly ?? $"Soccer.{service}"}.dll");
        services.Add(service, new ServiceProcess(service, dll, environment, Path.Combine(folder, $"{service}.log")));
    }

    // The tests run the services of the build that they come from.
    static string Configuration => AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
}
