namespace Soccer.Contracts.Progress.V1;

/// <summary>How far a stage is with a run. Short-lived: it may be lost, and nothing depends on it but a progress bar.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Stage">One of <see cref="Soccer.Contracts.Stage"/>.</param>
/// <param name="Step">What is being done, in a word or two: "fetch files".</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all; 0 where that is not known.</param>
/// <param name="At">UTC.</param>
public sealed record StageProgressed(Guid RunId, string Stage, string Step, long Done, long Total, DateTime At);
