using System.Collections.Immutable;
using Dapper;
using Npgsql;

namespace Soccer.Tables.Promote;

/// <summary>An entry of the alias log.</summary>
public sealed record AliasRow(long Sequence, string Alias, string ModelId, string? PreviousId, Guid RunId, int DatasetVersion, string Evidence, DateTime At);

/// <summary>Reads the alias log.</summary>
public static class Aliases
{
    public const string Smoke = "smoke";
    public const string Candidate = "candidate";
    public const string Champion = "champion";

    /// <summary>In the order in which a model earns them.</summary>
    public static ImmutableArray<string> All { get; } = [Smoke, Candidate, Champion];

    /// <summary>The newest entry of an alias, or none.</summary>
    public static Task<AliasRow?> Newest(NpgsqlConnection connection, string alias, CancellationToken cancellation)
    {
        const string sql = """
            select sequence, alias, model_id, previous_id, run_id, dataset_version, evidence::text, at
            from promote.alias_log
            where alias = @alias
            order by sequence desc
            limit 1
            """;
        return connection.QuerySingleOrDefaultAsync<AliasRow>(new CommandDefinition(sql, new { alias }, cancellationToken: cancellation));
    }

    /// <summary>The models that runs of some days made champion, the newest first. Days are the runs' own.</summary>
    public static async Task<IReadOnlyList<string>> Champions(
        NpgsqlConnection connection, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        const string sql = """
            select model_id
            from promote.alias_log join train.model using (model_id) join featurize.feature_set on version = feature_set_version
            where alias = @Champion and as_of between @from and @to
            group by model_id
            order by max(sequence) desc
            """;
        var command = new CommandDefinition(sql, new { Champion, from, to }, cancellationToken: cancellation);
        return (await connection.QueryAsync<string>(command)).AsList();
    }

    /// <summary>The aliases that are held now, in the order of <see cref="All"/>, by the model that holds them.</summary>
    public static async Task<ILookup<string, string>> Held(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = """
            select distinct on (alias) alias, model_id
            from promote.alias_log
            where alias = any(@aliases)
            order by alias, sequence desc
            """;
        var held = await connection.QueryAsync<(string Alias, string ModelId)>(new CommandDefinition(sql, new { aliases = All.ToArray() }, cancellationToken: cancellation));
        return held.OrderBy(entry => All.IndexOf(entry.Alias)).ToLookup(entry => entry.ModelId, entry => entry.Alias);
    }
}
