using System.Text.Json;
using Soccer.Contracts.Train.V1;
using Soccer.Services.Tests.Scratch;
using Soccer.Tables.Featurize;
using static Soccer.Services.Tests.Scratch.Sayings;

namespace Soccer.Services.Tests.Cascading;

/// <summary>Backtests on the matches of the two runs.</summary>
sealed class BacktestSpecs
{
    readonly Cascade cascade = TwoRuns.Cascade;

    [Test]
    public async Task Delivered_twice_it_says_the_same_from_memory_and_writes_nothing_more()
    {
        var command = new RunBacktest(Guid.NewGuid(), [2024], ["results-only"], null, "a test");
        var completed = await cascade.Train.Consume<BacktestCompleted>(command);
        var before = await cascade.Database.Content("train");
        var again = await cascade.Train.Consume<BacktestCompleted>(command);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Lasting(again), Is.EqualTo(Lasting(completed)));
            Assert.That(again.Step.Remembered);
            Assert.That(await cascade.Database.Content("train"), Is.EqualTo(before));
        }

        var report = JsonDocument.Parse((await cascade.Database.Rows<string>($"select report from train.backtest where report_id = '{completed.ReportId}'")).Single());
        var pooled = report.RootElement.GetProperty("slices")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(pooled.GetProperty("scores").EnumerateArray().Select(score => score.GetProperty("forecaster").GetString()),
                Is.EqualTo((string[])["class marginals", "results-only", "market opening", "market closing"]).And.EqualTo(completed.Pooled.Select(score => score.Forecaster)));
            Assert.That(pooled.GetProperty("matches").GetInt32(), Is.EqualTo(completed.Pooled[0].Matches).And.GreaterThan(0));
            Assert.That(completed.Pooled[1].LogLoss, Is.LessThan(completed.Pooled[0].LogLoss), "the model knows more than the marginals");
        }
    }

    [Test]
    public async Task Delivered_again_after_another_run_it_answers_for_the_feature_set_with_which_it_began()
    {
        var command = new RunBacktest(Guid.NewGuid(), [2024], ["results-only"], null, "a test");
        var completed = await cascade.Train.Consume<BacktestCompleted>(command);
        await cascade.Database.Execute("""
            insert into featurize.feature_set (version, schema_id, dataset_version, dataset_hash, hash, rows, as_of, created_at)
            select version + 1, schema_id, dataset_version, dataset_hash, 'another', rows, as_of, created_at from featurize.feature_set where version = 2
            """);
        try
        {
            await using var connection = await cascade.Database.Open();
            Assert.That((await FeatureSets.Newest(connection, CancellationToken.None))!.Version, Is.EqualTo(3));
            var again = await cascade.Train.Consume<BacktestCompleted>(command);
            Assert.That((completed.FeatureSetVersion, Lasting(again)), Is.EqualTo((2, Lasting(completed))));
        }
        finally
        {
            await cascade.Database.Execute("delete from featurize.feature_set where version = 3");
        }
    }

    [TestCase(1990, "1990/91")]
    [TestCase(2090, "2090/91")]
    public async Task Says_which_seasons_there_are_where_it_is_asked_for_another(int season, string named)
    {
        var failed = await cascade.Train.Consume<BacktestFailed>(new RunBacktest(Guid.NewGuid(), [season], ["results-only"], null, "a test"));
        Assert.That(failed.Field, Is.EqualTo("testSeasons"));
        Assert.That(failed.Reason, Does.Contain(named).And.Contain("2024/25"));
    }

    [Test]
    public async Task Refuses_a_kind_and_a_feature_set_that_do_not_exist()
    {
        var kind = await cascade.Train.Consume<BacktestFailed>(new RunBacktest(Guid.NewGuid(), [], ["clairvoyant"], null, "a test"));
        var features = await cascade.Train.Consume<BacktestFailed>(new RunBacktest(Guid.NewGuid(), [], [], 99, "a test"));
        Assert.That((kind.Field, features.Field), Is.EqualTo(("kinds", "featureSetVersion")));
    }
}
