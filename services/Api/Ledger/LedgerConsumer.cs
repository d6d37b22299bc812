using MassTransit;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Contracts.Validate.V1;

namespace Soccer.Api.Ledger;

/// <summary>Writes every pipeline event into the ledger.</summary>
public sealed class LedgerConsumer(RunLedger ledger, TimeProvider time) :
    IConsumer<SnapshotIngested>, IConsumer<SnapshotUnchanged>, IConsumer<SnapshotValidated>, IConsumer<SnapshotRejected>, IConsumer<SnapshotSuperseded>,
    IConsumer<FeaturesBuilt>, IConsumer<StudyEnded>, IConsumer<ModelTrained>, IConsumer<ModelPromoted>, IConsumer<ModelHeld>,
    IConsumer<PredictionsRefreshed>, IConsumer<ForecastsSettled>, IConsumer<DriftChecked>
{
    public Task Consume(ConsumeContext<SnapshotIngested> context) => Record(context);
    public Task Consume(ConsumeContext<SnapshotUnchanged> context) => Record(context);
    public Task Consume(ConsumeContext<SnapshotValidated> context) => Record(context);
    public Task Consume(ConsumeContext<SnapshotRejected> context) => Record(context);
    public Task Consume(ConsumeContext<SnapshotSuperseded> context) => Record(context);
    public Task Consume(ConsumeContext<FeaturesBuilt> context) => Record(context);
    public Task Consume(ConsumeContext<StudyEnded> context) => Record(context);
    public Task Consume(ConsumeContext<ModelTrained> context) => Record(context);
    public Task Consume(ConsumeContext<ModelPromoted> context) => Record(context);
    public Task Consume(ConsumeContext<ModelHeld> context) => Record(context);
    public Task Consume(ConsumeContext<PredictionsRefreshed> context) => Record(context);
    public Task Consume(ConsumeContext<ForecastsSettled> context) => Record(context);
    public Task Consume(ConsumeContext<DriftChecked> context) => Record(context);

    Task Record<T>(ConsumeContext<T> context) where T : class =>
        ledger.Record(context.Message, context.SentTime ?? time.GetUtcNow().UtcDateTime, context.CancellationToken);
}
