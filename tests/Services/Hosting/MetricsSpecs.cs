using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Soccer.DriftCheck;
using Soccer.Hosting;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Hosting;

/// <summary>The text that Prometheus reads.</summary>
sealed class MetricsSpecs
{
    /// <summary>What Prometheus 2.42 sends.</summary>
    const string PrometheusAccepts =
        "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

    ScratchDatabase database = null!;
    StageHost stage = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        database = await ScratchDatabase.Create();
        stage = StageHost.Of<CheckDriftConsumer>("drift-check", database);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (stage is not null)
            await stage.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
    }

    [Test]
    public async Task Promtool_finds_no_fault_with_the_text() => Assert.That(await Check(await stage.Metrics()), Is.Empty);

    [Test]
    public async Task Service_runtime_process_requests_and_database_are_measured() => Assert.That(await stage.Metrics(),
        Does.Contain("soccer_build_info{").And.Contain("dotnet_assemblies{").And.Contain("process_memory_usage_bytes{")
            .And.Contain("http_server_active_requests{").And.Contain("db_client_connections{"));

    [Test]
    public async Task Prometheus_gets_OpenMetrics_with_the_names_of_the_plain_text()
    {
        var (text, metrics) = (await stage.Metrics(), await stage.Metrics(PrometheusAccepts));
        Assert.That(metrics, Does.EndWith("# EOF\n").And.Not.Contain("otel_scope").And.Not.Contain("target_info"));
        Assert.That(NamesIn(metrics), Is.SupersetOf(NamesIn(text)).And.Contains("soccer_build_info"));
    }

    [Test]
    public async Task A_counter_created_after_the_start_has_its_first_value_and_each_scrape_the_newest()
    {
        await stage.Metrics();
        var late = stage.Services.GetRequiredService<ServiceMeter>().Meter.CreateCounter<int>("soccer_late", description: "Created late.");
        late.Add(2);
        Assert.That(await stage.Metrics(), Does.Contain("soccer_late_total{} 2\n"));
        late.Add(1);
        Assert.That(await stage.Metrics(), Does.Contain("soccer_late_total{} 3\n"));
    }

    /// <summary>The names of the project's own series. OpenMetrics adds when each counter was created.</summary>
    static string[] NamesIn(string metrics) =>
        [.. metrics.Split('\n').Where(line => line.StartsWith("soccer_", StringComparison.Ordinal)).Select(line => line.Split('{')[0])
            .Where(name => !name.EndsWith("_created", StringComparison.Ordinal)).Distinct()];

    /// <summary>What promtool reports; the test is skipped if it is not installed.</summary>
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
