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
    /// The version that knows results of the latest day, or null before the first run. Of those that know the same day it is the one of the newest dataset, then the newest: a run of an earlier
    /// day, or of an older dataset that comes late, does not turn knowledge back.
    /// </summary>
    public static Task<FeatureSetRow?> Newest(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.QuerySingleOrDefaultAsync<FeatureSetRow>(
            new CommandDefinition($"{Select} order by as_of desc, dataset_version desc, version desc limit 1", cancellationToken: cancellation));

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
