using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Contracts.Validate.V1;

namespace Soccer.Api.Ledger;

/// <summary>What every pipeline event says, whatever its kind.</summary>
/// <param name="Run">The run; none where a drift check belongs to none.</param>
/// <param name="Stage">The stage that published it.</param>
/// <param name="Step">How the stage's step ran; none where the event is a by-product.</param>
/// <param name="Counts">What the stage counted, by name.</param>
public sealed record StageEvent(Run? Run, string Stage, StepTime? Step, IReadOnlyDictionary<string, long> Counts)
{
    /// <summary>The stage event of a pipeline event.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static StageEvent Of(object pipelineEvent) => pipelineEvent switch
    {
        SnapshotIngested e => new(e.Run, Contracts.Stage.Ingest, e.Step, new Dictionary<string, long>
        {
            ["snapshot"] = e.SnapshotNumber,
            ["files"] = e.Files,
            ["changedFiles"] = e.ChangedFiles,
            ["staleFiles"] = e.StaleFiles,
            ["bytes"] = e.Bytes,
        }),
        SnapshotUnchanged e => new(e.Run, Contracts.Stage.Ingest, e.Step, new Dictionary<string, long> { ["snapshot"] = e.SnapshotNumber, ["changedFiles"] = 0 }),
        SnapshotValidated e => new(e.Run, Contracts.Stage.Validate, e.Step, new Dictionary<string, long>
        {
            ["datasetVersion"] = e.DatasetVersion,
            ["matches"] = e.Matches,
            ["fixtures"] = e.Fixtures,
            ["oddsRows"] = e.OddsRows,
            ["added"] = e.Added,
            ["changed"] = e.Changed,
            ["removed"] = e.Removed,
            ["quarantined"] = e.Quarantined,
        }),
        SnapshotRejected e => new(e.Run, Contracts.Stage.Validate, e.Step, new Dictionary<string, long>
        {
            ["quarantined"] = e.Quarantined,
            ["gatesFailed"] = e.Gates.Count(gate => !gate.Passed),
        }),
        SnapshotSuperseded e => new(e.Run, Contracts.Stage.Validate, e.Step, new Dictionary<string, long>
        {
            ["snapshot"] = e.SnapshotNumber,
            ["mergedSnapshot"] = e.MergedNumber,
        }),
        FeaturesBuilt e => new(e.Run, Contracts.Stage.Featurize, e.Step, new Dictionary<string, long>
        {
            ["featureSetVersion"] = e.FeatureSetVersion,
            ["features"] = e.Features,
            ["rows"] = e.Rows,
            ["changedRows"] = e.ChangedRows,
        }),
        StudyEnded e => new(e.Run, Contracts.Stage.Train, null, new Dictionary<string, long>
        {
            ["trials"] = e.Trials,
            ["evaluations"] = e.Evaluations,
            ["chosenTrial"] = e.Chosen,
        }),
        ModelTrained e => new(e.Run, Contracts.Stage.Train, e.Step, new Dictionary<string, long>
        {
            ["fitRows"] = e.FitRows,
            ["stopRows"] = e.StopRows,
            ["holdOutRows"] = e.HoldOutRows,
            ["rounds"] = e.Rounds,
        }),
        ModelPromoted e => new(e.Run, Contracts.Stage.Promote, e.Step, new Dictionary<string, long> { ["promoted"] = 1 }),
        ModelHeld e => new(e.Run, Contracts.Stage.Promote, e.Step, new Dictionary<string, long> { ["promoted"] = 0 }),
        PredictionsRefreshed e => new(e.Run, Contracts.Stage.Predict, e.Step, new Dictionary<string, long>
        {
            ["fixtures"] = e.Fixtures,
            ["forecasts"] = e.Forecasts,
            ["newForecasts"] = e.NewForecasts,
        }),
        ForecastsSettled e => new(e.Run, Contracts.Stage.DriftCheck, null, new Dictionary<string, long>
        {
            ["settledByRun"] = e.Settled,
            ["settled"] = e.SettledInAll,
        }),
        DriftChecked e => new(e.Run, Contracts.Stage.DriftCheck, e.Step, new Dictionary<string, long>
        {
            ["features"] = e.Features,
            ["shifted"] = e.Shifted,
            ["settled"] = e.Settled,
        }),
        _ => throw new ArgumentException($"{pipelineEvent.GetType().Name} is no pipeline event", nameof(pipelineEvent)),
    };
}
