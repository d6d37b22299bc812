using Soccer.Contracts;
using Soccer.Contracts.Ingest.V1;

namespace Soccer.Api.Ledger;

/// <summary>What is known of a run when something is heard of it. The day is missing where the command left it to Ingest.</summary>
public sealed record HeardRun(Guid Id, DateOnly? AsOf, string Reason, string Requester, Training Training, bool Force)
{
    /// <summary>The run of an event.</summary>
    public static HeardRun Of(Run run) => new(run.Id, run.AsOf, run.Reason ?? "unknown", run.Requester ?? "unknown", run.Training, run.Force);

    /// <summary>The run that a command with an id starts.</summary>
    public static HeardRun Of(StartRun command) => new(
        command.RunId!.Value, command.AsOf, command.Reason ?? "asked for", command.Requester ?? "unknown", command.Training, command.Force);

    /// <summary>A run of which nothing but the id is known.</summary>
    public static HeardRun Unknown(Guid id) => new(id, null, "unknown", "unknown", Training.Auto, false);
}
