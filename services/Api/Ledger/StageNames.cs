using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Contracts.Validate.V1;

namespace Soccer.Api.Ledger;

/// <summary>Tells which stage could not work a message through.</summary>
public static class StageNames
{
    /// <summary>What stands in place of a stage where none can be told.</summary>
    public const string Unknown = "unknown";

    /// <summary>The stage of a process by its assembly, else the stage that the message is for. Soccer.DriftCheck is drift-check.</summary>
    public static string Of(string? assembly, string message) =>
        Stage.All.FirstOrDefault(stage => string.Equals($"Soccer.{stage.Replace("-", "")}", assembly, StringComparison.OrdinalIgnoreCase)) ?? OfMessage(message);

    /// <summary>The stage of a queue, else the stage that the message is for.</summary>
    public static string OfQueue(string? queue, string message) => queue switch
    {
        StartRun.Queue => Stage.Ingest,
        "validate-snapshot" => Stage.Validate,
        "build-features" => Stage.Featurize,
        "train-model" or EvaluateTrial.Queue or "advance-study" or RunBacktest.Queue => Stage.Train,
        "promote-model" => Stage.Promote,
        "refresh-predictions" or PredictMatch.Queue or PredictMatches.Queue or PredictMatchNow.Queue or ExplainForecast.Queue => Stage.Predict,
        "settle-forecasts" or CheckDrift.Queue => Stage.DriftCheck,
        _ => OfMessage(message),
    };

    static string OfMessage(string message) => message switch
    {
        nameof(StartRun) => Stage.Ingest,
        nameof(SnapshotIngested) => Stage.Validate,
        nameof(SnapshotValidated) => Stage.Featurize,
        nameof(FeaturesBuilt) or nameof(EvaluateTrial) or nameof(TrialEvaluated) or nameof(StudyEnded) or nameof(RunBacktest) => Stage.Train,
        nameof(ModelTrained) => Stage.Promote,
        nameof(ModelPromoted) or nameof(ModelHeld) or nameof(PredictMatch) or nameof(PredictMatches) or nameof(ExplainForecast) => Stage.Predict,
        nameof(PredictionsRefreshed) or nameof(CheckDrift) => Stage.DriftCheck,
        _ => Unknown,
    };
}
