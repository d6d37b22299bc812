using Soccer.Contracts.DriftCheck.V1;
using Soccer.Contracts.Predict.V1;
using Soccer.Contracts.Promote.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Forecasting.Models;
using Soccer.Promote;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Promoting;

/// <summary>Who becomes champion, with a model that the stages before have really trained and others made from it. Every test begins without a champion.</summary>
sealed class PromoteModelSpecs
{
    Cascade? started;
    ModelTrained? model;

    Cascade Stages => started!;

    ModelTrained Trained => model! with { Run = model.Run with { Id = Guid.NewGuid() } };

    [OneTimeSetUp]
    public async Task Train()
    {
        started = await Cascade.Start();
        model = (ModelTrained)(await Stages.Run(new DateOnly(2025, 2, 1)))[typeof(ModelTrained)].Event;
    }

    [SetUp]
    public Task Forget() => Stages.Database.Execute("truncate promote.alias_log; truncate predict.forecast; truncate predict._step");

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (started is not null)
            await started.DisposeAsync();
    }

    [Test]
    public async Task Promotes_a_first_model_by_way_of_smoke_and_candidate()
    {
        var said = await Stages.Promote.Consume<ModelPromoted>(Trained);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Aliases(), Is.EqualTo([$"smoke {said.ModelId}", $"candidate {said.ModelId}", $"champion {said.ModelId}"]));
            Assert.That(said.PreviousModelId, Is.Null);
            Assert.That(said.AliasSequence, Is.EqualTo(await Stages.Database.Value<long>("select max(sequence) from promote.alias_log where alias = 'champion'")));
        }
    }

    [Test]
    public async Task Holds_a_first_model_that_says_the_same_of_every_match_and_no_forecasts_are_made()
    {
        var constant = await Made(trained => trained with { Kinds = [new("results-only", [], [new("xgboost", null, new TreeEnsemble(0.5f, [], []))], [1], null)] });
        var held = await Stages.Promote.Consume<ModelHeld>(constant);
        var refreshed = await Stages.Predict.Consume<PredictionsRefreshed>(held);
        var drift = await Stages.DriftCheck.Consume<DriftChecked>(refreshed);
        var smoke = $"smoke, results-only: {constant.HoldOutRows} forecasts sum to one; home wins spread by 0.0000, at least 0.005";
        using (Assert.EnterMultipleScope())
        {
            Assert.That((held.ModelId, held.ChampionModelId, held.Reasons), Is.EqualTo((constant.ModelId, (string?)null, new[] { smoke })));
            Assert.That(await Aliases(), Is.EqualTo([$"held {constant.ModelId}"]));
            Assert.That((refreshed.ModelId, refreshed.Forecasts, refreshed.NewForecasts), Is.EqualTo(((string?)null, 0, 0)));
            Assert.That(refreshed.Fixtures, Is.GreaterThan(0));
            Assert.That(refreshed.Reasons, Is.EqualTo(["there is no champion", smoke]));
            Assert.That((drift.ModelId, drift.Features), Is.EqualTo(((string?)null, 0)));
        }
    }

    [Test]
    public async Task Says_without_a_champion_that_one_match_can_t_be_forecast()
    {
        var no = await Stages.Predict.Consume<MatchNotPredicted>(new PredictMatch(Guid.NewGuid(), "E0", "any", "other", null, new DateTime(2025, 2, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.That((no.Field, no.Reason), Is.EqualTo(("", "no model has been promoted yet; run the cascade first")));
    }

    [Test]
    public async Task Holds_a_model_that_knows_less_than_the_class_marginals()
    {
        var reversed = await Made(trained => trained with { Kinds = [trained.Kinds[0] with { Parts = [.. trained.Kinds[0].Parts.Select(Reversed)] }] });
        var held = await Stages.Promote.Consume<ModelHeld>(reversed);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(held.Reasons, Has.Length.EqualTo(1).And.All.StartsWith("candidate, results-only: log loss "));
            Assert.That(await Aliases(), Is.EqualTo([$"smoke {reversed.ModelId}", $"held {reversed.ModelId}"]));
        }
    }

    [Test]
    public async Task Holds_the_same_model_of_another_run_as_the_champion_already()
    {
        var first = await Stages.Promote.Consume<ModelPromoted>(Trained);
        var another = Trained;
        var held = await Stages.Promote.Consume<ModelHeld>(another);
        var again = await Stages.Promote.Consume<ModelHeld>(another);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((held.ChampionModelId, held.Reasons), Is.EqualTo((first.ModelId, new[] { "this model is the champion already" })));
            Assert.That((again.Run, again.Reasons, again.Step.Remembered), Is.EqualTo((another.Run, held.Reasons, true)));
            Assert.That((await Aliases())[3..], Is.EqualTo([$"held {first.ModelId}"]));
        }
    }

    [Test]
    public async Task Holds_a_model_whose_dataset_is_older_than_the_champion_s()
    {
        await Champion("newer", datasetVersion: 5);
        var held = await Stages.Promote.Consume<ModelHeld>(Trained);
        Assert.That((held.ChampionModelId, held.Reasons), Is.EqualTo(("newer", new[] { "its dataset 1 is older than the champion's 5" })));
    }

    [Test]
    public async Task Promotes_where_the_champion_reads_another_feature_schema()
    {
        await Made(trained => trained, id: "other", schema: "another schema");
        await Champion("other", datasetVersion: 1);
        var said = await Stages.Promote.Consume<ModelPromoted>(Trained);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(said.PreviousModelId, Is.EqualTo("other"));
            Assert.That(said.Evidence[^1], Does.StartWith("champion, ").And.EndsWith(": there is none to be held against that reads these features"));
        }
    }

    [Test]
    public async Task Forecasts_nothing_with_a_champion_that_reads_another_feature_schema()
    {
        await Made(trained => trained, id: "other", schema: "another schema");
        await Champion("other", datasetVersion: 1);
        var held = new ModelHeld(Trained.Run, "any", "other", Trained.DatasetVersion, Trained.FeatureSetVersion, ["worse"], Trained.Step);
        var refreshed = await Stages.Predict.Consume<PredictionsRefreshed>(held);
        var drift = await Stages.DriftCheck.Consume<DriftChecked>(refreshed);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((refreshed.ModelId, refreshed.Forecasts), Is.EqualTo(("other", 0)));
            Assert.That(refreshed.Reasons, Is.EqualTo(["the champion reads another feature schema than the one built"]));
            Assert.That((drift.ModelId, drift.Features), Is.EqualTo(("other", 0)));
        }
    }

    [Test]
    public async Task Decides_once_where_two_replicas_have_the_same_message()
    {
        await using var replica = StageHost.Of<PromoteModelConsumer>("promote", Stages.Database);
        var message = Trained;
        Task<object[]> one, other;
        await using (var connection = await Stages.Database.Open())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await PromoteSql.Lock(connection, CancellationToken.None);
            (one, other) = (Stages.Promote.Consume(message), replica.Consume(message));
            while (await Stages.Database.Value<int>("select count(*)::int from pg_locks join pg_database d on d.oid = database where datname = current_database() and locktype = 'advisory' and not granted") < 2)
                await Task.Delay(5);
            await transaction.RollbackAsync();
        }
        var said = await one;
        await other;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(said, Has.Length.EqualTo(1).And.All.InstanceOf<ModelPromoted>());
            Assert.That(await other, Has.Length.EqualTo(1).And.All.InstanceOf<ModelPromoted>());
            Assert.That(await Aliases(), Has.Length.EqualTo(3));
        }
    }

    [Test]
    public async Task Gives_a_model_up_that_does_not_exist()
    {
        var error = (await Assert.ThrowsAsync<StageFaultedException>(() => Stages.Promote.Consume(Trained with { ModelId = "none" })))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Is.EqualTo("there is no model none"));
            Assert.That(await Aliases(), Is.Empty);
        }
    }

    /// <summary>Stores a model made from the trained one.</summary>
    async Task<ModelTrained> Made(Func<ModelArtifact, ModelArtifact> make, string? id = null, string? schema = null)
    {
        var bytes = make(ModelArtifact.Read(await Stages.Database.Value<byte[]>("select artifact from train.model where model_id = @ModelId", new { model!.ModelId }))).Write();
        var modelId = id ?? ModelArtifact.IdOf(bytes);
        await Stages.Database.Execute("""
            insert into train.model
            select @id, kinds, coalesce(@schema, schema_hash), dataset_version, feature_set_version, run_id, hold_out_from, hold_out_to, @bytes, scores, created_at
            from train.model where model_id = @trained
            on conflict do nothing
            """, new { id = modelId, schema, bytes, trained = model.ModelId });
        return Trained with { ModelId = modelId };
    }

    Task Champion(string modelId, int datasetVersion) => Stages.Database.Execute("""
        insert into promote.alias_log (alias, model_id, run_id, dataset_version, evidence, at)
        values ('champion', @modelId, gen_random_uuid(), @datasetVersion, '[]', now())
        """, new { modelId, datasetVersion });

    async Task<string[]> Aliases() => [.. await Stages.Database.Rows<string>("select alias || ' ' || model_id from promote.alias_log order by sequence")];

    /// <summary>Says of the home team what the model says of the away team.</summary>
    static ModelPart Reversed(ModelPart part)
    {
        var start = part.Start!;
        var width = start.Columns.Length + 1;
        var (home, draw, away) = (start.Weights[..width], start.Weights[width..(2 * width)], start.Weights[(2 * width)..]);
        return new ModelPart(part.Learner, new(start.Columns, start.Means, start.Scales, [.. away, .. draw, .. home]), new TreeEnsemble(0.5f, [], []));
    }
}
