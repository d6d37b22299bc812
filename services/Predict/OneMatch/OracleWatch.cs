using Soccer.Hosting.Database;

namespace Soccer.Predict.OneMatch;

/// <summary>Looks for a newer champion every second, so that it is loaded before the first request asks for it.</summary>
sealed class OracleWatch(Oracle oracle, Migrator migrator, TimeProvider time, ILogger<OracleWatch> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migrator.Completed.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Pause, time);
        do
            try
            {
                await oracle.Current().WaitAsync(stoppingToken);
            }
            catch (Exception none) when (!stoppingToken.IsCancellationRequested)
            {
                // The oracle has said what it could not load, and requests hear of it; it must not take the rest of Predict with it.
                log.LogDebug(none, "there is nothing to forecast any two teams from");
            }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
