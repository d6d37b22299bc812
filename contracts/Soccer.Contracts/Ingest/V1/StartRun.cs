namespace Soccer.Contracts.Ingest.V1;

/// <summary>
/// Command: fetch the source's state and take it through the cascade. Every member is optional, so that <c>{}</c> pasted into
/// the management page of <see cref="Queue"/> starts a run too.
/// </summary>
/// <param name="RunId">The run's id; given one where it has none.</param>
/// <param name="AsOf">
/// The day through which results are known, see <see cref="Run.AsOf"/>; one that has ended. Matches are forecast from the day after it on.
/// Null for a run as of now: it knows results through yesterday, and
/// forecasts what has not kicked off. Now is the source's own instant where it names one, else the real one.
/// </param>
/// <param name="Reason">Why.</param>
/// <param name="Requester">Who asks.</param>
/// <param name="Training">Whether to train.</param>
/// <param name="Force">Whether to compute stored steps again.</param>
/// <param name="Trials">Sets of parameters to try before the training, see <see cref="Run.Trials"/>.</param>
public sealed record StartRun(
    Guid? RunId = null, DateOnly? AsOf = null, string? Reason = null, string? Requester = null, Training Training = Training.Auto, bool Force = false,
    int Trials = 0)
{
    /// <summary>The one queue that takes this command.</summary>
    public const string Queue = "ingest-snapshot";
}
