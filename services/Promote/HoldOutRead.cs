using Npgsql;
using Soccer.Forecasting;
using Soccer.Forecasting.Models;
using Soccer.Tables.Featurize;
using Soccer.Tables.Train;
using Soccer.Tables.Validate;

namespace Soccer.Promote;

/// <summary>Reads a model's newest matches, and lets it, the champion and past champions forecast them.</summary>
public static class HoldOutRead
{
    /// <summary>
    /// The hold-out of each kind of a model, from the feature set and the dataset that it names. The champion, and past ones, forecast
    /// those of its matches that they have not learnt either.
    /// </summary>
    public static async Task<IReadOnlyList<HoldOut>> Read(
        NpgsqlConnection connection, ModelRow model, string? champion, IReadOnlyList<string> past, CancellationToken cancellation)
    {
        var set = await FeatureSets.Find(connection, model.FeatureSetVersion, cancellation)
            ?? throw new InvalidOperationException($"model {model.ModelId} names the feature set {model.FeatureSetVersion}, which does not exist");
        var matches = (await Matches.Read(connection, set.DatasetVersion, model.HoldOutFrom, model.HoldOutTo, cancellation))
            .Where(match => match.FullTime is not null).ToList();
        var rows = new Dictionary<long, float[]>();
        await foreach (var row in FeatureSets.Read(connection, set, [.. matches.Select(match => match.Id)], cancellation))
            rows.Add(row.MatchId, row.Values);

        var artifact = ModelArtifact.Read(model.Artifact, model.ModelId);
        var served = artifact.Kinds.Select(kind => matches.Where(match => kind.Serves(rows[match.Id])).ToList()).ToList();
        var standing = champion is null ? null : await Said(champion);
        // One after another: an artifact has megabytes, and a year has many champions.
        List<(string ModelId, ChampionForecasts[] Kinds)> before = [];
        foreach (var modelId in past)
        {
            try
            {
                before.Add((modelId, await Said(modelId)));
            }
            catch (InvalidArtifactException error)
            {
                // It serves nobody any more: a newer model must not wait for it.
                before.Add((modelId, [.. artifact.Kinds.Select(_ => new ChampionForecasts(false, [], error.Message))]));
            }
        }
        return [.. artifact.Kinds.Select((kind, at) => new HoldOut(
            kind.Kind, [.. served[at].Select(match => match.Date)], [.. served[at].Select(match => match.FullTime!.Value.Outcome)],
            [.. served[at].Select(match => kind.Predict(rows[match.Id]))], standing?[at], artifact.Marginals)
        {
            Past = [.. before.Select(rival => new PastChampion(rival.ModelId, rival.Kinds[at]))],
        })];

        async Task<ChampionForecasts[]> Said(string modelId)
        {
            var rival = await RivalOf(connection, model, await Models.Read(connection, modelId, cancellation), cancellation);
            return [.. artifact.Kinds.Select((kind, at) => new ChampionForecasts(
                rival.Serves, [.. served[at].Select(match => rival.Forecast(kind.Kind, match, rows[match.Id]))]))];
        }
    }

    /// <summary>
    /// A champion by its artifact; where it reads other features, which nobody builds any more, by what it said of its own hold-out.
    /// </summary>
    static async Task<Rival> RivalOf(NpgsqlConnection connection, ModelRow model, ModelRow champion, CancellationToken cancellation)
    {
        if (champion.SchemaHash == model.SchemaHash)
        {
            var artifact = ModelArtifact.Read(champion.Artifact, champion.ModelId);
            return new(true, (kind, match, row) => match.Date >= champion.HoldOutFrom && artifact.Of(kind) is { } standing && standing.Serves(row) ? standing.Predict(row) : null);
        }
        var said = (await Models.HoldOutForecasts(connection, champion.ModelId, cancellation)).ToDictionary(kind => kind.Key, kind => kind.Value.ByMatch());
        return new(false, (kind, match, _) => said.TryGetValue(kind, out var forecasts) && forecasts.TryGetValue(match.Id, out var forecast) ? forecast : null);
    }

    sealed record Rival(bool Serves, Func<string, Match, float[], Probabilities?> Forecast);
}
