using Soccer.Api.Ledger;

namespace Soccer.Api.Incidents;

/// <summary>The newest incidents.</summary>
/// <param name="Incidents">The newest first.</param>
public sealed record IncidentList(IReadOnlyList<IncidentAnswer> Incidents);

/// <summary>Something that went wrong and belongs to no run, or to one that can't be told.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Kind">What happened, such as undecodable, fault or dead letter.</param>
/// <param name="Queue">The queue whose message it was; null if that is unknown.</param>
/// <param name="Message">The type of the message; null if that is unknown.</param>
/// <param name="RunId">The run of the message; null if it had none, or it can't be told.</param>
/// <param name="Reason">Why.</param>
/// <param name="Body">The message itself; null if it was not kept.</param>
/// <param name="At">UTC.</param>
/// <param name="Link">Where the run is; null without a run.</param>
public sealed record IncidentAnswer(
    Guid IncidentId, string Kind, string? Queue, string? Message, Guid? RunId, string Reason, string? Body, DateTime At, string? Link)
{
    /// <summary>The answer for a row.</summary>
    public static IncidentAnswer Of(IncidentRow row) => new(
        row.IncidentId, row.Kind, row.Queue, row.Message, row.RunId, row.Reason, row.Body, row.At,
        row.RunId is { } run ? $"/v1/runs/{run}" : null);
}
