using Soccer.Contracts.Train.V1;
using Soccer.Services.Tests.Scratch;
using Soccer.Train;

namespace Soccer.Services.Tests.Tuning;

/// <summary>What a study sends, stores and chooses, and that each of its messages may come again.</summary>
sealed class StudySpecs
{
    readonly StageHost train = TunedRun.Cascade.Train;
    readonly ScratchDatabase database = TunedRun.Cascade.Database;
    // Other specs of this folder make studies with other budgets.
    readonly object study = new { Study = TunedRun.Sent[0].StudyId, TunedRun.Built.Run.Id };

    [Test]
    public async Task Tries_every_trial_and_goes_on_with_the_best_third_and_the_configured_one()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TunedRun.Sent.Select(trial => trial.Round), Is.EqualTo((int[])[.. Enumerable.Repeat(1, 10), .. Enumerable.Repeat(2, 4), 3, 3]));
            Assert.That(TunedRun.Sent.Select(trial => trial.Share), Is.EqualTo((double[])[.. Enumerable.Repeat(1d / 9, 10), .. Enumerable.Repeat(1d / 3, 4), 1, 1]));
            Assert.That(await database.Rows<(int, int)>("select trial, round from train.trial where study_id = @Study order by round, trial", study),
                Is.EqualTo(TunedRun.Sent.Select(trial => (trial.Trial, trial.Round))));
            Assert.That(await database.Value<string>("select reason from train.study_outcome where study_id = @Study", study), Is.EqualTo("all 3 rounds are complete"));
        }
    }

    [Test]
    public async Task Writes_each_trial_down_as_a_fit_with_its_parameters_and_what_it_cost()
    {
        var fits = await database.Rows<(int Trial, int Round, double LogLoss, string Judged, bool Cost, string Depth, string Share)>("""
            select e.trial, e.round, e.log_loss, e.judged_on, e.seconds > 0 and e.peak_bytes > 0, e.parameters ->> 'results-only.depth', e.parameters ->> 'share'
            from train.experiment e join train.trial t using (study_id, trial, round)
            where e.purpose = 'trial' and e.study_id = @Study and e.run_id = @Id and e.log_loss = t.log_loss and e.fit_matches = t.fit_rows and e.rounds = t.boosting_rounds
            order by round, trial
            """, study);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(fits.Select(fit => (fit.Trial, fit.Round, fit.Depth)), Is.EqualTo(TunedRun.Sent.Select(trial => (trial.Trial, trial.Round, $"{trial.Depth}"))));
            Assert.That(fits.Select(fit => (fit.Judged, fit.Cost)), Is.All.EqualTo(("stop", true)));
            Assert.That(fits.Select(fit => double.Parse(fit.Share, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(TunedRun.Sent.Select(trial => trial.Share)));
        }
    }

    [Test]
    public async Task Trains_the_model_with_the_chosen_parameters_and_writes_them_into_it()
    {
        var chosen = await database.Value<int>("select chosen from train.study_outcome where study_id = @Study", study);
        var best = await database.Value<int>("select trial from train.trial where study_id = @Study and round = 3 order by log_loss, trial limit 1", study);
        var artifact = await Artifact(TunedRun.Trained.ModelId);
        var point = TunedRun.Sent.Last(trial => trial.Trial == chosen);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(chosen, Is.EqualTo(best));
            Assert.That(TunedRun.Trained.Run, Is.EqualTo(TunedRun.Built.Run));
            Assert.That(TunedRun.Trained.FeatureSetVersion, Is.EqualTo(TunedRun.Built.FeatureSetVersion));
            Assert.That(artifact["results-only.depth"], Is.EqualTo($"{point.Depth}"));
            Assert.That(double.Parse(artifact["results-only.learningRate"], System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(point.LearningRate));
            Assert.That(double.Parse(artifact["results-only.ridge"], System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(point.Ridge));
        }
    }

    [Test]
    public async Task Makes_the_same_model_from_memory_when_the_features_come_again()
    {
        var before = await database.Content("train");
        var again = await TunedRun.Train(train, TunedRun.Built);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.ModelId, Is.EqualTo(TunedRun.Trained.ModelId));
            Assert.That(again.Step.Remembered);
            Assert.That(await database.Content("train"), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task Shares_the_results_with_another_run_that_asks_for_the_same()
    {
        var (studies, trials) = (await Count("study"), await Count("trial"));
        var another = TunedRun.Built with { Run = TunedRun.Built.Run with { Id = Guid.NewGuid() } };
        var again = await TunedRun.Train(train, another);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((again.ModelId, again.Run.Id, again.Step.Remembered), Is.EqualTo((TunedRun.Trained.ModelId, another.Run.Id, true)));
            Assert.That((await Count("study"), await Count("trial")), Is.EqualTo((studies, trials)));
        }
    }

    [Test]
    public async Task Says_a_trial_s_result_again_and_writes_nothing()
    {
        var before = await database.Content("train");
        foreach (var trial in TunedRun.Sent)
        {
            var said = (await train.Consume(trial)).OfType<TrialEvaluated>().Single();
            Assert.That((said.StudyId, said.Trial, said.Round, said.Step.Remembered), Is.EqualTo((trial.StudyId, trial.Trial, trial.Round, true)));
        }
        Assert.That(await database.Content("train"), Is.EqualTo(before));
    }

    [Test]
    public async Task Works_a_trial_again_without_a_second_effect_where_a_crash_came_before_it_was_remembered()
    {
        var before = await database.Content("train", published: true);
        await using var forgotten = await database.Forget("train");
        var said = (await train.Consume(TunedRun.Sent[4])).OfType<TrialEvaluated>().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(said.Step.Remembered, Is.False);
            Assert.That(said.LogLoss, Is.EqualTo(await database.Value<double>("select log_loss from train.trial where study_id = @Study and round = 1 and trial = 5", study)));
            Assert.That(await database.Content("train", published: true), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task Only_the_result_that_took_a_round_on_does_so_again()
    {
        var before = await database.Content("train");
        var last = await database.Value<int>("select trial from train._study_advance where study_id = @Study and round = 3 and run_id = @Id", study);
        foreach (var trial in TunedRun.Sent.Where(trial => trial.Round == 3))
        {
            var ended = (await train.Consume(Evaluated(trial))).OfType<StudyEnded>().ToArray();
            Assert.That(ended, Has.Length.EqualTo(trial.Trial == last ? 1 : 0), $"trial {trial.Trial}");
        }
        Assert.That(await database.Content("train"), Is.EqualTo(before));
    }

    [Test]
    public async Task Two_last_results_at_once_take_a_round_on_once()
    {
        await using var replica = StageHost.Of<TrainModelConsumer>("train", database);
        // Another run of the same study, in which nobody has taken the last round on.
        var run = TunedRun.Built.Run with { Id = Guid.NewGuid() };
        await database.Execute(
            "insert into train.study_run select study_id, @Id, dataset_version, feature_set_version, asked_at from train.study_run where study_id = @Study limit 1",
            new { run.Id, Study = TunedRun.Sent[0].StudyId });
        var (one, other) = (Evaluated(TunedRun.Sent[^1]) with { Run = run }, Evaluated(TunedRun.Sent[^2]) with { Run = run });
        var said = await Task.WhenAll(train.Consume(one), replica.Consume(other));
        Assert.That(said.SelectMany(events => events).OfType<StudyEnded>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_study_of_other_code_is_not_gone_on_with()
    {
        await database.Execute("update train.study set code_version = 'older' || code_version");
        try
        {
            var fault = await Assert.CatchAsync<StageFaultedException>(() => train.Consume(TunedRun.Sent[0]));
            Assert.That(fault!.Message, Does.Contain("Start its run again"));
        }
        finally
        {
            await database.Execute("update train.study set code_version = substr(code_version, 6)");
        }
    }

    static TrialEvaluated Evaluated(EvaluateTrial trial) =>
        new(trial.Run, trial.StudyId, trial.Trial, trial.Round, 1, new("test", default, 0, false));

    Task<int> Count(string table) => database.Value<int>($"select count(*)::int from train.{table}");

    async Task<SortedDictionary<string, string>> Artifact(string modelId) =>
        Forecasting.Models.ModelArtifact.Read(await database.Value<byte[]>("select artifact from train.model where model_id = @modelId", new { modelId })).Parameters;
}
