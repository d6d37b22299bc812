using System.Text.Json;
using Dapper;
using Npgsql;
using Soccer.Contracts.Train.V1;
using Soccer.Tables.Featurize;

namespace Soccer.Train;

/// <summary>A stored model: what the step remembers.</summary>
public sealed record StoredModel(string ModelId, string[] Kinds, int FitRows, int StopRows, int HoldOutRows, int Rounds, Score[] HoldOut);

/// <summary>Every statement of Train.</summary>
public static class TrainSql
{
    /// <summary>Stores an artifact by its hash; the same model stands once.</summary>
    public static async Task<StoredModel> Store(
        NpgsqlConnection connection, TrainedModel trained, FeatureSetRow set, Guid runId, DateTime now, CancellationToken cancellation)
    {
        const string sql = """
            insert into train.model (
                model_id, kinds, schema_hash, dataset_version, feature_set_version, run_id, hold_out_from, hold_out_to, artifact, scores, created_at)
            values (
                @ModelId, @kinds, @SchemaHash, @DatasetVersion, @Version, @runId, @HoldOutFrom, @HoldOutTo, @Bytes, @scores::jsonb, @now)
            on conflict (model_id) do nothing
            """;
        var (artifact, boundaries) = (trained.Artifact, trained.Artifact.Boundaries);
        var scores = artifact.Scores
            .Select(score => new Score(score.Forecaster, score.Matches, score.LogLoss, score.Rps, score.Brier, score.Accuracy, score.CalibrationError))
            .ToArray();
        string[] kinds = [.. artifact.Kinds.Select(kind => kind.Kind)];
        await connection.ExecuteAsync(new CommandDefinition(sql, new
        {
            trained.ModelId,
            kinds,
            artifact.SchemaHash,
            set.DatasetVersion,
            set.Version,
            runId,
            boundaries.HoldOutFrom,
            boundaries.HoldOutTo,
            trained.Bytes,
            scores = JsonSerializer.Serialize(scores),
            now,
        }, cancellationToken: cancellation));
        foreach (var kind in trained.Kinds)
            await StoreForecasts(connection, trained.ModelId, kind, cancellation);

        return new StoredModel(
            trained.ModelId, kinds, boundaries.FitRows, boundaries.StopRows, boundaries.HoldOutRows, artifact.Kinds.Max(kind => kind.Parts.Max(part => part.Trees?.Rounds ?? 0)), scores);
    }

    /// <summary>Stores what a kind says of the hold-out, so that models can be compared without their features.</summary>
    static Task StoreForecasts(NpgsqlConnection connection, string modelId, TrainedKind kind, CancellationToken cancellation)
    {
        const string sql = """
            insert into train.hold_out_forecasts (model_id, kind, forecasts)
            values (@modelId, @Kind, @forecasts)
            on conflict (model_id, kind) do nothing
            """;
        return connection.ExecuteAsync(
            new CommandDefinition(sql, new { modelId, kind.Fitted.Model.Kind, forecasts = kind.HoldOut.Write() }, cancellationToken: cancellation));
    }
}
