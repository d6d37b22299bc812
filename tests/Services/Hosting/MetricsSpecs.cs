using System.Diagnostics;
using Soccer.DriftCheck;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Hosting;

/// <summary>The text that Prometheus reads.</summary>
sealed class MetricsSpecs
{
    [Test]
    public async Task Is_what_promtool_approves_of()
    {
        await using var database = await ScratchDatabase.Create();
        await using var stage = StageHost.Of<CheckDriftConsumer>("drift-check", database);
        var metrics = await stage.Metrics();
        Assert.That(metrics, Does.Contain("soccer_build_info{").And.Contain("dotnet_assemblies ").And.Contain("db_client_connections{"));
        Assert.That(await Check(metrics), Is.Empty);
    }

    /// <summary>What promtool has against it; skips the test, by name, where it is not installed.</summary>
    static async Task<string> Check(string metrics)
    {
        var promtool = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "promtool"))
            .FirstOrDefault(File.Exists);
        if (promtool is null)
            Assert.Ignore("no promtool");
        using var process = Process.Start(new ProcessStartInfo(promtool!, ["check", "metrics"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(metrics);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return await said + await errors;
    }
}
