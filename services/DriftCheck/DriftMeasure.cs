using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Forecasting.Models;
using Soccer.Tables.Featurize;
using Soccer.Tables.Train;
using Soccer.Tables.Validate;

namespace Soccer.DriftCheck;

/// <summary>What a comparison found: what the step remembers.</summary>
public sealed record Drift(int Features, int Shifted, double LargestPsi, string? LargestFeature)
{
    /// <summary>Nothing was compared.</summary>
    public static Drift None { get; } = new(0, 0, 0, null);
}

/// <summary>Compares the newest matches' features with the reference distribution that the champion's artifact carries.</summary>
public sealed class DriftMeasure(NpgsqlDataSource database, IOptions<DriftCheckOptions> options)
{
    /// <summary>The population stability index of every feature, stored, and the largest.</summary>
    public async Task<Drift> Compare(string champion, FeatureSetRow set, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var model = await Models.Read(connection, champion, cancellation);
        if (model.SchemaHash != set.SchemaHash)
            return Drift.None;
        var artifact = ModelArtifact.Read(model.Artifact, model.ModelId);
        var matches = await Matches.Read(connection, set.DatasetVersion, set.AsOf.AddDays(-options.Value.Days), set.AsOf, cancellation);
        List<float[]> rows = [];
        await foreach (var row in FeatureSets.Read(connection, set, [.. matches.Select(match => match.Id)], cancellation))
            rows.Add(row.Values);
        if (rows.Count == 0)
            return Drift.None;

        var names = artifact.FeatureNames;
        var drifts = names.Select((name, column) => (Feature: name, Psi: artifact.References[column].Psi([.. rows.Select(row => row[column])]))).ToList();
        await DriftCheckSql.StoreDrifts(connection, champion, set.Version, drifts, cancellation);
        var largest = drifts.MaxBy(drift => drift.Psi);
        return new Drift(drifts.Count, drifts.Count(drift => drift.Psi >= options.Value.ShiftedPsi), Math.Round(largest.Psi, 4), largest.Feature);
    }
}
