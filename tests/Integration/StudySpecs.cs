using Dapper;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>A run with trials, for which two replicas of Train compete, one of which is killed (SIGKILL) in the middle of a fit.</summary>
[TestFixture]
sealed class StudySpecs : Twins
{
    // Nine challengers and the configured parameters, then three and one of them beside the configured ones.
    const int Trials = 10;
    const int Evaluations = 10 + 4 + 2;

    [Test]
    public async Task A_replica_that_is_killed_in_the_middle_of_a_trial_changes_nothing()
    {
        var day = NextWeek();
        var replica = await Disturbed.AddReplica("Train");
        await Disturbed.MoveSource(day);
        Guid run;
        await using (var database = await Disturbed.Database())
        await using (var transaction = await database.BeginTransactionAsync())
        {
            // A trial is remembered at the end of its fit: the lock holds a replica before that.
            await database.ExecuteAsync("lock table train._step in exclusive mode");
            run = await Disturbed.Begin(day, "always", trials: Trials);
            await Eventually.Happens("both replicas are in the middle of a trial", async () => await Held() == 2, TimeSpan.FromSeconds(120));
            await replica.Kill();
            await transaction.RollbackAsync();
        }

        var disturbed = await Disturbed.End(run);
        var undisturbed = await Undisturbed.Run(day, "always", trials: Trials);
        Assert.That(disturbed.Status, Is.EqualTo("completed"), disturbed.Failure);
        Assert.That(undisturbed.Status, Is.EqualTo("completed"), undisturbed.Failure);
        Assert.That(disturbed.Content, Is.EqualTo(undisturbed.Content), "the same model");
        Assert.That(disturbed.Count("train", "evaluations"), Is.EqualTo(Evaluations));
        Assert.That(disturbed.Count("train", "chosenTrial"), Is.EqualTo(undisturbed.Count("train", "chosenTrial")));
        Assert.That(await Results(Disturbed), Has.Count.EqualTo(Evaluations).And.EqualTo(await Results(Undisturbed)), "each trial once, with the same loss");
        Assert.That(await Chosen(Disturbed), Is.EqualTo(await Chosen(Undisturbed)));
        Assert.That(await Rounds(Disturbed), Is.EqualTo(3), "each round led to the next one once");
    }

    static async Task<int> Held()
    {
        await using var database = await Disturbed.Database();
        const string sql = """
            select count(*)::int from pg_stat_activity
            where datname = current_database() and application_name = 'train' and wait_event_type = 'Lock'
            """;
        return await database.QuerySingleAsync<int>(sql);
    }

    static async Task<IReadOnlyList<(string, int, int, double, int)>> Results(ScratchSystem of)
    {
        await using var database = await of.Database();
        const string sql = "select study_id, trial, round, log_loss, boosting_rounds from train.trial order by study_id, round, trial";
        return [.. await database.QueryAsync<(string, int, int, double, int)>(sql)];
    }

    static async Task<(string, int, double, double, string)> Chosen(ScratchSystem of)
    {
        await using var database = await of.Database();
        const string sql = "select study_id, chosen, log_loss, configured_log_loss, reason from train.study_outcome";
        return await database.QuerySingleAsync<(string, int, double, double, string)>(sql);
    }

    static async Task<int> Rounds(ScratchSystem of)
    {
        await using var database = await of.Database();
        return await database.QuerySingleAsync<int>("select count(*)::int from train._study_advance");
    }
}
