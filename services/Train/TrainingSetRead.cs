using Npgsql;
using Soccer.Tables.Featurize;
using Soccer.Tables.Validate;

namespace Soccer.Train;

/// <summary>Reads the played matches of a feature set, with their rows and the market's prices.</summary>
public static class TrainingSetRead
{
    /// <summary>The training set of a feature set: what was played up to its run's day.</summary>
    public static async Task<TrainingSet> Read(NpgsqlConnection connection, FeatureSetRow set, CancellationToken cancellation)
    {
        var matches = (await Matches.Read(connection, set.DatasetVersion, cancellation))
            .Where(match => match.FullTime is not null && match.Date <= set.AsOf).ToList();
        var positions = new Dictionary<long, int>(matches.Count);
        for (var position = 0; position < matches.Count; position++)
            positions.Add(matches[position].Id, position);

        var names = await FeatureSets.Names(connection, set.SchemaId, cancellation);
        var values = new float[matches.Count * names.Length];
        var rows = 0;
        await foreach (var row in FeatureSets.ReadAll(connection, set, cancellation))
            if (positions.TryGetValue(row.MatchId, out var position))
            {
                row.Values.CopyTo(values, position * names.Length);
                rows++;
            }
        if (rows != matches.Count)
            throw new InvalidOperationException($"the feature set {set.Version} has rows for {rows} of {matches.Count} played matches");

        var market = await MatchOdds.ReadMarket(connection, set.DatasetVersion, cancellation);
        return new TrainingSet(
            names, [.. matches.Select(match => match.Id)], [.. matches.Select(match => match.Date)], [.. matches.Select(match => match.Division)],
            [.. matches.Select(match => match.FullTime!.Value.Outcome)], values,
            [.. matches.Select(match => market.GetValueOrDefault(match.Id).Opening)], [.. matches.Select(match => market.GetValueOrDefault(match.Id).Closing)],
            [.. matches.Select(match => match.FullTime!.Value)]);
    }
}
