using Dapper;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting.Models;
using Soccer.Predict;
using Soccer.Services.Tests.Scratch;
using Soccer.Tables.Predict;

namespace Soccer.Services.Tests.Promoting;

// While a newer champion, or newer team state, is loaded.
sealed partial class StoredAnswerSpecs
{
    [TestCase(0)]
    [TestCase(600)]
    public async Task No_answer_mixes_two_models_though_they_take_turns_as_champion_all_the_while(double loadSeconds)
    {
        await using var predict = Loading(loadSeconds);
        var indifferent = (await Trial.Made(trained => trained with { Kinds = [new("results-only", [], [new("xgboost", null, new TreeEnsemble(0.5f, [], []))], [1], null)] })).ModelId;
        AskedMatch[] matches = [.. Enumerable.Range(1, teams.Length - 1).Select(away => new AskedMatch(teams[0], teams[away]))];
        var lists = Enumerable.Range(0, 60).Select(_ => new PredictMatches(Guid.NewGuid(), matches, Now)).ToList();
        var answering = Task.WhenAll(lists.Select(list => predict.Consume<PredictionsAnswered>(list)));
        for (var turn = 0; !answering.IsCompleted; turn++)
            await Trial.Champion(turn % 2 == 0 ? indifferent : Trial.Trained.ModelId, datasetVersion: 1);
        await answering;

        foreach (var list in lists)
        {
            var (model, answers) = await Stored(list.RequestId);
            var chances = MatchAnswer.Read(answers).Select(answer => answer.Forecast!.HomeWin);
            Assert.That(chances, model == indifferent ? Is.All.EqualTo(1 / 3.0).Within(1e-6) : Is.All.Not.EqualTo(1 / 3.0).Within(1e-6), model);
        }
    }

    [Test]
    public async Task The_champion_before_answers_until_the_new_one_is_loaded()
    {
        var next = await Other(0);
        await using var predict = Loading(600);
        Assert.That(await ModelOf(predict), Is.EqualTo(Trial.Trained.ModelId));
        await WhileNobodyLoads(async () =>
        {
            await Trial.Champion(next, datasetVersion: 1);
            for (var request = 0; request < 20; request++)
                Assert.That(await ModelOf(predict), Is.EqualTo(Trial.Trained.ModelId));
        });
        Assert.That(async () => await ModelOf(predict), Is.EqualTo(next).After(30_000, 50));
    }

    [Test]
    public async Task After_a_while_requests_wait_for_the_new_champion_though_another_has_come_meanwhile()
    {
        var (next, last) = (await Other(0), await Other(1));
        await using var predict = Loading(0.2);
        Assert.That(await ModelOf(predict), Is.EqualTo(Trial.Trained.ModelId));
        var waits = Task.FromResult("");
        await WhileNobodyLoads(async () =>
        {
            await Trial.Champion(next, datasetVersion: 1);
            Assert.That(await ModelOf(predict), Is.EqualTo(Trial.Trained.ModelId));
            // The while counts from when the old one was outdated, not from when the newest came.
            await Task.Delay(TimeSpan.FromSeconds(0.3));
            await Trial.Champion(last, datasetVersion: 1);
            waits = ModelOf(predict);
        });
        Assert.That(await waits, Is.EqualTo(last));
    }

    [Test]
    public async Task What_the_champion_before_refuses_waits_for_the_new_one()
    {
        var next = await Other(0);
        await using var predict = Loading(600);
        Assert.That(await ModelOf(predict), Is.EqualTo(Trial.Trained.ModelId));
        var newcomers = new PredictMatches(Guid.NewGuid(), [new("Newcomers", teams[0], "E0")], Now);
        var waits = Task.CompletedTask;
        try
        {
            await WhileNobodyLoads(async () =>
            {
                await Trial.Stages.Database.Execute("insert into validate.team select max(team_id) + 1, min(country), 'Newcomers' from validate.team");
                await Trial.Champion(next, datasetVersion: 1);
                waits = predict.Consume<PredictionsAnswered>(newcomers);
                Assert.That(await ModelOf(predict), Is.EqualTo(Trial.Trained.ModelId));
            });
            await waits;
        }
        finally
        {
            await Trial.Stages.Database.Execute("delete from validate.team where name = 'Newcomers'");
        }
        var (model, answers) = await Stored(newcomers.RequestId);
        Assert.That((model, MatchAnswer.Read(answers).Single().Forecast?.Home), Is.EqualTo((next, "Newcomers")));
    }

    [Test]
    public async Task A_match_without_a_day_is_on_the_day_after_the_newest_run_though_its_team_state_is_still_being_loaded()
    {
        await using var predict = Loading(600);
        var before = await ForecastOf(predict);
        try
        {
            await WhileNobodyLoads(async () =>
            {
                await Trial.Stages.Database.Execute("""
                    insert into featurize.feature_set
                    select version + 1, schema_id, dataset_version, dataset_hash, hash, rows, as_of + 7, created_at from featurize.feature_set order by version desc limit 1;
                    insert into featurize.team_state select version + 1, state from featurize.team_state order by version desc limit 1;
                    """);
                Assert.That((await ForecastOf(predict)).Date, Is.EqualTo(before.Date.AddDays(7)));
            });
        }
        finally
        {
            await Trial.Stages.Database.Execute("""
                delete from featurize.team_state where version = (select max(version) from featurize.feature_set);
                delete from featurize.feature_set where version = (select max(version) from featurize.feature_set);
                """);
        }
    }

    [Test]
    public async Task A_champion_that_does_not_read_the_features_is_waited_for_no_longer_than_another()
    {
        var unfit = (await Trial.Made(trained => trained, id: "unfit", schema: "another schema")).ModelId;
        await using var patient = Loading(600);
        await using var hasty = Loading(0);
        Assert.That((await ModelOf(patient), await ModelOf(hasty)), Is.EqualTo((Trial.Trained.ModelId, Trial.Trained.ModelId)));
        await Trial.Champion(unfit, datasetVersion: 1);
        Assert.That((await ModelOf(patient), await RefusalOf(hasty)), Is.EqualTo((Trial.Trained.ModelId, "the champion reads another feature schema than the newest one; a run with training is due")));
        await Trial.Champion(Trial.Trained.ModelId, datasetVersion: 1);
        Assert.That((await ModelOf(patient), await ModelOf(hasty)), Is.EqualTo((Trial.Trained.ModelId, Trial.Trained.ModelId)));
    }

    [Test]
    public async Task A_champion_that_could_not_be_loaded_is_loaded_again()
    {
        var broken = await Other(0);
        var artifact = await Trial.Stages.Database.Value<byte[]>("select artifact from train.model where model_id = @broken", new { broken });
        await using var predict = Loading(600);
        Assert.That(await ModelOf(predict), Is.EqualTo(Trial.Trained.ModelId));
        await Trial.Stages.Database.Execute("update train.model set artifact = @bytes where model_id = @broken", new { broken, bytes = new byte[] { 1 } });
        await Trial.Champion(broken, datasetVersion: 1);
        Assert.That(await ModelOf(predict), Is.EqualTo(Trial.Trained.ModelId));
        await Trial.Stages.Database.Execute("update train.model set artifact = @artifact where model_id = @broken", new { broken, artifact });
        Assert.That(async () => await ModelOf(predict), Is.EqualTo(broken).After(30_000, 50));
    }

    /// <summary>A Predict that looks for a newer champion at every request.</summary>
    StageHost Loading(double seconds) => StageHost.Of<RefreshPredictionsConsumer>(
        "predict", Trial.Stages.Database, new() { ["Predict:FreshForMilliseconds"] = "0", ["Predict:LoadSeconds"] = FormattableString.Invariant($"{seconds}") });

    /// <summary>A model with one of the kinds that were trained.</summary>
    async Task<string> Other(int kind) => (await Trial.Made(trained => trained with { Kinds = [trained.Kinds[kind]] })).ModelId;

    /// <summary>Does something while whoever would load a model waits.</summary>
    async Task WhileNobodyLoads(Func<Task> act)
    {
        await using var connection = await Trial.Stages.Database.Open();
        await using var locking = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("lock table train.model in access exclusive mode");
        await act();
    }

    async Task<string> ModelOf(StageHost predict) => (await Stored(await Ask(predict))).ModelId;

    async Task<MatchForecast> ForecastOf(StageHost predict) => MatchAnswer.Read((await Stored(await Ask(predict))).Matches).Single().Forecast!;

    async Task<string> RefusalOf(StageHost predict) => MatchAnswer.Read((await Stored(await Ask(predict))).Matches).Single().Refusal!.Reason;

    async Task<Guid> Ask(StageHost predict)
    {
        var request = new PredictMatches(Guid.NewGuid(), [new(teams[0], teams[1])], Now);
        await predict.Consume<PredictionsAnswered>(request);
        return request.RequestId;
    }
}
