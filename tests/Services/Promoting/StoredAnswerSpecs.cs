using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting.Models;
using Soccer.Predict;
using Soccer.Services.Tests.Scratch;
using Soccer.Tables.Predict;

namespace Soccer.Services.Tests.Promoting;

/// <summary>What Predict stores of requests: once, by one model each, whatever is promoted meanwhile.</summary>
sealed partial class StoredAnswerSpecs
{
    static readonly DateTime Now = new(2025, 2, 1, 12, 0, 0, DateTimeKind.Utc);
    PromotionTrial? started;
    string[] teams = [];

    PromotionTrial Trial => started!;

    StageHost Predict => Trial.Stages.Predict;

    [OneTimeSetUp]
    public async Task Train()
    {
        started = await PromotionTrial.Start();
        teams = [.. await Trial.Stages.Database.Rows<string>("select name from validate.team order by name")];
    }

    [SetUp]
    public async Task Promote()
    {
        await Trial.Forget();
        await Trial.Champion(Trial.Trained.ModelId, datasetVersion: 1);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (started is not null)
            await started.DisposeAsync();
    }

    [Test]
    public async Task A_request_is_answered_once_however_often_it_comes()
    {
        var request = new PredictMatch(Guid.NewGuid(), "E0", teams[0], teams[1], null, Now);
        await Deliver(request);
        var first = await Stored(request.RequestId);
        await Deliver(request);
        var again = await Stored(request.RequestId);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again, Is.EqualTo(first));
            Assert.That(first.ModelId, Is.EqualTo(Trial.Trained.ModelId));
            Assert.That(MatchAnswer.Read(first.Matches).Single().Forecast!.Home, Is.EqualTo(teams[0]));
        }
    }

    [Test]
    public async Task Many_requests_at_once_are_answered_each_by_itself()
    {
        var requests = Enumerable.Range(0, 300).Select(at => new PredictMatch(Guid.NewGuid(), "E0", teams[at % teams.Length], teams[(at + 1 + at / teams.Length) % teams.Length], null, Now)).ToList();
        await Task.WhenAll(requests.Select(Deliver));
        foreach (var request in requests)
        {
            var answer = MatchAnswer.Read((await Stored(request.RequestId)).Matches).Single();
            Assert.That((answer.Forecast?.Home, answer.Forecast?.Away), Is.EqualTo(request.Home == request.Away ? (null, null) : ((string?)request.Home, (string?)request.Away)));
        }
    }

    [Test]
    public async Task One_match_that_can_t_be_forecast_leaves_the_others_of_its_list_alone()
    {
        var list = new PredictMatches(Guid.NewGuid(), [new(teams[0], teams[1]), new("nobody", teams[1]), new(teams[2], teams[3])], Now);
        await Predict.Consume<PredictionsAnswered>(list);
        var answers = MatchAnswer.Read((await Stored(list.RequestId)).Matches);
        Assert.That(answers.Select(answer => answer.Refusal?.Field), Is.EqualTo(new[] { null, "home", null }));
    }

    [Test]
    public async Task A_request_whose_deadline_has_passed_is_answered_as_expired()
    {
        var late = new PredictMatches(Guid.NewGuid(), [new(teams[0], teams[1])], Now, Deadline: Now);
        await Predict.Consume<PredictionsAnswered>(late);
        Assert.That(MatchAnswer.Read((await Stored(late.RequestId)).Matches).Single().Refusal!.Field, Is.EqualTo(Refusal.Deadline));
    }

    [Test]
    public async Task Of_requests_taken_together_only_those_whose_deadline_has_passed_are_answered_as_expired()
    {
        PredictMatch[] requests = [.. Enumerable.Range(0, 6).Select(number =>
            new PredictMatch(Guid.NewGuid(), null, teams[0], teams[1], null, Now, Deadline: number % 2 == 0 ? Now : null))];
        await Task.WhenAll(requests.Select(Deliver));
        foreach (var request in requests)
            Assert.That(MatchAnswer.Read((await Stored(request.RequestId)).Matches).Single().Refusal?.Field, Is.EqualTo(request.Deadline == Now ? Refusal.Deadline : null));
    }

    [Test]
    public async Task One_that_was_too_late_and_is_sent_again_with_another_deadline_is_forecast_after_all()
    {
        var late = new PredictMatches(Guid.NewGuid(), [new(teams[0], teams[1])], Now, Deadline: Now);
        foreach (var sent in new[] { late, late with { Deadline = null }, late })
            await Predict.Consume<PredictionsAnswered>(sent);
        Assert.That(MatchAnswer.Read((await Stored(late.RequestId)).Matches).Single().Forecast?.Home, Is.EqualTo(teams[0]));
    }

    [Test]
    public async Task An_answer_is_stored_with_the_key_that_asked()
    {
        var one = new PredictMatch(Guid.NewGuid(), "E0", teams[0], teams[1], null, Now, Owner: "a-key");
        var list = new PredictMatches(Guid.NewGuid(), [new(teams[0], teams[1])], Now, Owner: "a-key");
        var late = list with { RequestId = Guid.NewGuid(), Deadline = Now };
        var before = list with { RequestId = Guid.NewGuid(), Owner = null };
        foreach (var request in (object[])[one, list, late, before])
            await Predict.Consume<PredictionsAnswered>(request);
        var owners = new[] { one.RequestId, list.RequestId, late.RequestId, before.RequestId }
            .Select(id => Trial.Stages.Database.Value<string?>("select owner from predict.answer where request_id = @id", new { id }));
        Assert.That(await Task.WhenAll(owners), Is.EqualTo(new[] { "a-key", "a-key", "a-key", null }));
    }

    [Test]
    public async Task Forecasts_say_why_where_that_is_asked()
    {
        var list = new PredictMatches(Guid.NewGuid(), [new(teams[0], teams[1]), new("nobody", teams[1]), new(teams[2], teams[3], Odds: [1.9, 3.6, 4.1])], Now, Explain: true);
        await Predict.Consume<PredictionsAnswered>(list);
        var answers = MatchAnswer.Read((await Stored(list.RequestId)).Matches);
        Assert.That(answers.Select(answer => answer.Forecast?.Why?.Kind), Is.EqualTo(new[] { answers[0].Forecast!.Kind, null, ModelKinds.MarketAware }));
        foreach (var forecast in answers.Select(answer => answer.Forecast).OfType<MatchForecast>())
        {
            var why = forecast.Why!.Margins.ToProbabilities();
            Assert.That(new[] { why.Home, why.Draw, why.Away }, Is.EqualTo(new[] { forecast.HomeWin, forecast.Draw, forecast.AwayWin }).Within(1e-5));
        }
    }

    [Test]
    public async Task What_a_model_can_t_explain_is_refused()
    {
        var unknowing = (await Trial.Made(trained => trained with { Kinds = [new("results-only", [], [new("xgboost", null, new TreeEnsemble(0.5f, [0, 1, 2], [TreeNode.Leaf(1), TreeNode.Leaf(0), TreeNode.Leaf(0)]))], [1], null)] })).ModelId;
        await Trial.Champion(unknowing, datasetVersion: 1);
        var request = new PredictMatches(Guid.NewGuid(), [new(teams[0], teams[1])], Now, Explain: true);
        await Predict.Consume<PredictionsAnswered>(request);
        var refusal = MatchAnswer.Read((await Stored(request.RequestId)).Matches).Single().Refusal!;
        Assert.That(refusal.Field, Is.EqualTo("explain"));
        Assert.That(refusal.Reason, Does.Contain("Train the model again"));
    }

    [Test]
    public async Task An_answer_is_kept_for_seven_days()
    {
        PredictMatches[] asked = [.. Enumerable.Range(0, 2).Select(_ => new PredictMatches(Guid.NewGuid(), [new(teams[0], teams[1])], Now))];
        foreach (var request in asked)
            await Predict.Consume<PredictionsAnswered>(request);
        await Trial.Stages.Database.Execute("update predict.answer set answered_at = now() - interval '7 days 1 minute' where request_id = @RequestId", new { asked[0].RequestId });
        await Trial.Stages.Database.Execute("update predict.answer set answered_at = now() - interval '6 days 23 hours' where request_id = @RequestId", new { asked[1].RequestId });
        // It looks for old ones when it starts, and every hour.
        await using var next = StageHost.Of<RefreshPredictionsConsumer>("predict", Trial.Stages.Database);
        Assert.That(async () => await Answers(asked[0].RequestId), Is.Zero.After(30_000, 50));
        Assert.That(await Answers(asked[1].RequestId), Is.EqualTo(1));
    }

    [Test]
    public async Task For_how_many_days_answers_are_kept_is_published()
    {
        await IsPublished(7);
        await Restarted("3650", 3650);
        await Restarted("7", 7);

        async Task Restarted(string setting, int days)
        {
            await using var next = StageHost.Of<RefreshPredictionsConsumer>(
                "predict", Trial.Stages.Database, new() { ["Predict:AnswerDays"] = setting });
            await IsPublished(days);
        }

        Task IsPublished(int days) =>
            Eventually.Happens(async () => await Trial.Stages.Database.Value<int>("select days from predict.answer_retention") == days);
    }

    Task<long> Answers(Guid request) => Trial.Stages.Database.Value<long>("select count(*) from predict.answer where request_id = @request", new { request });

    // A request has been consumed when its batch is stored.
    Task Deliver(PredictMatch request) => Predict.Consume(request);

    async Task<(string ModelId, string Matches)> Stored(Guid request) =>
        (await Trial.Stages.Database.Rows<(string, string)>($"select model_id, matches from predict.answer where request_id = '{request}'")).Single();
}
