using Dapper;
using Npgsql;

namespace Soccer.Tables.Train;

/// <summary>A trained model; the artifact is self-describing.</summary>
// Dapper knows an array's column as an Array, and finds no constructor by that type.
[method: ExplicitConstructor]
public sealed record ModelRow(
    string ModelId, string SchemaHash, int DatasetVersion, int FeatureSetVersion, DateOnly HoldOutFrom, DateOnly HoldOutTo, byte[] Artifact);

/// <summary>Reads trained models.</summary>
public static class Models
{
    /// <summary>A model by its id.</summary>
    /// <exception cref="InvalidOperationException">There is no such model.</exception>
    public static async Task<ModelRow> Read(NpgsqlConnection connection, string modelId, CancellationToken cancellation)
    {
        const string sql = """
            select model_id, schema_hash, dataset_version, feature_set_version, hold_out_from, hold_out_to, artifact
            from train.model
            where model_id = @modelId
            """;
        return await connection.QuerySingleOrDefaultAsync<ModelRow>(new CommandDefinition(sql, new { modelId }, cancellationToken: cancellation))
            ?? throw new InvalidOperationException($"there is no model {modelId}");
    }
}
