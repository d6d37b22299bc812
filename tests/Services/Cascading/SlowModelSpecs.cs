using Microsoft.Extensions.DependencyInjection;
using Soccer.Contracts.Predict.V1;
using Soccer.Predict;
using Soccer.Services.Tests.Scratch;
using Soccer.Tables.Predict;

namespace Soccer.Services.Tests.Cascading;

/// <summary>
/// Requests for explanations while the model that explains takes longer to load than any caller waits. Every limit on the clock passes at
/// once.
/// </summary>
sealed class SlowModelSpecs
{
    readonly ScratchDatabase database = TwoRuns.Cascade.Database;
    StageHost? predict;
    string[] teams = [];

    [SetUp]
    public async Task Start()
    {
        teams = [.. await database.Rows<string>("select name from validate.team order by name limit 2")];
        predict = StageHost.Of<RefreshPredictionsConsumer>("predict", database, replace: services =>
            services.AddSingleton<TimeProvider>(new JumpingClock(new(2025, 2, 9, 12, 0, 0, TimeSpan.Zero), limit: TimeSpan.MaxValue)));
        // Now the champion is in memory, and only its explanations are still to be loaded.
        await predict.Consume(new PredictMatches(Guid.NewGuid(), [Match()], default));
    }

    [TearDown]
    public async Task Stop() => await predict!.DisposeAsync();

    [Test]
    public async Task An_accepted_request_waits_for_the_model_and_is_answered()
    {
        var request = new PredictMatches(Guid.NewGuid(), [Match()], default, Explain: true);
        Task<object[]> answering;
        await using (await database.Lock("train.model"))
        {
            answering = predict!.Consume(request);
            await Eventually.Happens(async () => answering.IsCompleted || await database.Waiting() > 0);
            Assert.That(answering.IsCompleted, Is.False, "it gave up before the model was loaded");
        }
        await answering;
        var stored = await database.Value<string>("select matches::text from predict.answer where request_id = @RequestId", request);
        Assert.That(MatchAnswer.Read(stored).Single().Forecast!.Why, Is.Not.Null);
    }

    [Test]
    public async Task A_caller_who_waits_in_the_request_is_told_that_the_model_is_late()
    {
        await using (await database.Lock("train.model"))
        {
            var answer = await predict!.Consume<MatchNotPredicted>(new PredictMatchNow(Guid.NewGuid(), Match(), default, Explain: true));
            var champion = await database.Value<string>("select model_id from promote.alias_log order by sequence desc limit 1");
            Assert.That((answer.Field, answer.Reason), Is.EqualTo(("", $"model {champion} was not loaded within 5 s")));
        }
    }

    AskedMatch Match() => new(teams[0], teams[1], "E0");
}
