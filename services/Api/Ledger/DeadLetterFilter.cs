using MassTransit;
using Npgsql;
using Soccer.Hosting.Database;

namespace Soccer.Api.Ledger;

/// <summary>
/// Writes a dead letter down before anything tries to read it as a message: as an incident, and as its run's failure where it tells the run.
/// </summary>
sealed class DeadLetterFilter(RunLedger ledger, Migrator migrator, TimeProvider time, ILogger<DeadLetterFilter> log) : IFilter<ReceiveContext>
{
    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        var headers = context.TransportHeaders;
        var conversation = Guid.TryParse(headers.Get<string>(MessageHeaders.ConversationId), out var id) ? id : (Guid?)null;
        var letter = DeadLetter.Read(
            headers.Get<string>("x-first-death-queue"), headers.Get<string>("x-first-death-reason"), headers.Get<string>(MessageHeaders.MessageId), conversation,
            context.Body.GetBytes());
        for (var pause = TimeSpan.FromSeconds(0.5); ; pause = TimeSpan.FromSeconds(Math.Min(30, pause.TotalSeconds * 2)))
        {
            try
            {
                await migrator.Completed.WaitAsync(context.CancellationToken);
                await Write(letter, context.CancellationToken);
                return;
            }
            catch (NpgsqlException error) when (error.IsTransient)
            {
                await Task.Delay(pause, time, context.CancellationToken);
            }
            catch (NpgsqlException error)
            {
                // The broker keeps a copy in its other queue of dead letters.
                log.LogError(error, "a dead letter of {Queue} could not be written down: {Text}", letter.Queue, letter.Text);
                return;
            }
        }
    }

    async Task Write(DeadLetter letter, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var reason = $"the broker gave a message of {letter.Queue ?? "a queue"} up ({letter.Reason ?? "no reason"})";
        var message = letter.Message ?? "unknown";
        log.LogWarning("{Reason}: {Message} of run {RunId}", reason, message, letter.RunId);
        await ledger.Report(
            new IncidentRow(letter.Id, IncidentKinds.DeadLetter, letter.Queue, letter.Message, letter.RunId, reason, letter.Text, now), cancellation);
        var failure = new RunFailure(StageNames.OfQueue(letter.Queue, message), message, reason, now);
        // A letter of the ledger's own says nothing about the run: its stages go on.
        if (letter.RunId is { } runId && letter.Queue?.StartsWith("ledger-", StringComparison.Ordinal) != true)
            await ledger.Fail(letter.Run is { } run ? HeardRun.Of(run) : HeardRun.Unknown(runId), failure, cancellation);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("dead-letter");
}
