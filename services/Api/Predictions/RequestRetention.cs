using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Hosting.Database;

namespace Soccer.Api.Predictions;

/// <summary>Forgets requests that were remembered long enough, every hour.</summary>
sealed class RequestRetention(NpgsqlDataSource database, Migrator migrator, IOptions<PredictionOptions> options, TimeProvider time, ILogger<RequestRetention> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migrator.Completed.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Pause, time);
        do
            try
            {
                var deleted = await PredictionSql.Delete(database, time.GetUtcNow().UtcDateTime.AddDays(-options.Value.RequestDays), stoppingToken);
                if (deleted > 0)
                    log.LogInformation("forgot {Requests} requests that are older than {Days} days", deleted, options.Value.RequestDays);
            }
            catch (NpgsqlException away)
            {
                log.LogWarning("old requests stay for another hour: {Reason}", away.Message);
            }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
