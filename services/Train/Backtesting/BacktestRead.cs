using Npgsql;
using Soccer.Forecasting;
using Soccer.Tables.Featurize;
using Soccer.Tables.Validate;

namespace Soccer.Train.Backtesting;

/// <summary>Reads what a backtest works on.</summary>
public static class BacktestRead
{
    const string BestOfAll = "Max";

    /// <summary>The feature set of a version, or the newest.</summary>
    /// <exception cref="BacktestRequestException">There is none.</exception>
    public static async Task<FeatureSetRow> FeatureSet(NpgsqlConnection connection, int? version, CancellationToken cancellation) =>
        (version is { } wanted ? await FeatureSets.Find(connection, wanted, cancellation) : await FeatureSets.Newest(connection, cancellation))
            ?? throw new BacktestRequestException(
                "featureSetVersion", version is null ? "there is no feature set yet: start a run" : $"there is no feature set {version}; leave it out for the newest");

    /// <summary>Every played match, with its season and the best price that was offered for it.</summary>
    public static async Task<BacktestMatches> Matches(NpgsqlConnection connection, FeatureSetRow features, CancellationToken cancellation)
    {
        var seasons = (await Tables.Validate.Matches.Read(connection, features.DatasetVersion, cancellation)).ToDictionary(match => match.Id, match => match.Season);
        var best = new Dictionary<long, Prices?>();
        foreach (var row in await MatchOdds.ReadBookmaker(connection, features.DatasetVersion, OddsPhase.Opening, BestOfAll, cancellation))
            best[row.MatchId] = new(row.Home, row.Draw, row.Away);

        var set = await TrainingSetRead.Read(connection, features, cancellation);
        return new(set, [.. set.Matches.Select(match => seasons[match])], [.. set.Matches.Select(match => best.GetValueOrDefault(match))]);
    }
}
