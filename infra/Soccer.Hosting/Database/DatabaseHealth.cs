using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Soccer.Hosting.Database;

/// <summary>Ready when the migrations are through and the database answers.</summary>
sealed class DatabaseHealth(NpgsqlDataSource database, Migrator migrator) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!migrator.Completed.IsCompletedSuccessfully)
            return HealthCheckResult.Unhealthy("the migrations are not through");
        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException error)
        {
            return HealthCheckResult.Unhealthy(error.Message);
        }
    }
}
