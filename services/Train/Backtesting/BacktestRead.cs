using Npgsql;
using Soccer.Forecasting;
using Soccer.Forecasting.Odds;
using Soccer.Tables.Featurize;
using Soccer.Tables.Validate;

namespace Soccer.Train.Backtesting;

/// <summary>Reads what a backtest works on.</summary>
public static class BacktestRead
{
    /// <summary>The feature set of a version, or the newest.</summary>
    /// <exception cref="BacktestRequestException">There is none.</exception>
    public static async Task<FeatureSetRow> FeatureSet(NpgsqlConnection connection, int? version, CancellationToken cancellation) =>
        (version is { } wanted ? await FeatureSets.Find(connection, wanted, cancellation) : await FeatureSets.Newest(connection, cancellation))
            ?? throw new BacktestRequestException(
                "featureSetVersion", version is null ? "there is no feature set yet: start a run" : $"there is no feature set {version}; leave it out for the newest");

    /// <summary>Every played match, with its season; best prices are read when the test seasons are known.</summary>
    public static async Task<BacktestMatches> Matches(NpgsqlConnection connection, FeatureSetRow features, CancellationToken cancellation)
    {
        var seasons = (await Tables.Validate.Matches.Read(connection, features.DatasetVersion, cancellation)).ToDictionary(match => match.Id, match => match.Season);
        var set = await TrainingSetRead.Read(connection, features, cancellation);
        return new(set, [.. set.Matches.Select(match => seasons[match])], new Prices?[set.Count]);
    }

    /// <summary>
    /// The same matches with what the best opening prices paid for those of some test seasons: by the same rule, and the same list of
    /// bookmakers, as a forecast's best prices.
    /// </summary>
    public static async Task<BacktestMatches> WithBestPrices(
        NpgsqlConnection connection, FeatureSetRow features, BacktestMatches matches, IEnumerable<BacktestSeason> seasons, Commissions commissions, CancellationToken cancellation)
    {
        var best = new Prices?[matches.Set.Count];
        foreach (var season in seasons)
        {
            var offers = (await MatchOdds.Read(connection, features.DatasetVersion, OddsPhase.Opening, [.. season.Rows.Select(row => matches.Set.Matches[row])], cancellation))
                .ToLookup(price => price.MatchId, price => price.Offer);
            foreach (var row in season.Rows)
                best[row] = BestPrices.Of(offers[matches.Set.Matches[row]], commissions).Net;
        }
        return matches with { Best = best };
    }
}
