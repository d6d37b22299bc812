using Dapper;
using Soccer.Contracts.Predict.V1;
using Soccer.Predict;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Promoting;

/// <summary>Requests do not wait while a new champion is loaded, and then are its own.</summary>
sealed class LoadingChampionSpecs
{
    static readonly DateTime Now = new(2025, 2, 1, 12, 0, 0, DateTimeKind.Utc);
    PromotionTrial? started;
    string[] teams = [];

    PromotionTrial Trial => started!;

    [OneTimeSetUp]
    public async Task Train()
    {
        started = await PromotionTrial.Start();
        teams = [.. await Trial.Stages.Database.Rows<string>("select name from validate.team order by name")];
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (started is not null)
            await started.DisposeAsync();
    }

    [Test]
    public async Task The_champion_before_answers_until_the_new_one_is_loaded()
    {
        var next = (await Trial.Made(trained => trained with { Kinds = [trained.Kinds[0]] })).ModelId;
        await Trial.Champion(Trial.Trained.ModelId, datasetVersion: 1);
        await using var predict = StageHost.Of<RefreshPredictionsConsumer>("predict", Trial.Stages.Database, new() { ["Predict:FreshForMilliseconds"] = "0", ["Predict:LoadSeconds"] = "600" });
        Assert.That(await ModelOf(predict), Is.EqualTo(Trial.Trained.ModelId));

        await using (var connection = await Trial.Stages.Database.Open())
        await using (var locking = await connection.BeginTransactionAsync())
        {
            // Who would load a model waits until this ends.
            await connection.ExecuteAsync("lock table train.model in access exclusive mode");
            await Trial.Champion(next, datasetVersion: 1);
            for (var request = 0; request < 20; request++)
                Assert.That(await ModelOf(predict), Is.EqualTo(Trial.Trained.ModelId));
        }
        Assert.That(async () => await ModelOf(predict), Is.EqualTo(next).After(30_000, 50));
    }

    [Test]
    public async Task After_a_while_requests_wait_for_the_new_one()
    {
        var next = (await Trial.Made(trained => trained with { Kinds = [trained.Kinds[0]] })).ModelId;
        await Trial.Champion(Trial.Trained.ModelId, datasetVersion: 1);
        await using var predict = StageHost.Of<RefreshPredictionsConsumer>("predict", Trial.Stages.Database, new() { ["Predict:FreshForMilliseconds"] = "0", ["Predict:LoadSeconds"] = "0" });
        Assert.That(await ModelOf(predict), Is.EqualTo(Trial.Trained.ModelId));
        await Trial.Champion(next, datasetVersion: 1);
        Assert.That(await ModelOf(predict), Is.EqualTo(next));
    }

    /// <summary>The model that answers a request.</summary>
    async Task<string> ModelOf(StageHost predict)
    {
        var request = new PredictMatches(Guid.NewGuid(), [new(teams[0], teams[1])], Now);
        await predict.Consume<PredictionsAnswered>(request);
        return await Trial.Stages.Database.Value<string>("select model_id from predict.answer where request_id = @RequestId", new { request.RequestId });
    }
}
