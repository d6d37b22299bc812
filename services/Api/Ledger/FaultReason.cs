using MassTransit;
using Soccer.Contracts;
using Soccer.Contracts.Ingest.V1;

namespace Soccer.Api.Ledger;

/// <summary>Why something failed, in words.</summary>
static class FaultReason
{
    /// <summary>
    /// Why a body could not be read. Ingest says what to write instead; in every other queue the bus names neither the cause nor the cure.
    /// </summary>
    public static string OfUndecodable(string? queue, IEnumerable<ExceptionInfo>? exceptions) =>
        queue is null or StartRun.Queue || !(queue.StartsWith("ledger-", StringComparison.Ordinal) || Stage.All.Contains(StageNames.OfQueue(queue, "")))
        ? Of(exceptions)
        : $"The body is not a message of {queue}: paste plain JSON such as {{}} only into {StartRun.Queue} ({Of(exceptions)})";

    /// <summary>The exceptions' messages, each followed by those of its causes that say something more.</summary>
    public static string Of(IEnumerable<ExceptionInfo>? exceptions)
    {
        var messages = new List<string>();
        foreach (var exception in exceptions ?? [])
        {
            for (var cause = exception; cause is not null; cause = cause.InnerException)
            {
                if (!messages.Exists(message => message.Contains(cause.Message, StringComparison.Ordinal)))
                    messages.Add(cause.Message);
            }
        }
        return messages.Count == 0 ? "no reason was given" : StorableText.Of(string.Join(": ", messages));
    }
}
