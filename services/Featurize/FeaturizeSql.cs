using System.Runtime.InteropServices;
using Dapper;
using Npgsql;
using Soccer.Forecasting.Features;
using Soccer.Tables.Featurize;

namespace Soccer.Featurize;

/// <summary>Every statement of Featurize.</summary>
public static class FeaturizeSql
{
    /// <summary>Feature rows in bulk.</summary>
    public const string CopyRows = "copy featurize.feature_row (match_id, schema_id, from_version, row_hash, values) from stdin (format binary)";

    /// <summary>Versions are numbered one after the other, whoever builds them.</summary>
    public static Task Lock(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(hashtext('featurize version'))", cancellationToken: cancellation));

    /// <summary>The schema's number; a new schema gets the next.</summary>
    public static async Task<int> EnsureSchema(NpgsqlConnection connection, FeatureSchema schema, CancellationToken cancellation)
    {
        const string sql = """
            insert into featurize.feature_schema (schema_id, schema_hash, names, meanings)
            select coalesce(max(schema_id), 0) + 1, @Hash, @names, @meanings from featurize.feature_schema
            on conflict (schema_hash) do nothing;
            select schema_id from featurize.feature_schema where schema_hash = @Hash;
            """;
        return await connection.QuerySingleAsync<int>(new CommandDefinition(sql, new
        {
            schema.Hash,
            names = schema.Features.Select(feature => feature.Name).ToArray(),
            meanings = schema.Features.Select(feature => feature.Meaning).ToArray(),
        }, cancellationToken: cancellation));
    }

    /// <summary>The hashes of the rows that stand.</summary>
    public static async Task<Dictionary<long, UInt128>> StandingRows(NpgsqlConnection connection, int schemaId, CancellationToken cancellation)
    {
        Dictionary<long, UInt128> rows = [];
        await using var command = new NpgsqlCommand(
            "select match_id, row_hash from featurize.feature_row where schema_id = $1 and to_version is null", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = schemaId });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            rows.Add(reader.GetInt64(0), MemoryMarshal.Read<UInt128>(reader.GetFieldValue<byte[]>(1)));
        return rows;
    }

    /// <summary>The newest version; 0 before the first.</summary>
    public static Task<int> NewestVersion(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.QuerySingleAsync<int>(new CommandDefinition(
            "select coalesce(max(version), 0) from featurize.feature_set", cancellationToken: cancellation));

    /// <summary>Whether a version is of this schema, dataset and day.</summary>
    public static Task<bool> Find(
        NpgsqlConnection connection, int version, int schemaId, int datasetVersion, DateOnly asOf, CancellationToken cancellation)
    {
        const string sql = """
            select exists (
                select from featurize.feature_set
                where version = @version and schema_id = @schemaId and dataset_version = @datasetVersion and as_of = @asOf)
            """;
        return connection.QuerySingleAsync<bool>(new CommandDefinition(sql, new { version, schemaId, datasetVersion, asOf }, cancellationToken: cancellation));
    }

    /// <summary>Ends the rows that stood for some matches before a version.</summary>
    public static Task CloseRows(NpgsqlConnection connection, int schemaId, int version, IReadOnlyCollection<long> matches, CancellationToken cancellation)
    {
        const string sql = """
            update featurize.feature_row
            set to_version = @version
            where schema_id = @schemaId and match_id = any(@matches) and to_version is null and from_version < @version
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, new { schemaId, version, matches = matches.ToArray() }, cancellationToken: cancellation));
    }

    /// <summary>Writes the version itself.</summary>
    public static Task StoreVersion(
        NpgsqlConnection connection, int version, int schemaId, int datasetVersion, string datasetHash, string hash, int rows, DateOnly asOf, DateTime now,
        CancellationToken cancellation)
    {
        const string sql = """
            insert into featurize.feature_set (version, schema_id, dataset_version, dataset_hash, hash, rows, as_of, created_at)
            values (@version, @schemaId, @datasetVersion, @datasetHash, @hash, @rows, @asOf, @now)
            """;
        return connection.ExecuteAsync(new CommandDefinition(
            sql, new { version, schemaId, datasetVersion, datasetHash, hash, rows, asOf, now }, cancellationToken: cancellation));
    }

    /// <summary>
    /// Stores what the pass knows at its end, and deletes the states of versions long past, but not that of the version that serves: runs
    /// of earlier days may have come after it.
    /// </summary>
    public static Task StoreState(NpgsqlConnection connection, int version, byte[] state, int kept, CancellationToken cancellation)
    {
        const string sql = $"""
            insert into featurize.team_state (version, state) values (@version, @state);
            delete from featurize.team_state
            where version <= @version - @kept
              and version <> (select version from featurize.feature_set {FeatureSets.ByKnowledge} limit 1);
            """;
        return connection.ExecuteAsync(new CommandDefinition(sql, new { version, state, kept }, cancellationToken: cancellation));
    }
}
