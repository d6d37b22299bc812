using MassTransit;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Contracts.Validate.V1;

namespace Soccer.Api.Ledger;

/// <summary>Writes down what a stage could not work through. A body that nobody could read names no run, and becomes an incident.</summary>
public sealed class LedgerFaultConsumer(RunLedger ledger) :
    IConsumer<Fault<StartRun>>, IConsumer<Fault<SnapshotIngested>>, IConsumer<Fault<SnapshotUnchanged>>, IConsumer<Fault<SnapshotValidated>>,
    IConsumer<Fault<SnapshotRejected>>, IConsumer<Fault<SnapshotSuperseded>>, IConsumer<Fault<FeaturesBuilt>>, IConsumer<Fault<ModelTrained>>,
    IConsumer<Fault<ModelPromoted>>, IConsumer<Fault<ModelHeld>>, IConsumer<Fault<PredictionsRefreshed>>, IConsumer<Fault<ForecastsSettled>>,
    IConsumer<Fault<DriftChecked>>, IConsumer<Fault<CheckDrift>>, IConsumer<Fault<EvaluateTrial>>, IConsumer<Fault<TrialEvaluated>>,
    IConsumer<Fault<StudyEnded>>, IConsumer<ReceiveFault>
{
    public Task Consume(ConsumeContext<Fault<StartRun>> context) =>
        Fail(context, context.Message.Message.RunId is null ? null : HeardRun.Of(context.Message.Message));

    public Task Consume(ConsumeContext<Fault<SnapshotIngested>> context) => Fail(context, HeardRun.Of(context.Message.Message.Run));
    public Task Consume(ConsumeContext<Fault<SnapshotUnchanged>> context) => Fail(context, HeardRun.Of(context.Message.Message.Run));
    public Task Consume(ConsumeContext<Fault<SnapshotValidated>> context) => Fail(context, HeardRun.Of(context.Message.Message.Run));
    public Task Consume(ConsumeContext<Fault<SnapshotRejected>> context) => Fail(context, HeardRun.Of(context.Message.Message.Run));
    public Task Consume(ConsumeContext<Fault<SnapshotSuperseded>> context) => Fail(context, HeardRun.Of(context.Message.Message.Run));
    public Task Consume(ConsumeContext<Fault<FeaturesBuilt>> context) => Fail(context, HeardRun.Of(context.Message.Message.Run));
    public Task Consume(ConsumeContext<Fault<EvaluateTrial>> context) => Fail(context, HeardRun.Of(context.Message.Message.Run));
    public Task Consume(ConsumeContext<Fault<TrialEvaluated>> context) => Fail(context, HeardRun.Of(context.Message.Message.Run));
    public Task Consume(ConsumeContext<Fault<StudyEnded>> context) => Fail(context, HeardRun.Of(context.Message.Message.Run));
    public Task Consume(ConsumeContext<Fault<ModelTrained>> context) => Fail(context, HeardRun.Of(context.Message.Message.Run));
    public Task Consume(ConsumeContext<Fault<ModelPromoted>> context) => Fail(context, HeardRun.Of(context.Message.Message.Run));
    public Task Consume(ConsumeContext<Fault<ModelHeld>> context) => Fail(context, HeardRun.Of(context.Message.Message.Run));
    public Task Consume(ConsumeContext<Fault<PredictionsRefreshed>> context) => Fail(context, HeardRun.Of(context.Message.Message.Run));
    public Task Consume(ConsumeContext<Fault<ForecastsSettled>> context) => Fail(context, HeardRun.Of(context.Message.Message.Run));
    public Task Consume(ConsumeContext<Fault<DriftChecked>> context) => Fail(context, context.Message.Message.Run is { } run ? HeardRun.Of(run) : null);

    /// <summary>A check that belongs to no run.</summary>
    public Task Consume(ConsumeContext<Fault<CheckDrift>> context) => Fail(context, null);

    public Task Consume(ConsumeContext<ReceiveFault> context)
    {
        var fault = context.Message;
        return ledger.Report(
            new IncidentRow(
                fault.FaultId, IncidentKinds.Undecodable, QueueOf(context), fault.FaultMessageTypes?.FirstOrDefault(), null, FaultReason.OfUndecodable(QueueOf(context), fault.Exceptions), null,
                fault.Timestamp),
            context.CancellationToken);
    }

    Task Fail<T>(ConsumeContext<Fault<T>> context, HeardRun? run) where T : class
    {
        var fault = context.Message;
        var message = typeof(T).Name;
        var reason = FaultReason.Of(fault.Exceptions);
        // A message that the ledger itself could not take says nothing about the run: its stages go on.
        if (run is null || fault.Host?.Assembly == typeof(LedgerFaultConsumer).Assembly.GetName().Name)
        {
            return ledger.Report(
                new IncidentRow(fault.FaultId, IncidentKinds.Fault, QueueOf(context), message, run?.Id, reason, null, fault.Timestamp), context.CancellationToken);
        }
        return ledger.Fail(run, new RunFailure(StageNames.Of(fault.Host?.Assembly, message), message, reason, fault.Timestamp), context.CancellationToken);
    }

    static string? QueueOf(ConsumeContext context) => context.SourceAddress?.Segments.LastOrDefault();
}
