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

    /// <summary>Every played match, with prices from the first test season on.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="features">The feature set.</param>
    /// <param name="firstSeason">The year in which the first test season began; the season before the newest match's where there is none.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<BacktestMatches> Matches(NpgsqlConnection connection, FeatureSetRow features, int? firstSeason, CancellationToken cancellation)
    {
        var seasons = (await Tables.Validate.Matches.Read(connection, features.DatasetVersion, cancellation)).ToDictionary(match => match.Id, match => match.Season);
        // Two years: the two newest seasons, and the summer in which the older one may have ended late.
        var from = new DateOnly(Math.Clamp(firstSeason ?? features.AsOf.Year - 2, 1, 9998), 7, 1);
        var set = await TrainingSetRead.Read(connection, features, Math.Max(0, features.AsOf.DayNumber - from.DayNumber), cancellation);
        var best = new Dictionary<long, Prices>();
        foreach (var row in await MatchOdds.ReadBookmaker(connection, features.DatasetVersion, OddsPhase.Opening, BestOfAll, from, features.AsOf, cancellation))
            best[row.MatchId] = new(row.Home, row.Draw, row.Away);

        return new(
            set, [.. set.Matches.Select(match => seasons[match])], [.. set.Matches.Select(match => best.TryGetValue(match, out var prices) ? prices : (Prices?)null)]);
    }
}
