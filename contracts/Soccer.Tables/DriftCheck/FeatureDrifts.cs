using Dapper;
using Npgsql;

namespace Soccer.Tables.DriftCheck;

/// <summary>How far a feature has moved from what a model was fitted on.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Psi">Its population stability index; 0 is no change.</param>
public sealed record FeatureDriftRow(string Feature, double Psi);

/// <summary>Reads what drift checks found.</summary>
public static class FeatureDrifts
{
    /// <summary>The newest feature set that a model was compared with; null if it never was.</summary>
    public static Task<int?> NewestVersion(NpgsqlConnection connection, string modelId, CancellationToken cancellation)
    {
        const string sql = "select max(feature_set_version) from drift_check.feature_drift where model_id = @modelId";
        return connection.QuerySingleAsync<int?>(new CommandDefinition(sql, new { modelId }, cancellationToken: cancellation));
    }

    /// <summary>Every feature of a check, the one that moved most first.</summary>
    public static async Task<IReadOnlyList<FeatureDriftRow>> Read(
        NpgsqlConnection connection, string modelId, int featureSetVersion, CancellationToken cancellation)
    {
        const string sql = """
            select feature, psi
            from drift_check.feature_drift
            where model_id = @modelId and feature_set_version = @featureSetVersion
            order by psi desc, feature collate "C"
            """;
        return (await connection.QueryAsync<FeatureDriftRow>(
            new CommandDefinition(sql, new { modelId, featureSetVersion }, cancellationToken: cancellation))).AsList();
    }
}
