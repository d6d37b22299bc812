using Dapper;
using Npgsql;
using Soccer.Hosting.Database;

namespace Soccer.Validate;

/// <summary>Deletes judgements and quarantined rows of snapshots that Ingest has deleted; Ingest:KeptDays says when it does.</summary>
static class JudgementRetention
{
    /// <summary>Registers the rule.</summary>
    public static IServiceCollection AddJudgementRetention(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var database = provider.GetRequiredService<NpgsqlDataSource>();
        return new RetentionRule("judgements of deleted snapshots", 0, async (_, cancellation) =>
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
            return await connection.ExecuteAsync(new CommandDefinition(ValidateSql.DeleteJudgements, cancellationToken: cancellation));
        });
    });
}
