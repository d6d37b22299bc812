using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Soccer.Hosting.Database;

/// <summary>
/// Deletes what was kept long enough, at the start and every hour, a batch at a time: no statement holds many rows, and replicas may do it
/// side by side.
/// </summary>
public sealed class Retention(Migrator migrator, IEnumerable<RetentionRule> rules, TimeProvider time, ILogger<Retention> log)
    : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Deletes by every rule what is old now. A rule that fails leaves its rows for the next time.</summary>
    public async Task DeleteOld(CancellationToken cancellation)
    {
        foreach (var rule in rules)
        {
            if (rule.Days is not { } days)
                continue;
            try
            {
                await DeleteOld(rule, time.GetUtcNow().UtcDateTime.AddDays(-days), cancellation);
            }
            catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UndefinedTable)
            {
                log.LogInformation("old {Rows} stay for another hour: a table is still to come ({Reason})", rule.Rows, error.Message);
            }
            catch (NpgsqlException error)
            {
                log.LogWarning("old {Rows} stay for another hour: {Reason}", rule.Rows, error.Message);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migrator.Completed.WaitAsync(stoppingToken);
        // The machine's own timer: how often it looks does not depend on the clock that says what is old.
        using var timer = new PeriodicTimer(Pause);
        do
            await DeleteOld(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task DeleteOld(RetentionRule rule, DateTime before, CancellationToken cancellation)
    {
        var deleted = 0;
        for (int batch; (batch = await rule.DeleteSome(before, cancellation)) > 0;)
            deleted += batch;
        if (deleted > 0)
            log.LogInformation("deleted {Deleted} {Rows} that are older than {Days} days", deleted, rule.Rows, rule.Days);
    }
}

/// <summary>Registers what a service deletes.</summary>
public static class RetentionRegistration
{
    /// <summary>Deletes rows of a service once they were kept long enough.</summary>
    /// <param name="services">The service's.</param>
    /// <param name="rows">What they are, for the log.</param>
    /// <param name="days">How long they are kept; null for ever.</param>
    /// <param name="deleteSome">See <see cref="RetentionRule"/>.</param>
    public static IServiceCollection AddRetention<TOptions>(
        this IServiceCollection services, string rows, Func<TOptions, int?> days,
        Func<NpgsqlDataSource, DateTime, CancellationToken, Task<int>> deleteSome)
        where TOptions : class =>
        services.AddSingleton(provider =>
        {
            var database = provider.GetRequiredService<NpgsqlDataSource>();
            var options = provider.GetRequiredService<IOptions<TOptions>>().Value;
            return new RetentionRule(rows, days(options), (before, cancellation) => deleteSome(database, before, cancellation));
        });
}
