using MassTransit;

namespace Soccer.Hosting.Bus;

/// <summary>Asks a stage something, and waits for its answer.</summary>
public static class Requests
{
    /// <summary>Sends a question to the queue that takes it, and returns the answer. Nothing is kept on disk, and the broker drops a question whose sender has given up.</summary>
    /// <param name="clients">Makes the client.</param>
    /// <param name="queue">The stage's queue for such questions.</param>
    /// <param name="question">The question.</param>
    /// <param name="limit">How long to wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StageAwayException">The broker or the stage is away, or there was no answer in time.</exception>
    public static async Task<Response<TYes, TNo>> Ask<TQuestion, TYes, TNo>(
        this IScopedClientFactory clients, string queue, TQuestion question, TimeSpan limit, CancellationToken cancellation)
        where TQuestion : class where TYes : class where TNo : class
    {
        // Where there is no connection the client's own limit never begins; what was given up must not leave when there is one again.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(limit);
        var token = end.Token;
        try
        {
            var client = clients.CreateRequestClient<TQuestion>(new Uri($"exchange:{queue}"), RequestTimeout.After(ms: (int)limit.TotalMilliseconds));
            return await client.GetResponse<TYes, TNo>(question, asking => asking.UseExecute(send =>
            {
                token.ThrowIfCancellationRequested();
                send.Durable = false;
                if (send.TryGetPayload(out RabbitMqSendContext? rabbit))
                    rabbit.Mandatory = true;
            }), token).WaitAsync(token);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            throw new StageAwayException(error is MessageReturnedException ? $"no stage takes {queue}" : error is TimeoutException or RequestTimeoutException or OperationCanceledException
                ? FormattableString.Invariant($"there was no answer from {queue} in {limit.TotalSeconds} s") : $"{queue} did not answer: {error.Message}", error);
        }
    }
}

/// <summary>A stage that should answer is away.</summary>
public sealed class StageAwayException(string message, Exception? cause = null) : Exception(message, cause);
