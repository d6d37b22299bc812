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
    PromotionTrial? started;

    PromotionTrial Trial => started!;

    [OneTimeSetUp]
    public async Task Train() => started = await PromotionTrial.Start();

    [SetUp]
    public Task Forget() => Trial.Forget();

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (started is not null)
            await started.DisposeAsync();
    }

    [Test]
    public async Task Promotes_a_first_model_by_way_of_smoke_and_candidate()
    {
        var said = await Trial.Stages.Promote.Consume<ModelPromoted>(Trial.Trained);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Trial.Aliases(), Is.EqualTo([$"smoke {said.ModelId}", $"candidate {said.ModelId}", $"champion {said.ModelId}"]));
            Assert.That(said.PreviousModelId, Is.Null);
            Assert.That(said.AliasSequence, Is.EqualTo(await Trial.Stages.Database.Value<long>("select max(sequence) from promote.alias_log where alias = 'champion'")));
        }
    }

    [Test]
    public async Task Holds_a_model_that_knows_less_than_the_class_marginals()
    {
        var reversed = await Trial.Made(trained => trained with { Kinds = [trained.Kinds[0] with { Parts = [.. trained.Kinds[0].Parts.Select(Reversed)] }] });
        var held = await Trial.Stages.Promote.Consume<ModelHeld>(reversed);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(held.Reasons, Has.Length.EqualTo(1).And.All.StartsWith("candidate, results-only: log loss "));
            Assert.That(await Trial.Aliases(), Is.EqualTo([$"smoke {reversed.ModelId}", $"held {reversed.ModelId}"]));
        }
    }

    [Test]
    public async Task Holds_the_same_model_of_another_run_as_the_champion_already()
    {
        var first = await Trial.Stages.Promote.Consume<ModelPromoted>(Trial.Trained);
        var another = Trial.Trained;
        var held = await Trial.Stages.Promote.Consume<ModelHeld>(another);
        var again = await Trial.Stages.Promote.Consume<ModelHeld>(another);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((held.ChampionModelId, held.Reasons), Is.EqualTo((first.ModelId, new[] { "this model is the champion already" })));
            Assert.That((again.Run, again.Reasons, again.Step.Remembered), Is.EqualTo((another.Run, held.Reasons, true)));
            Assert.That((await Trial.Aliases())[3..], Is.EqualTo([$"held {first.ModelId}"]));
        }
    }

    [Test]
    public async Task Holds_a_model_whose_dataset_is_older_than_the_champion_s()
    {
        await Trial.Champion("newer", datasetVersion: 5);
        var held = await Trial.Stages.Promote.Consume<ModelHeld>(Trial.Trained);
        Assert.That((held.ChampionModelId, held.Reasons), Is.EqualTo(("newer", new[] { "its dataset 1 is older than the champion's 5" })));
    }

    [Test]
    public async Task Holds_a_model_against_what_a_champion_of_another_feature_schema_said_of_the_same_matches()
    {
        await Trial.Made(trained => trained, id: "said", schema: "another schema");
        await Trial.Stages.Database.Execute(
            "insert into train.hold_out_forecasts select 'said', kind, forecasts from train.hold_out_forecasts where model_id = @ModelId", new { Trial.Trained.ModelId });
        await Trial.Champion("said", datasetVersion: 1);
        var said = await Trial.Stages.Promote.Consume<ModelPromoted>(Trial.Trained);
        Assert.That(said.Evidence[^1], Does.StartWith("champion, ").And.Contain("reads other features, +0.00000 [+0.00000, +0.00000] on "), "it is the same model");
    }

    [Test]
    public async Task Does_not_hold_a_model_of_an_earlier_day_against_a_champion_that_has_learnt_its_matches()
    {
        var later = await Trial.Made(trained => trained with { Kinds = [trained.Kinds[0]] }, holdOutFrom: new(2025, 2, 2));
        await Trial.Champion(later.ModelId, datasetVersion: 1);
        var said = await Trial.Stages.Promote.Consume<ModelPromoted>(Trial.Trained);
        Assert.That(said.Evidence[^1], Does.EndWith(": there is none to compare with on these matches"));
    }

    [Test]
    public async Task Holds_a_model_that_is_better_than_the_champion_but_worse_than_one_of_the_last_year()
    {
        var challenger = await BetweenAGoodAndABadChampion();
        var held = await Trial.Stages.Promote.Consume<ModelHeld>(challenger.Model);
        var rival = $"champion, results-only: log loss minus that of {challenger.Good}, the best of 1 past champions, ";
        Assert.That(held.Reasons, Has.Length.EqualTo(1).And.All.Match($@"^{rival}\+0\.\d+ \[.+\] on \d+ matches, at most \+0\.00030$"));
    }

    [Test]
    public async Task Holds_no_model_against_a_champion_of_more_than_a_year_ago()
    {
        var challenger = await BetweenAGoodAndABadChampion();
        try
        {
            await Trial.Stages.Database.Execute("""
                insert into featurize.feature_set (version, schema_id, dataset_version, dataset_hash, hash, rows, as_of, created_at)
                select 99, schema_id, dataset_version, dataset_hash, hash, rows, as_of - 366, created_at
                from featurize.feature_set
                where version = 1;
                update train.model set feature_set_version = 99 where model_id = @Good;
                """, new { challenger.Good });
            var said = await Trial.Stages.Promote.Consume<ModelPromoted>(challenger.Model);
            Assert.That(said.Evidence, Has.None.Contains(challenger.Good));
        }
        finally
        {
            await Trial.Stages.Database.Execute("""
                update train.model set feature_set_version = 1;
                delete from featurize.feature_set where version = 99;
                """);
        }
    }

    [Test]
    public async Task Promotes_where_the_champion_reads_another_feature_schema_and_kept_nothing_that_it_said()
    {
        await Trial.Made(trained => trained, id: "other", schema: "another schema");
        await Trial.Champion("other", datasetVersion: 1);
        var said = await Trial.Stages.Promote.Consume<ModelPromoted>(Trial.Trained);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(said.PreviousModelId, Is.EqualTo("other"));
            Assert.That(said.Evidence[^1], Does.StartWith("champion, ").And.EndsWith(": there is none to compare with on these matches"));
        }
    }

    [Test]
    public async Task Decides_once_where_two_replicas_have_the_same_message()
    {
        await using var replica = StageHost.Of<PromoteModelConsumer>("promote", Trial.Stages.Database);
        var message = Trial.Trained;
        Task<object[]> one, other;
        await using (var connection = await Trial.Stages.Database.Open())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await PromoteSql.Lock(connection, CancellationToken.None);
            (one, other) = (Trial.Stages.Promote.Consume(message), replica.Consume(message));
            while (await Trial.Stages.Database.Value<int>("select count(*)::int from pg_locks join pg_database d on d.oid = database where datname = current_database() and locktype = 'advisory' and not granted") < 2)
                await Task.Delay(5);
            await transaction.RollbackAsync();
        }
        var said = await one;
        await other;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(said, Has.Length.EqualTo(1).And.All.InstanceOf<ModelPromoted>());
            Assert.That(await other, Has.Length.EqualTo(1).And.All.InstanceOf<ModelPromoted>());
            Assert.That(await Trial.Aliases(), Has.Length.EqualTo(3));
        }
    }

    [Test]
    public async Task Gives_a_model_up_that_does_not_exist()
    {
        var error = (await Assert.ThrowsAsync<StageFaultedException>(() => Trial.Stages.Promote.Consume(Trial.Trained with { ModelId = "none" })))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Is.EqualTo("there is no model none"));
            Assert.That(await Trial.Aliases(), Is.Empty);
        }
    }

    /// <summary>A model between a past champion and the bad one that stands.</summary>
    async Task<(string Good, ModelTrained Model)> BetweenAGoodAndABadChampion()
    {
        var good = await Trial.Made(trained => trained with { Kinds = [trained.Kinds[0]], CodeVersion = "good" });
        var bad = await Trial.Made(trained => trained with
        {
            Kinds = [trained.Kinds[0] with { Parts = [.. trained.Kinds[0].Parts.Select(Reversed)] }],
        });
        await Trial.Champion(good.ModelId, datasetVersion: 1);
        await Trial.Champion(bad.ModelId, datasetVersion: 1);
        return (good.ModelId, await Trial.Made(trained => trained with { Kinds = [Blended(trained.Kinds[0])] }));
    }

    static KindModel Blended(KindModel kind) => kind with
    {
        Parts = [.. kind.Parts, .. kind.Parts.Select(Reversed)],
        Weights = [.. kind.Weights!.Select(weight => 0.7 * weight), .. kind.Weights!.Select(weight => 0.3 * weight)],
    };

    /// <summary>Says of the home team what the model says of the away team.</summary>
    static ModelPart Reversed(ModelPart part)
    {
        if (part.Goals is { } goals)
            return new ModelPart(part.Learner, null, null, new(goals.Columns, goals.Means, goals.Scales, goals.AwayWeights, goals.HomeWeights, goals.Rho));

        var start = part.Start!;
        var width = start.Columns.Length + 1;
        var (home, draw, away) = (start.Weights[..width], start.Weights[width..(2 * width)], start.Weights[(2 * width)..]);
        return new ModelPart(part.Learner, new(start.Columns, start.Means, start.Scales, [.. away, .. draw, .. home]), new TreeEnsemble(0.5f, [], []));
    }
}
