using Soccer.Contracts;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Validate.V1;

namespace Soccer.Api.Ledger;

/// <summary>A run that went through, as Ingest wants to know it.</summary>
/// <param name="SnapshotNumber">The snapshot that it worked through.</param>
/// <param name="AsOf">Its clock.</param>
/// <param name="CodeVersions">The code version of each stage that took part, by the stage.</param>
public sealed record Completion(int SnapshotNumber, DateOnly AsOf, IReadOnlyDictionary<string, string> CodeVersions)
{
    /// <summary>
    /// The completion of a run; none unless it is completed and every stage that took part has been heard, nor while a
    /// message that a stage gave up is not mended. Code versions that are not complete would let an
    /// old step pass for a new one, and so would a stage that spoke by two. A run that was told not to train completes nothing either: it would hide the
    /// training that the next one wants.
    /// </summary>
    public static Completion? Of(RunHistory history)
    {
        if (RunState.Of(history) is not (RunStatus.Completed or RunStatus.Partial))
            return null;
        if (history.Find<SnapshotIngested>() is not { } ingested || !history.Has<SnapshotValidated>() || history.Find<FeaturesBuilt>() is not { } built)
            return null;
        if (ingested.Run.Training == Training.Never)
            return null;
        var spoken = history.Events.Select(StageEvent.Of).Where(stage => stage.Step is not null).Select(stage => (stage.Stage, stage.Step!.CodeVersion)).Distinct().ToList();
        // A message that came again may have been worked through by newer code, and to another end: promoted first, then held.
        if (spoken.DistinctBy(stage => stage.Stage).Count() < spoken.Count)
            return null;
        var steps = spoken.ToDictionary(stage => stage.Stage, stage => stage.CodeVersion);
        return built.Train && !(steps.ContainsKey(Stage.Train) && steps.ContainsKey(Stage.Promote))
            ? null
            : new Completion(ingested.SnapshotNumber, ingested.Run.AsOf, steps);
    }
}
