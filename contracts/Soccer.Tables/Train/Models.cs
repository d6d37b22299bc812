using Dapper;
using Npgsql;

namespace Soccer.Tables.Train;

/// <summary>A trained model; the artifact is self-describing.</summary>
// Dapper knows an array's column as an Array, and finds no constructor by that type.
[method: ExplicitConstructor]
public sealed record ModelRow(
    string ModelId, string SchemaHash, int DatasetVersion, int FeatureSetVersion, DateOnly HoldOutFrom, DateOnly HoldOutTo, byte[] Artifact)
{
    /// <summary>Whether it has learnt results of days after this one: it learns up to the day before its hold-out.</summary>
    public bool HasLearntAfter(DateOnly day) => HoldOutFrom > day.AddDays(1);
}

/// <summary>A trained model in a list.</summary>
/// <param name="ModelId">SHA-256 of the artifact, hex.</param>
/// <param name="Kinds">The kinds that it forecasts, from the one that knows least.</param>
/// <param name="SchemaHash">The feature schema that it reads.</param>
/// <param name="DatasetVersion">The dataset version it was trained on.</param>
/// <param name="FeatureSetVersion">The feature-set version.</param>
/// <param name="RunId">The run that trained it first.</param>
/// <param name="HoldOutFrom">First match day of its hold-out.</param>
/// <param name="HoldOutTo">The last.</param>
/// <param name="Scores">Scores on the hold-out, JSON.</param>
/// <param name="CreatedAt">UTC.</param>
[method: ExplicitConstructor]
public sealed record ModelSummary(
    string ModelId, string[] Kinds, string SchemaHash, int DatasetVersion, int FeatureSetVersion, Guid RunId, DateOnly HoldOutFrom, DateOnly HoldOutTo, string Scores,
    DateTime CreatedAt);

/// <summary>Reads trained models.</summary>
public static class Models
{
    const string Select = """
        select model_id, kinds, schema_hash, dataset_version, feature_set_version, run_id, hold_out_from, hold_out_to, scores::text, created_at
        from train.model
        """;

    /// <summary>The newest models.</summary>
    public static async Task<IReadOnlyList<ModelSummary>> Newest(NpgsqlConnection connection, int limit, CancellationToken cancellation) =>
        (await connection.QueryAsync<ModelSummary>(
            new CommandDefinition($"{Select} order by created_at desc, model_id limit @limit", new { limit }, cancellationToken: cancellation))).AsList();

    /// <summary>The models whose ids begin so, two at most.</summary>
    public static async Task<IReadOnlyList<ModelSummary>> Find(NpgsqlConnection connection, string beginning, CancellationToken cancellation) =>
        (await connection.QueryAsync<ModelSummary>(new CommandDefinition(
            $"{Select} where starts_with(model_id, @beginning) order by model_id limit 2", new { beginning }, cancellationToken: cancellation))).AsList();

    /// <summary>What each kind of a model said of its hold-out; none of a model from before that was kept.</summary>
    public static async Task<IReadOnlyDictionary<string, MatchForecasts>> HoldOutForecasts(NpgsqlConnection connection, string modelId, CancellationToken cancellation) =>
        (await connection.QueryAsync<(string Kind, byte[] Forecasts)>(new CommandDefinition(
            "select kind, forecasts from train.hold_out_forecasts where model_id = @modelId", new { modelId }, cancellationToken: cancellation)))
        .ToDictionary(row => row.Kind, row => MatchForecasts.Read(row.Forecasts));

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
