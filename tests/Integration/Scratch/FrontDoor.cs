using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Soccer.Integration.Tests.Scratch;

/// <summary>
/// <c>./soccer</c> in front of a scratch system: a folder in which it finds the system's source, passwords, processes and logs, and its
/// ports, each a cable to where the system really listens. So documented commands can be carried out as they are written.
/// </summary>
sealed partial class FrontDoor : IDisposable
{
    /// <summary>Ports of the script, from the first of its block on.</summary>
    static readonly Dictionary<string, int> Offsets = new()
    {
        ["api"] = 0,
        ["ingest"] = 1,
        ["validate"] = 2,
        ["featurize"] = 3,
        ["train"] = 4,
        ["promote"] = 5,
        ["predict"] = 6,
        ["drift-check"] = 7,
        ["api-operations"] = 9,
        ["source"] = 10,
        ["postgres"] = 32,
        ["rabbitmq"] = 72,
        ["management"] = 82,
    };

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("soccer-front-door-");
    readonly List<Cable> cables = [];
    readonly int portBase;

    /// <param name="system">Whose name is that of <paramref name="mirror"/>.</param>
    /// <param name="mirror">The path of a mirror, for which the script takes the system's source.</param>
    public FrontDoor(ScratchSystem system, string mirror)
    {
        if (!File.Exists(Path.Combine(Surroundings.Root, "services/Cli/bin/Release/net10.0/Soccer.Cli.dll")))
            Assert.Fail("the client is not built: run ./soccer build");
        portBase = FreeBlock(Offsets.Values);
        var postgres = new NpgsqlConnectionStringBuilder(Surroundings.Postgres);
        Write("run/settings", $"PORT_BASE={portBase}\nSOURCE_KIND=mirror\nSOURCE={mirror}\n");
        Write("run/secrets/postgres", postgres.Password!);
        Write("run/secrets/rabbitmq", Surroundings.BusPassword);
        Write("run/secrets/api-admin", ScratchSystem.AdminKey);

        Connect("postgres", postgres.Host!, postgres.Port, Environment.ProcessId);
        Connect("rabbitmq", Surroundings.BusHost, Surroundings.BusPort, Environment.ProcessId);
        Connect("management", Surroundings.Management.Host, Surroundings.Management.Port);
        Connect("api-operations", "127.0.0.1", system["Api"].Url.Port);
        foreach (var process in system.Processes)
        {
            var unit = UnitOf(process.Name);
            Connect(unit, "127.0.0.1", process.Url.Port, process.Id);
            Directory.CreateDirectory(Path.Combine(folder.FullName, "run/logs"));
            File.CreateSymbolicLink(Path.Combine(folder.FullName, $"run/logs/{unit}.log"), process.LogFile);
        }
        // Of processes that the tests share, or do without.
        foreach (var unit in (string[])["postgres", "rabbitmq", "schedule"])
            Write($"run/logs/{unit}.log", "2025-02-01 07:00:00.000 UTC started\n");
        Write("run/units/supervisor/process", FingerprintOf(Environment.ProcessId));
        Write("run/units/wanted", string.Concat(
            system.Processes.Select(process => UnitOf(process.Name)).Concat(["postgres", "rabbitmq"]).Select(unit => $"{unit}\n")));
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "soccer"), Path.Combine(Surroundings.Root, "soccer"));
    }

    /// <summary>The name of the database and the virtual host of a mirror.</summary>
    public static string NameOf(string mirror) =>
        $"soccer_mirror_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mirror)))[..8]}";

    /// <summary>A port that the script names.</summary>
    public int Port(string unit) => portBase + Offsets[unit];

    /// <summary>Carries a command line out in a shell of its own, in a folder where <c>./soccer</c> is.</summary>
    public async Task<(int Code, string Output)> Shell(string line)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"exec 2>&1\n{line}"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder.FullName,
        };
        start.Environment["SOCCER_RUN_DIR"] = Path.Combine(folder.FullName, "run");
        start.Environment.Remove("SOCCER_PORT_BASE");
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        using var shell = Process.Start(start)!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return (shell.ExitCode, output);
    }

    public void Dispose()
    {
        foreach (var cable in cables)
            cable.Dispose();
        folder.Delete(recursive: true);
    }

    void Connect(string unit, string host, int port, int? process = null)
    {
        cables.Add(new Cable(host, port, Port(unit)));
        if (process is { } id)
            Write($"run/units/{unit}/process", FingerprintOf(id));
    }

    void Write(string file, string text)
    {
        var path = Path.Combine(folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>As the script knows a process that it has started: id, start in ticks since the machine's, the machine's start.</summary>
    static string FingerprintOf(int process)
    {
        var started = File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ')[19];
        return $"{process} {started} {File.ReadAllText("/proc/sys/kernel/random/boot_id")}";
    }

    static string UnitOf(string service) => Capital.Replace(service, "-").ToLowerInvariant();

    /// <summary>The first of a hundred ports, of which those that are needed are free.</summary>
    public static int FreeBlock(IReadOnlyCollection<int> offsets)
    {
        while (true)
        {
            var first = FreePort.Next() / 100 * 100;
            if (offsets.All(offset => FreePort.IsFree(first + offset)))
                return first;
        }
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    static partial Regex Capital { get; }
}
