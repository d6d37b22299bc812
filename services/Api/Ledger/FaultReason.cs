using MassTransit;

namespace Soccer.Api.Ledger;

/// <summary>Why something failed, in words.</summary>
static class FaultReason
{
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
