using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Soccer.Integration.Tests.Scratch;

/// <summary>A Prometheus with the project's own configuration and rules, which looks every second.</summary>
sealed class PrometheusServer : IAsyncDisposable
{
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("soccer-prometheus-");
    readonly Uri url = new($"http://127.0.0.1:{FreePort.Next()}/");
    readonly Process process;

    PrometheusServer(ScratchSystem system)
    {
        Write("prometheus.yml", Surroundings.Text("infra/prometheus/prometheus.yml").Replace("15s", "1s", StringComparison.Ordinal));
        Write("rules.yml", Surroundings.Text("infra/prometheus/rules.yml"));
        Write("targets/services.yml", string.Concat(system.Processes.Where(process => process.Name != "Source").Select(process =>
            $"- {{ targets: ['127.0.0.1:{process.Url.Port}'], labels: {{ service: {process.Name.ToLowerInvariant()} }} }}\n")));
        // The script puts the broker's metrics at the port behind that of its management.
        var metrics = Surroundings.Management.Port + 1;
        Write("targets/rabbitmq.yml", $"- {{ targets: ['127.0.0.1:{metrics}'], labels: {{ service: rabbitmq }} }}\n");
        Write("targets/alertmanager.yml", "[]");
        process = Process.Start(new ProcessStartInfo("prometheus",
        [
            $"--config.file={folder.FullName}/prometheus.yml", $"--storage.tsdb.path={folder.FullName}/tsdb",
            $"--web.listen-address={url.Authority}", "--log.level=error",
        ])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>Starts it.</summary>
    public static async Task<PrometheusServer> Start(ScratchSystem system)
    {
        if (!Surroundings.Has("prometheus"))
            Assert.Fail("Prometheus is not installed: ./soccer test installs it");
        var server = new PrometheusServer(system);
        await Eventually.Happens("Prometheus has looked at the ledger",
            async () => (await server.Values("soccer_run_failures_total")).Count > 0, TimeSpan.FromSeconds(60));
        return server;
    }

    /// <summary>The labels of an alert that fires, each time that it does.</summary>
    public async Task<IReadOnlyList<Dictionary<string, string>>> Firing(string alert) =>
        [.. (await Values($"ALERTS{{alertname=\"{alert}\",alertstate=\"firing\"}}")).Select(found =>
            found.GetProperty("metric").Deserialize<Dictionary<string, string>>()!)];

    /// <summary>What a query finds now; nothing while the server starts.</summary>
    public async Task<IReadOnlyList<JsonElement>> Values(string query)
    {
        try
        {
            var answer = await Http.GetFromJsonAsync<JsonElement>(new Uri(url, $"api/v1/query?query={Uri.EscapeDataString(query)}"));
            return [.. answer.GetProperty("data").GetProperty("result").EnumerateArray()];
        }
        catch (HttpRequestException error) when (error.StatusCode is null or System.Net.HttpStatusCode.ServiceUnavailable)
        {
            return [];
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    void Write(string file, string text)
    {
        var path = Path.Combine(folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
