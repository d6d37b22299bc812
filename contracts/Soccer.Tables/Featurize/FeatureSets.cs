using System.IO.Compression;
using Dapper;
using Npgsql;

namespace Soccer.Tables.Featurize;

/// <summary>A version of the feature set.</summary>
public sealed record FeatureSetRow(int Version, int SchemaId, string SchemaHash, int DatasetVersion, string DatasetHash, string Hash, int Rows, DateOnly AsOf);

/// <summary>The features of a match.</summary>
/// <param name="MatchId">The match.</param>
/// <param name="FromVersion">The feature-set version in which the row came.</param>
/// <param name="Values">In the order of the schema; NaN is missing.</param>
public sealed record StoredFeatures(long MatchId, int FromVersion, float[] Values);

/// <summary>Reads the feature sets.</summary>
public static class FeatureSets
{
    const string Select = """
        select version, schema_id, schema_hash, dataset_version, dataset_hash, hash, rows, as_of
        from featurize.feature_set join featurize.feature_schema using (schema_id)
        """;

    /// <summary>One version, or none.</summary>
    public static Task<FeatureSetRow?> Find(NpgsqlConnection connection, int version, CancellationToken cancellation) =>
        connection.QuerySingleOrDefaultAsync<FeatureSetRow>(
            new CommandDefinition($"{Select} where version = @version", new { version }, cancellationToken: cancellation));

    /// <summary>
    /// The order in which versions serve: what knows results of the latest day, of those the newest dataset, then the newest. A run of an
    /// earlier day, or of an older dataset that comes late, does
    /// not turn knowledge back. A run that named a day which had not ended knew no more than the day before.
    /// </summary>
    public const string ByKnowledge = "order by least(as_of, (created_at at time zone 'Europe/London')::date - 1) desc, dataset_version desc, version desc";

    /// <summary>The version that knows most, or null before the first run.</summary>
    public static Task<FeatureSetRow?> Newest(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.QuerySingleOrDefaultAsync<FeatureSetRow>(
            new CommandDefinition($"{Select} {ByKnowledge} limit 1", cancellationToken: cancellation));

    /// <summary>
    /// The version that knows most of those whose team state is kept, so that any two teams can be described. Null where there is none.
    /// </summary>
    /// <param name="connection">A connection.</param>
    /// <param name="schemaHash">Only versions of this schema; null for any.</param>
    /// <param name="cancellation">Ends it.</param>
    public static Task<FeatureSetRow?> NewestWithState(NpgsqlConnection connection, string? schemaHash, CancellationToken cancellation)
    {
        const string sql = $"""
            {Select}
            where (@schemaHash::text is null or schema_hash = @schemaHash)
              and exists (select from featurize.team_state where team_state.version = feature_set.version)
            {ByKnowledge}
            limit 1
            """;
        return connection.QuerySingleOrDefaultAsync<FeatureSetRow>(new CommandDefinition(sql, new { schemaHash }, cancellationToken: cancellation));
    }

    /// <summary>The names of a schema's features, in order.</summary>
    public static async Task<string[]> Names(NpgsqlConnection connection, int schemaId, CancellationToken cancellation) =>
        await connection.QuerySingleAsync<string[]>(new CommandDefinition(
            "select names from featurize.feature_schema where schema_id = @schemaId", new { schemaId }, cancellationToken: cancellation));

    /// <summary>The rows of some matches at a version.</summary>
    public static async IAsyncEnumerable<StoredFeatures> Read(
        NpgsqlConnection connection, FeatureSetRow set, IReadOnlyCollection<long> matches,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        const string sql = """
            select match_id, from_version, values
            from featurize.feature_row
            where schema_id = $1 and match_id = any($3) and from_version <= $2 and (to_version is null or to_version > $2)
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = set.SchemaId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = set.Version });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. matches] });
        await foreach (var row in Rows(command, cancellation))
            yield return row;
    }

    /// <summary>Every row at a version, in no order.</summary>
    public static async IAsyncEnumerable<StoredFeatures> ReadAll(
        NpgsqlConnection connection, FeatureSetRow set, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        const string sql = """
            select match_id, from_version, values
            from featurize.feature_row
            where schema_id = $1 and from_version <= $2 and (to_version is null or to_version > $2)
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = set.SchemaId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = set.Version });
        await foreach (var row in Rows(command, cancellation))
            yield return row;
    }

    /// <summary>The state of the pass over time at the end of a version.</summary>
    /// <exception cref="InvalidOperationException">The version has no state.</exception>
    public static async Task<Stream> ReadState(NpgsqlConnection connection, int version, CancellationToken cancellation)
    {
        var state = await connection.QuerySingleOrDefaultAsync<byte[]>(new CommandDefinition(
            "select state from featurize.team_state where version = @version", new { version }, cancellationToken: cancellation))
            ?? throw new InvalidOperationException($"feature set {version} has no team state");
        return new GZipStream(new MemoryStream(state), CompressionMode.Decompress);
    }

    static async IAsyncEnumerable<StoredFeatures> Rows(
        NpgsqlCommand command, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return new StoredFeatures(reader.GetInt64(0), reader.GetInt32(1), reader.GetFieldValue<float[]>(2));
    }
}
