using System.Text.Json;
using Dapper;
using Npgsql;
using Soccer.Contracts.Train.V1;
using Soccer.Tables.Promote;

namespace Soccer.Promote;

/// <summary>What a run decided about a model.</summary>
/// <param name="Promoted">Whether it became champion.</param>
/// <param name="Sequence">The entry in the alias log.</param>
/// <param name="ChampionId">The champion before; the one that stands where it was held.</param>
/// <param name="Lines">The evidence, or why it was held.</param>
public sealed record Decision(bool Promoted, long Sequence, string? ChampionId, string[] Lines);

/// <summary>Every statement of Promote.</summary>
public static class PromoteSql
{
    const string Held = "held";

    /// <summary>One decision at a time, over all replicas.</summary>
    public static Task Lock(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(hashtext('promote'))", cancellationToken: cancellation));

    /// <summary>What a run has decided about a model already, or none.</summary>
    public static async Task<Decision?> FindDecision(NpgsqlConnection connection, Guid runId, string modelId, CancellationToken cancellation)
    {
        const string sql = """
            select alias, sequence, previous_id, evidence::text
            from promote.alias_log
            where run_id = @runId and model_id = @modelId and alias in ('champion', 'held')
            """;
        var entry = await connection.QuerySingleOrDefaultAsync<(string Alias, long Sequence, string? PreviousId, string Evidence)>(
            new CommandDefinition(sql, new { runId, modelId }, cancellationToken: cancellation));
        return entry.Alias is null
            ? null
            : new Decision(entry.Alias == Aliases.Champion, entry.Sequence, entry.PreviousId, JsonSerializer.Deserialize<string[]>(entry.Evidence)!);
    }

    /// <summary>Writes the aliases that a model earned, and where it was held, that.</summary>
    public static async Task<Decision> Record(
        NpgsqlConnection connection, ModelTrained message, string? championId, Verdict verdict, DateTime now, CancellationToken cancellation)
    {
        var promoted = verdict.Reached.Contains(Aliases.Champion);
        var lines = promoted ? verdict.Evidence : verdict.Failed;
        const string sql = """
            insert into promote.alias_log (alias, model_id, previous_id, run_id, dataset_version, evidence, at)
            values (@alias, @ModelId, @championId, @runId, @DatasetVersion, @evidence::jsonb, @now)
            returning sequence
            """;
        long sequence = 0;
        foreach (var alias in promoted ? verdict.Reached : [.. verdict.Reached, Held])
        {
            var evidence = JsonSerializer.Serialize(alias == Held ? verdict.Failed : verdict.Evidence);
            sequence = await connection.QuerySingleAsync<long>(new CommandDefinition(
                sql, new { alias, message.ModelId, championId, runId = message.Run.Id, message.DatasetVersion, evidence, now }, cancellationToken: cancellation));
        }
        return new Decision(promoted, sequence, championId, lines);
    }
}
