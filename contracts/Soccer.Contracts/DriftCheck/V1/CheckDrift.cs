namespace Soccer.Contracts.DriftCheck.V1;

/// <summary>Command: look at the newest state for drift, without a run.</summary>
/// <param name="Requester">Who asks.</param>
public sealed record CheckDrift(string Requester)
{
    /// <summary>The one queue that takes this command.</summary>
    public const string Queue = "check-drift";
}
