using Soccer.Contracts.Train.V1;
using Soccer.Contracts.Validate.V1;
using Soccer.Forecasting.Models;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Promoting;

/// <summary>The stages with a model that they have really trained, and others made from it.</summary>
sealed class PromotionTrial : IAsyncDisposable
{
    readonly ModelTrained model;

    PromotionTrial(Cascade stages, SnapshotValidated validated, ModelTrained model) => (Stages, Validated, this.model) = (stages, validated, model);

    public Cascade Stages { get; }

    /// <summary>The matches that it was trained on.</summary>
    public SnapshotValidated Validated { get; }

    /// <summary>The model as another run would have trained it.</summary>
    public ModelTrained Trained => model with { Run = model.Run with { Id = Guid.NewGuid() } };

    /// <summary>Trains it; skips the test where there is no database server.</summary>
    public static async Task<PromotionTrial> Start()
    {
        var stages = await Cascade.Start();
        var run = await stages.Run(new DateOnly(2025, 2, 1));
        return new PromotionTrial(stages, (SnapshotValidated)run[typeof(SnapshotValidated)].Event, (ModelTrained)run[typeof(ModelTrained)].Event);
    }

    /// <summary>Begins without a champion and its forecasts.</summary>
    public Task Forget() => Stages.Database.Execute("truncate promote.alias_log; truncate predict.forecast; truncate predict._step");

    /// <summary>Stores a model made from the trained one.</summary>
    public async Task<ModelTrained> Made(Func<ModelArtifact, ModelArtifact> make, string? id = null, string? schema = null, DateOnly? holdOutFrom = null)
    {
        var bytes = make(ModelArtifact.Read(await Stages.Database.Value<byte[]>("select artifact from train.model where model_id = @ModelId", new { model.ModelId }))).Write();
        var modelId = id ?? ModelArtifact.IdOf(bytes);
        await Stages.Database.Execute("""
            insert into train.model
            select @id, kinds, coalesce(@schema, schema_hash), dataset_version, feature_set_version, run_id, coalesce(@holdOutFrom, hold_out_from), hold_out_to, @bytes, scores, created_at
            from train.model where model_id = @trained
            on conflict do nothing
            """, new { id = modelId, schema, holdOutFrom, bytes, trained = model.ModelId });
        return Trained with { ModelId = modelId };
    }

    /// <summary>Makes a model champion.</summary>
    public Task Champion(string modelId, int datasetVersion) => Stages.Database.Execute("""
        insert into promote.alias_log (alias, model_id, run_id, dataset_version, evidence, at)
        values ('champion', @modelId, gen_random_uuid(), @datasetVersion, '[]', now())
        """, new { modelId, datasetVersion });

    /// <summary>The alias log: alias and model.</summary>
    public async Task<string[]> Aliases() => [.. await Stages.Database.Rows<string>("select alias || ' ' || model_id from promote.alias_log order by sequence")];

    public ValueTask DisposeAsync() => Stages.DisposeAsync();
}
