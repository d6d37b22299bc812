using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Hosting.Database;

namespace Soccer.Predict.OneMatch;

/// <summary>Deletes answers that were kept long enough, every hour.</summary>
sealed class AnswerRetention(NpgsqlDataSource database, Migrator migrator, IOptions<PredictOptions> options, TimeProvider time, ILogger<AnswerRetention> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migrator.Completed.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Pause, time);
        do
            try
            {
                // First, so that the Api does not call a deleted answer one that never came.
                await PredictSql.PublishAnswerDays(database, options.Value.AnswerDays, stoppingToken);
                var deleted = await PredictSql.DeleteAnswers(database, time.GetUtcNow().UtcDateTime.AddDays(-options.Value.AnswerDays), stoppingToken);
                if (deleted > 0)
                    log.LogInformation("deleted {Answers} answers that are older than {Days} days", deleted, options.Value.AnswerDays);
            }
            catch (NpgsqlException away)
            {
                log.LogWarning("old answers stay for another hour: {Reason}", away.Message);
            }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
