using MassTransit;
using Soccer.Api.Ledger;
using Soccer.Contracts;
using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Ingest.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Contracts.Validate.V1;
using Soccer.DriftCheck;
using Soccer.Featurize;
using Soccer.Ingest;
using Soccer.Predict;
using Soccer.Promote;
using Soccer.Train;
using Soccer.Validate;

namespace Soccer.Services.Tests.Scratch;

/// <summary>A message that a stage consumed, and the one event that it published because of it.</summary>
sealed record Step(StageHost Stage, object Message, object Event);

/// <summary>The source and all stages on one database. The test carries the messages from one to the next, so that it has each in its hand.</summary>
sealed class Cascade : IAsyncDisposable
{
    readonly StageHost ledger;

    Cascade(ScratchDatabase database)
    {
        Database = database;
        Ingest = StageHost.Of<IngestSnapshotConsumer>("ingest", database, new() { ["Ingest:Source"] = Source.Url.AbsoluteUri });
        Validate = StageHost.Of<ValidateSnapshotConsumer>("validate", database);
        Featurize = StageHost.Of<BuildFeaturesConsumer>("featurize", database);
        Train = StageHost.Of<TrainModelConsumer>("train", database);
        Promote = StageHost.Of<PromoteModelConsumer>("promote", database);
        // Who asks next asks the champion of now.
        Predict = StageHost.Of<RefreshPredictionsConsumer>("predict", database, new() { ["Predict:FreshForMilliseconds"] = "0", ["Predict:LoadSeconds"] = "0" });
        DriftCheck = StageHost.Of<CheckDriftConsumer>("drift-check", database);
        // Ingest reads the ledger's table of completed runs.
        ledger = StageHost.Of<LedgerConsumer>("api", database);
    }

    public ScratchDatabase Database { get; }

    public SourceHost Source { get; } = new();

    public StageHost Ingest { get; }

    public StageHost Validate { get; }

    public StageHost Featurize { get; }

    public StageHost Train { get; }

    public StageHost Promote { get; }

    public StageHost Predict { get; }

    public StageHost DriftCheck { get; }

    /// <summary>Starts them; skips the test where there is no database server.</summary>
    public static async Task<Cascade> Start() => new(await ScratchDatabase.Create());

    /// <summary>Takes a run without a day, at an instant of the source, through to its end.</summary>
    public async Task<Dictionary<Type, Step>> RunAt(DateTime utc)
    {
        await Source.StandAt(utc);
        return await Run((DateOnly?)null, Training.Never);
    }

    /// <summary>
    /// Takes a run of a day through to its end and returns its steps: each stage's last message and event, by the type of the event.
    /// </summary>
    public async Task<Dictionary<Type, Step>> Run(DateOnly asOf, Training training = Training.Auto)
    {
        await Source.MoveTo(asOf);
        return await Run((DateOnly?)asOf, training);
    }

    async Task<Dictionary<Type, Step>> Run(DateOnly? asOf, Training training)
    {
        Dictionary<Type, Step> steps = [];
        async Task<object> Consumed(StageHost stage, object message)
        {
            var said = await stage.Consume<object>(message);
            steps.Add(said.GetType(), new Step(stage, message, said));
            return said;
        }

        var ingested = await Consumed(Ingest, new StartRun(NewId.NextGuid(), asOf, "a test", "a test", training));
        var validated = await Consumed(Validate, ingested);
        await Consumed(DriftCheck, validated);
        var ready = await Consumed(Featurize, validated);
        if (ready is FeaturesBuilt { Train: true })
            ready = await Consumed(Promote, await Consumed(Train, ready));
        await Consumed(DriftCheck, await Consumed(Predict, ready));
        return steps;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var stage in new[] { Ingest, Validate, Featurize, Train, Promote, Predict, DriftCheck, ledger })
            await stage.DisposeAsync();
        await Source.DisposeAsync();
        await Database.DisposeAsync();
    }
}
