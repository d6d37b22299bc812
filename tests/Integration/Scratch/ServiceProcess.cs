using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Soccer.Integration.Tests.Scratch;

/// <summary>
/// A built service as a process of its own, which can be killed and started again. One that ends by itself after it was ready is started
/// again, as by a supervisor.
/// </summary>
sealed class ServiceProcess(string name, string dll, Dictionary<string, string> environment, string log) : IAsyncDisposable
{
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };
    readonly Lock turn = new();
    Process? process;
    bool isSupervised;

    /// <summary>How often it has ended by itself.</summary>
    public int Ends { get; private set; }

    public string Name { get; } = name;

    public Uri Url { get; } = new($"http://127.0.0.1:{FreePort.Next()}/");

    /// <summary>Its process.</summary>
    public int Id => process!.Id;

    /// <summary>Where it writes.</summary>
    public string LogFile => log;

    /// <summary>What it has written so far.</summary>
    public string Log => File.Exists(log) ? File.ReadAllText(log) : "";

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", dll) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(dll)! };
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        // It lives for seconds: code that is watched so as to be compiled better later would only be slower.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["ASPNETCORE_URLS"] = Url.AbsoluteUri.TrimEnd('/');
        var next = new Process { StartInfo = start, EnableRaisingEvents = true };
        next.Exited += (_, _) => StartAgain();
        next.OutputDataReceived += (_, line) => Write(line.Data);
        next.ErrorDataReceived += (_, line) => Write(line.Data);
        next.Start();
        next.BeginOutputReadLine();
        next.BeginErrorReadLine();
        process = next;
    }

    void StartAgain()
    {
        lock (turn)
        {
            if (!isSupervised)
                return;
            Start();
            Ends++;
        }
    }

    /// <summary>Waits until the service says that it is ready.</summary>
    public async Task Ready()
    {
        await Eventually.Happens($"{Name} is ready", async () =>
        {
            if (process!.HasExited)
                throw new InvalidOperationException($"{Name} ended with code {process.ExitCode}:\n{Log}");
            return await IsReady();
        }, TimeSpan.FromSeconds(90));
        isSupervised = true;
    }

    /// <summary>Whether it says that it is ready; one that is being started says nothing.</summary>
    public async Task<bool> IsReady()
    {
        try
        {
            return (await Http.GetAsync(new Uri(Url, "health/ready"))).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>How many messages of a type it has consumed since its start.</summary>
    public async Task<int> Consumed(string message)
    {
        var lines = (await Http.GetStringAsync(new Uri(Url, "metrics"))).Split('\n')
            .Where(line => line.StartsWith("soccer_messages_total{", StringComparison.Ordinal)
                && line.Contains($"message=\"{message}\"", StringComparison.Ordinal) && line.Contains("outcome=\"consumed\"", StringComparison.Ordinal));
        return lines.Sum(line => (int)double.Parse(line[(line.IndexOf('}', StringComparison.Ordinal) + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture));
    }

    /// <summary>Ends it as a crash does: SIGKILL, nothing is finished or returned.</summary>
    public async Task Kill()
    {
        lock (turn)
            isSupervised = false;
        if (process is null || process.HasExited)
            return;
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        process?.Dispose();
    }

    readonly Lock writing = new();

    void Write(string? line)
    {
        if (line is null)
            return;
        lock (writing)
            File.AppendAllText(log, line + Environment.NewLine);
    }
}
