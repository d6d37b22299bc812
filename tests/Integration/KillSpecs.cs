using Dapper;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>Each service is killed (SIGKILL) once while it works on a message. Nothing may differ from a system in which nobody is killed.</summary>
[TestFixture]
sealed class KillSpecs : Twins
{
    // The table is one that the stage writes at the end of its work: its lock holds the stage in the middle of the message.
    [TestCase("Ingest", "ingest", "ingest.snapshot")]
    [TestCase("Validate", "validate", "validate.dataset")]
    [TestCase("Featurize", "featurize", "featurize.team_state")]
    [TestCase("Train", "train", "train.model")]
    [TestCase("Promote", "promote", "promote.alias_log")]
    [TestCase("Predict", "predict", "predict.forecast")]
    [TestCase("DriftCheck", "drift-check", "drift_check.feature_drift")]
    public async Task A_killed_service_changes_nothing(string service, string application, string table)
    {
        var day = NextWeek();
        var undisturbed = Undisturbed.Run(day, "always");
        await Disturbed.MoveSource(day);
        Guid run;
        await using (var database = await Disturbed.Database())
        await using (var transaction = await database.BeginTransactionAsync())
        {
            await database.ExecuteAsync($"lock table {table} in exclusive mode");
            run = await Disturbed.Begin(day, "always");
            await Eventually.Happens($"{service} is in the middle of its work", () => IsHeld(application), TimeSpan.FromSeconds(90));
            await Disturbed[service].Kill();
            await transaction.RollbackAsync();
        }
        Disturbed[service].Start();
        await Disturbed[service].Ready();

        var ended = await Disturbed.End(run);
        Assert.That(ended.Status, Is.EqualTo("completed"), ended.Failure);
        Assert.That(ended.Forecasts, Is.EqualTo(ended.Fixtures));
        Assert.That(ended.Content, Is.EqualTo((await undisturbed).Content));
        Assert.That(await Forecasts(Disturbed), Is.EqualTo(await Forecasts(Undisturbed)), "every forecast once");
    }

    static async Task<IReadOnlyList<(long, string, double, double)>> Forecasts(ScratchSystem of)
    {
        await using var database = await of.Database();
        const string sql = "select match_id, model_id, home_win, draw from predict.forecast order by match_id, model_id, as_of, home_win";
        return [.. await database.QueryAsync<(long, string, double, double)>(sql)];
    }

    static async Task<bool> IsHeld(string application)
    {
        await using var database = await Disturbed.Database();
        const string sql = """
            select exists (
                select from pg_stat_activity
                where datname = current_database() and application_name = @application and wait_event_type = 'Lock')
            """;
        return await database.QuerySingleAsync<bool>(sql, new { application });
    }
}
