using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Soccer.Hosting.Bus;

namespace Soccer.Cli.Queues;

/// <summary>The queues in which messages stand that were given up.</summary>
static class GivenUpQueues
{
    /// <summary>Where the broker's dead letters stand.</summary>
    public const string DeadLetters = "dead-letter";

    /// <summary>What a service appends to a queue's name for the messages that it gave up.</summary>
    public const string ErrorSuffix = "_error";

    /// <summary>Those of the cascade, for when the management address is not known.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        .. new[]
        {
            "ingest-snapshot", "validate-snapshot", "build-features", "train-model", "run-backtest", "promote-model", "refresh-predictions", "predict-match", "predict-matches",
            "settle-forecasts", "check-drift", "evaluate-trial", "advance-study", "ledger-events", "ledger-faults", "ledger-predictions", "ledger-backtests",
        }.Select(queue => queue + ErrorSuffix),
        DeadLetters,
    ];

    /// <summary>Those that the broker has.</summary>
    /// <exception cref="ExitException">The management address does not answer.</exception>
    public static async Task<IReadOnlyList<string>> Ask(Uri management, BusOptions options, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = management, Timeout = TimeSpan.FromSeconds(10) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Username}:{options.Password}")));
        try
        {
            var queues = await http.GetFromJsonAsync<Queue[]>($"api/queues/{Uri.EscapeDataString(options.VirtualHost)}?columns=name", cancellation);
            return [.. queues!.Select(queue => queue.Name).Where(name => name == DeadLetters || name.EndsWith(ErrorSuffix, StringComparison.Ordinal)).Order()];
        }
        catch (HttpRequestException error)
        {
            throw new ExitException(Exit.Away, $"The broker's management at {management} does not answer: {error.Message}");
        }
    }

    sealed record Queue(string Name);
}
