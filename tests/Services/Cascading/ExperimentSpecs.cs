using System.Text.Json;
using Npgsql;
using Soccer.Contracts.Featurize.V1;
using Soccer.Contracts.Train.V1;
using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;
using Soccer.Services.Tests.Scratch;
using Soccer.Tables.Train;
using Score = Soccer.Contracts.Train.V1.Score;

namespace Soccer.Services.Tests.Cascading;

/// <summary>The record of fits, and the forecasts by which models are compared.</summary>
sealed class ExperimentSpecs
{
    readonly Cascade cascade = TwoRuns.Cascade;
    readonly FeaturesBuilt built = (FeaturesBuilt)TwoRuns.First[typeof(FeaturesBuilt)].Event;
    readonly ModelTrained trained = (ModelTrained)TwoRuns.First[typeof(ModelTrained)].Event;

    [Test]
    public async Task A_training_leaves_a_row_a_kind_with_what_it_was_made_of_how_good_it_is_and_what_it_cost()
    {
        var rows = (await Rows("final")).ToDictionary(row => row.Kind);
        Assert.That(rows.Keys, Is.EquivalentTo(ModelKinds.All));
        foreach (var (kind, row) in rows)
        {
            var folds = Folds(row);
            using (Assert.EnterMultipleScope())
            {
                Assert.That((row.RunId, row.ModelId, row.DatasetHash, row.FeatureSetHash, row.SchemaHash, row.CodeVersion, row.Libraries), Is.EqualTo(
                    ((Guid?)trained.Run.Id, trained.ModelId, built.DatasetHash, built.FeatureSetHash, built.SchemaHash, trained.Step.CodeVersion, trained.Libraries)));
                Assert.That((row.StudyId, row.BacktestId), Is.EqualTo(((string?)null, (Guid?)null)));
                Assert.That(JsonDocument.Parse(row.Parameters).RootElement.GetProperty($"{kind}.learners").GetString(), Does.StartWith(kind == ModelKinds.MarketAware ? "price" : "logistic"));
                Assert.That(folds.Select(fold => fold.Fold).Distinct(), Is.EqualTo(new[] { FoldScore.Stop, FoldScore.HoldOut }));
                Assert.That((row.JudgedOn, row.LogLoss!.Value, row.JudgedMatches!.Value), Is.EqualTo((FoldScore.HoldOut, Said(kind).LogLoss, Said(kind).Matches)));
                Assert.That(folds.Single(fold => fold.Score.Forecaster == $"{kind}, matches with opening odds").Score.LogLoss, Is.EqualTo(Said($"{kind}, matches with opening odds").LogLoss));
                Assert.That((row.FitMatches, row.StopMatches!.Value), kind == ModelKinds.MarketAware ? Is.LessThanOrEqualTo((trained.FitRows, trained.StopRows)) : Is.EqualTo((trained.FitRows, trained.StopRows)));
                Assert.That(row.Seconds, Is.GreaterThan(0));
                Assert.That(row.PeakBytes, Is.GreaterThan(0));
            }
        }

        Score Said(string forecaster) => trained.HoldOut.Single(score => score.Forecaster == forecaster);
    }

    [Test]
    public async Task The_forecasts_that_are_kept_are_those_that_the_model_was_judged_by()
    {
        var results = (await cascade.Database.Rows<(long Match, short Home, short Away)>("""
            select match_id, home_goals, away_goals from validate.match
            where home_goals is not null and from_version <= @DatasetVersion and (to_version is null or to_version > @DatasetVersion)
            """, new { built.DatasetVersion })).ToDictionary(row => row.Match, row => new Forecasting.Score(row.Home, row.Away).Outcome);
        foreach (var kind in ModelKinds.All)
        {
            var bytes = await cascade.Database.Value<byte[]>("select forecasts from train.hold_out_forecasts where model_id = @ModelId and kind = @kind", new { trained.ModelId, kind });
            var forecasts = MatchForecasts.Read(bytes);
            var served = forecasts.ByMatch();
            var score = trained.HoldOut.Single(score => score.Forecaster == kind);
            using (Assert.EnterMultipleScope())
            {
                Assert.That((forecasts.Matches.Length, served.Count), Is.EqualTo((trained.HoldOutRows, score.Matches)));
                Assert.That(LogLoss.Of([.. served.Values], (Outcome[])[.. served.Keys.Select(match => results[match])]), Is.EqualTo(score.LogLoss).Within(1e-12));
            }
        }
    }

    [Test]
    public async Task A_training_that_a_crash_cut_off_before_it_was_remembered_is_written_down_once()
    {
        var step = TwoRuns.First[typeof(ModelTrained)];
        var before = await cascade.Database.Content("train", published: true);
        await using var forgotten = await cascade.Database.Forget("train");
        var again = await step.Stage.Consume<ModelTrained>(step.Message);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((again.ModelId, again.Step.Remembered), Is.EqualTo((trained.ModelId, false)));
            Assert.That(await cascade.Database.Content("train", published: true), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task A_backtest_leaves_a_row_a_kind_and_season()
    {
        var command = new RunBacktest(Guid.NewGuid(), [2023], ["results-only"], null, "a test");
        await cascade.Train.Consume<BacktestCompleted>(command);
        await cascade.Train.Consume<BacktestCompleted>(command with { BacktestId = Guid.NewGuid() });
        var row = (await Rows("backtest")).Single(row => row.Season == 2023);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((row.BacktestId, row.Kind, row.RunId, row.ModelId), Is.EqualTo(((Guid?)command.BacktestId, "results-only", (Guid?)null, (string?)null)), "made once, used twice");
            Assert.That(Folds(row).Select(fold => fold.Fold).Distinct(), Is.EqualTo(new[] { FoldScore.Stop, "2023/24" }));
            Assert.That(Folds(row).Single(fold => fold.Score.Forecaster == "results-only").Score.LogLoss, Is.EqualTo(row.LogLoss));
            Assert.That(row.FitTo, Is.LessThan(row.StopFrom!.Value));
            Assert.That(row.StopTo, Is.LessThan(new DateOnly(2023, 7, 1)).And.LessThan(row.JudgedFrom!.Value));
            Assert.That((row.Seconds, row.PeakBytes), Is.GreaterThan((0d, 0L)));
        }
    }

    [TestCase("update train.experiment set log_loss = 0")]
    [TestCase("delete from train.experiment")]
    [TestCase("truncate train.experiment")]
    [TestCase("update train.hold_out_forecasts set forecasts = ''")]
    public async Task Nothing_that_stands_there_can_be_changed_not_even_by_Train(string sql)
    {
        await using var connection = new NpgsqlConnection(cascade.Database.ConnectionOf("train"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        Assert.That(async () => await command.ExecuteNonQueryAsync(), Throws.TypeOf<PostgresException>().With.Property("SqlState").EqualTo(PostgresErrorCodes.InsufficientPrivilege));
    }

    async Task<IReadOnlyList<ExperimentRow>> Rows(string purpose)
    {
        await using var connection = new NpgsqlConnection(cascade.Database.ConnectionOf("api"));
        await connection.OpenAsync();
        return await Experiments.Newest(connection, purpose, null, 500, CancellationToken.None);
    }

    static FoldScore[] Folds(ExperimentRow row) => JsonSerializer.Deserialize<FoldScore[]>(row.Folds, Experiments.Json)!;
}
