using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Contracts;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Contracts.Validate.V1;
using Soccer.Services.Tests.Scratch;
using static Soccer.Services.Tests.Scratch.IngestTrial;

namespace Soccer.Services.Tests.Tuning;

/// <summary>A run that asks for ten trials, taken through to its model, which the specs of this folder look at and leave as it is.</summary>
[SetUpFixture]
sealed class TunedRun
{
    static Cascade? cascade;

    public static Cascade Cascade => cascade!;

    public static FeaturesBuilt Built { get; private set; } = null!;

    public static ModelTrained Trained { get; private set; } = null!;

    /// <summary>The trials that were sent out, in the order in which they were.</summary>
    public static IReadOnlyList<EvaluateTrial> Sent { get; private set; } = [];

    [OneTimeSetUp]
    public async Task Run()
    {
        cascade = await Cascade.Start();
        await cascade.Source.MoveTo(Day);
        var validated = await cascade.Validate.Consume<SnapshotValidated>(await cascade.Ingest.Consume<object>(Command(Training.Always)));
        var built = await cascade.Featurize.Consume<FeaturesBuilt>(validated);
        Built = built with { Run = built.Run with { Trials = 10 } };
        Trained = await Train(cascade.Train, Built);
        Sent = SentBy(cascade.Train);
    }

    /// <summary>Delivers features to a stage and waits for the run's model.</summary>
    public static async Task<ModelTrained> Train(StageHost stage, FeaturesBuilt built)
    {
        var trained = stage.Next<ModelTrained>(model => model.Run.Id == built.Run.Id);
        await stage.Consume(built);
        return await trained;
    }

    /// <summary>The trials that a stage has sent out so far.</summary>
    public static IReadOnlyList<EvaluateTrial> SentBy(StageHost stage) =>
        [.. stage.Services.GetRequiredService<ITestHarness>().Sent.Select<EvaluateTrial>().Select(sent => sent.Context.Message)];

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (cascade is not null)
            await cascade.DisposeAsync();
    }
}
