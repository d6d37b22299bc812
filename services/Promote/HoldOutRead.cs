using Npgsql;
using Soccer.Forecasting;
using Soccer.Forecasting.Models;
using Soccer.Tables.Featurize;
using Soccer.Tables.Train;
using Soccer.Tables.Validate;

namespace Soccer.Promote;

/// <summary>Reads a model's newest matches, and lets it and the champion forecast them.</summary>
public static class HoldOutRead
{
    /// <summary>The hold-out of each kind of a model, from the feature set and the dataset that it names.</summary>
    public static async Task<IReadOnlyList<HoldOut>> Read(NpgsqlConnection connection, ModelRow model, ModelRow? champion, CancellationToken cancellation)
    {
        var set = await FeatureSets.Find(connection, model.FeatureSetVersion, cancellation)
            ?? throw new InvalidOperationException($"model {model.ModelId} names the feature set {model.FeatureSetVersion}, which does not exist");
        var matches = (await Matches.Read(connection, set.DatasetVersion, model.HoldOutFrom, model.HoldOutTo, cancellation))
            .Where(match => match.FullTime is not null).ToList();
        var rows = new Dictionary<long, float[]>();
        await foreach (var row in FeatureSets.Read(connection, set, [.. matches.Select(match => match.Id)], cancellation))
            rows.Add(row.MatchId, row.Values);

        var artifact = ModelArtifact.Read(model.Artifact, model.ModelId);
        var rival = champion is not null && champion.SchemaHash == model.SchemaHash ? ModelArtifact.Read(champion.Artifact, champion.ModelId) : null;
        return [.. artifact.Kinds.Select(Of)];

        HoldOut Of(KindModel kind)
        {
            // The champion forecasts what the model serves: the same schema has the same prices.
            var served = matches.Where(match => kind.Serves(rows[match.Id])).ToList();
            Probabilities[] Forecast(KindModel by) => [.. served.Select(match => by.Predict(rows[match.Id]))];
            return new HoldOut(
                kind.Kind, [.. served.Select(match => match.Date)], [.. served.Select(match => match.FullTime!.Value.Outcome)],
                Forecast(kind), rival?.Of(kind.Kind) is { } standing ? Forecast(standing) : null, artifact.Marginals);
        }
    }
}
