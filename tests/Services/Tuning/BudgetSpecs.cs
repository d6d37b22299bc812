using Soccer.Services.Tests.Scratch;
using Soccer.Train;

namespace Soccer.Services.Tests.Tuning;

/// <summary>A study keeps to its budget, and says so.</summary>
sealed class BudgetSpecs
{
    readonly ScratchDatabase database = TunedRun.Cascade.Database;

    [Test]
    public async Task When_time_is_up_the_round_s_best_is_chosen_and_the_reason_stands_in_the_study()
    {
        await using var train = StageHost.Of<TrainModelConsumer>("train", database, new() { ["Train:Tuning:Seconds"] = "0" });
        await TunedRun.Train(train, TunedRun.Built);
        var reasons = await database.Rows<(string, int)>(
            "select reason, round from train.study_outcome join train.study using (study_id) where seconds_limit = 0");
        Assert.That(reasons, Is.EqualTo(new[] { ("the time limit of 0 s was reached with round 1 of 3", 1) }));
        Assert.That(TunedRun.SentBy(train), Has.Count.EqualTo(10));
    }

    [Test]
    public async Task No_more_trials_than_the_service_allows_are_made_whatever_the_run_asks_for()
    {
        await using var train = StageHost.Of<TrainModelConsumer>("train", database, new() { ["Train:Tuning:MostTrials"] = "2" });
        await TunedRun.Train(train, TunedRun.Built with { Run = TunedRun.Built.Run with { Id = Guid.NewGuid() } });
        Assert.That(TunedRun.SentBy(train).Select(trial => (trial.Trial, trial.Share)), Is.EqualTo(new[] { (1, 1d), (2, 1d) }));
    }
}
