using MassTransit;
using Soccer.Cli.Services;
using Soccer.Contracts;
using Soccer.Contracts.Ingest.V1;

namespace Soccer.Cli.Runs;

/// <summary>Starts a run over the bus.</summary>
static class RunStart
{
    /// <summary>Sends the command, and returns the run's id once the broker has it on disk.</summary>
    public static async Task<Guid> Send(BusClient bus, DateOnly? asOf, string reason, Training training, bool force, int trials, CancellationToken cancellation)
    {
        var id = NewId.NextSequentialGuid();
        await bus.Send(StartRun.Queue, new StartRun(id, asOf, reason, "cli", training, force, trials), id, cancellation);
        return id;
    }
}
