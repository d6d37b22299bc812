using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Soccer.Bench;

/// <summary>The running process of a service, and the copies of it that this program has started.</summary>
/// <remarks>proc(5): a copy has the command line, the folder and the environment of the running one, and a port of its own.</remarks>
sealed partial class Copies : IAsyncDisposable
{
    const string Addresses = "ASPNETCORE_URLS";
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    readonly string folder;
    readonly string[] command;
    readonly Dictionary<string, string> environment;
    readonly List<(Process Process, Uri Url)> all;

    Copies(Process running, Dictionary<string, string> environment)
    {
        this.environment = environment;
        command = Strings(running.Id, "cmdline");
        folder = new DirectoryInfo($"/proc/{running.Id}/cwd").LinkTarget!;
        all = [(running, new(environment[Addresses]))];
    }

    /// <summary>The service that listens at an address.</summary>
    /// <exception cref="InvalidDataException">No process of this user does.</exception>
    public static Copies Of(Uri address)
    {
        foreach (var process in Process.GetProcessesByName("dotnet"))
            if (EnvironmentOf(process.Id) is { } environment
                && environment.TryGetValue(Addresses, out var urls) && urls.TrimEnd('/') == address.GetLeftPart(UriPartial.Authority))
                return new(process, environment);
        throw new InvalidDataException($"No service listens at {address}: start the system on this machine with ./soccer up.");
    }

    public int Count => all.Count;

    /// <summary>Processor time that all of them have used so far.</summary>
    public TimeSpan ProcessorTime => all.Aggregate(TimeSpan.Zero, (sum, copy) =>
    {
        copy.Process.Refresh();
        return sum + copy.Process.TotalProcessorTime;
    });

    /// <summary>Starts one more and waits until it is ready.</summary>
    public async Task Add()
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment[Addresses] = url.GetLeftPart(UriPartial.Authority);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        all.Add((process, url));
        for (var began = Stopwatch.StartNew(); !await IsReady(url); await Task.Delay(100))
            if (process.HasExited || began.Elapsed > TimeSpan.FromMinutes(2))
                throw new InvalidDataException($"A copy of {string.Join(' ', command)} did not become ready.");
    }

    /// <summary>How many messages of a type all of them have consumed so far.</summary>
    public async Task<int> Consumed(string message)
    {
        var sum = 0;
        foreach (var (_, url) in all)
            foreach (Match line in Consumptions.Matches(await Http.GetStringAsync(new Uri(url, "metrics"))))
                if (line.Groups["message"].Value == message)
                    sum += int.Parse(line.Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
        return sum;
    }

    /// <summary>Stops those that were started, and only those: each gives its messages back.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var (process, _) in all.Skip(1))
        {
            using var stop = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await process.WaitForExitAsync();
        }
    }

    static async Task<bool> IsReady(Uri url)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(url, "health/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    static Dictionary<string, string>? EnvironmentOf(int process)
    {
        try
        {
            return Strings(process, "environ").Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2)
                .DistinctBy(parts => parts[0]).ToDictionary(parts => parts[0], parts => parts[1]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static string[] Strings(int process, string file) =>
        Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{process}/{file}")).Split('\0', StringSplitOptions.RemoveEmptyEntries);

    // soccer_messages_total{…,message="PredictMatch",outcome="consumed",…} 42 …
    [GeneratedRegex(
        """^soccer_messages_total\{[^}]*message="(?<message>\w+)",outcome="consumed"[^}]*\} (?<count>\d+)""", RegexOptions.Multiline)]
    static partial Regex Consumptions { get; }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
