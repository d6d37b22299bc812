using System.Diagnostics;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Containers.Tests;

/// <summary>A container engine of the test's own: Debian's dockerd with its images, networks and socket in a folder that goes with it.</summary>
sealed class Engine : IAsyncDisposable
{
    static readonly string[] Programs = ["/usr/sbin/dockerd", "/usr/sbin/debootstrap", "/usr/bin/docker", "/usr/bin/docker-compose"];

    readonly string folder;
    readonly Process? daemon;

    Engine(string folder, Process? daemon) => (this.folder, this.daemon) = (folder, daemon);

    /// <summary>What its clients need to know. Debian's own come first: a newer docker wants a plugin for BuildKit.</summary>
    public Dictionary<string, string> Environment => new()
    {
        ["DOCKER_HOST"] = $"unix://{folder}/socket",
        ["PATH"] = $"/usr/bin:/usr/sbin:/bin:/sbin:{System.Environment.GetEnvironmentVariable("PATH")}",
    };

    /// <summary>
    /// Starts it; skips the test, with the reason, where none can be started. One that has its images already is used where SOCCER_TEST_ENGINE
    /// names the folder of its socket.
    /// </summary>
    public static async Task<Engine> Start()
    {
        if (System.Environment.GetEnvironmentVariable("SOCCER_TEST_ENGINE") is { Length: > 0 } running)
            return new(running, null);
        if (Programs.FirstOrDefault(program => !File.Exists(program)) is { } missing)
            Assert.Ignore($"no engine: {missing} is not installed");
        if (System.Environment.UserName != "root")
            Assert.Ignore("no engine: dockerd wants root");

        // A socket's path may be 107 characters long.
        var folder = Directory.CreateTempSubdirectory("soccer-engine-").FullName;
        // Its own session, so that what ends the tests' processes does not leave containers behind; it stops when the test's end of the pipe
        // is closed, also by a kill. The firewall is left as it was found.
        const string Script = """
            iptables-save > "$0/rules"
            dockerd --data-root "$0/data" --exec-root "$0/exec" --pidfile "$0/pid" --host "unix://$0/socket" --bridge none \
                --log-level warn > "$0/log" 2>&1 &
            read -r _ || true
            kill -TERM %1
            wait %1
            iptables-restore < "$0/rules"
            rm -rf -- "$0"
            """;
        var daemon = Process.Start(Shell.Info(folder, new Dictionary<string, string>(), "setsid", "--wait", "bash", "-c", Script, folder))!;
        var engine = new Engine(folder, daemon);
        try
        {
            await Eventually.Happens("dockerd answers", () => engine.Answers(), TimeSpan.FromSeconds(60));
        }
        catch (TimeoutException)
        {
            var log = await File.ReadAllLinesAsync(Path.Combine(folder, "log"));
            await engine.DisposeAsync();
            Assert.Ignore($"no engine: {log.LastOrDefault(line => line.Contains("fail", StringComparison.Ordinal)) ?? log.LastOrDefault()}");
        }

        return engine;
    }

    public async ValueTask DisposeAsync()
    {
        if (daemon is null)
            return;

        daemon.StandardInput.Close();
        await daemon.WaitForExitAsync();
        daemon.Dispose();
    }

    async Task<bool> Answers()
    {
        using var version = Process.Start(Shell.Info(folder, Environment, "docker", "version"))!;
        version.StandardInput.Close();
        await Task.WhenAll(version.StandardOutput.ReadToEndAsync(), version.StandardError.ReadToEndAsync(), version.WaitForExitAsync());
        return version.ExitCode == 0;
    }
}
