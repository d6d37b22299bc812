using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Contracts;
using Soccer.Forecasting;
using Soccer.Forecasting.Models;
using Soccer.Forecasting.Odds;
using Soccer.Tables.Featurize;
using Soccer.Tables.Train;
using Soccer.Tables.Validate;

namespace Soccer.Predict;

/// <summary>The forecasts of a run: what the step remembers.</summary>
/// <param name="Hash">SHA-256 over matches and probabilities, hex.</param>
/// <param name="Fixtures">Coming fixtures.</param>
/// <param name="Forecasts">Forecasts that stand for them.</param>
/// <param name="New">Of these, how many are new.</param>
/// <param name="Reasons">Why there are none.</param>
public sealed record Board(string Hash, int Fixtures, int Forecasts, int New, string[] Reasons);

/// <summary>A forecast as it is sealed.</summary>
/// <param name="Fixture">The match.</param>
/// <param name="FeatureSetVersion">In which its features came.</param>
/// <param name="Kinds">Each kind's forecast, from the kind that knows least to the one that knows most.</param>
/// <param name="Market">The market's forecast, where there are prices.</param>
/// <param name="Best">The prices that pay best.</param>
/// <param name="Goals">Expected goals, where they are known.</param>
public sealed record Forecast(
    FixtureRow Fixture, int FeatureSetVersion, IReadOnlyList<(string Kind, Probabilities Probabilities)> Kinds, Probabilities? Market, BestPrices Best, GoalRates? Goals);

/// <summary>Forecasts the coming fixtures of a dataset version.</summary>
public sealed class ForecastBoard(NpgsqlDataSource database, Commissions commissions, IOptions<PredictOptions> options, TimeProvider time)
{
    /// <summary>Forecasts what is to come by the run's clock, and seals what is new and has not begun by the wall's either.</summary>
    public async Task<Board> Refresh(Run run, string? champion, FeatureSetRow set, int datasetVersion, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var clock = MatchClock.Of(run.AsOf, run.ForecastFrom);
        var fixtures = (await Fixtures.Read(connection, datasetVersion, clock.Day, run.AsOf.AddDays(options.Value.Days), cancellation))
            .Where(fixture => clock.IsToCome(fixture.Date, fixture.KickOff)).ToList();
        if (champion is null)
            return Empty(fixtures.Count, "there is no champion");
        var model = await Models.Read(connection, champion, cancellation);
        if (model.SchemaHash != set.SchemaHash)
            return Empty(fixtures.Count, "the champion reads another feature schema than the one built");
        if (model.HasLearntAfter(run.AsOf))
            return Empty(fixtures.Count, string.Create(
                CultureInfo.InvariantCulture, $"the champion has learnt results up to {model.HoldOutFrom.AddDays(-1):yyyy-MM-dd}: what it says of the days before is no forecast"));

        var artifact = ModelArtifact.Read(model.Artifact, model.ModelId);
        var matches = fixtures.Select(fixture => fixture.MatchId).ToList();
        var prices = (await MatchOdds.Read(connection, datasetVersion, OddsPhase.Opening, matches, cancellation)).ToLookup(price => price.MatchId);
        var forecasts = new Dictionary<long, Forecast>();
        var byMatch = fixtures.ToDictionary(fixture => fixture.MatchId);
        await foreach (var row in FeatureSets.Read(connection, set, matches, cancellation))
            forecasts.Add(row.MatchId, new Forecast(
                byMatch[row.MatchId], row.FromVersion, [.. artifact.Serving(row.Values).Select(kind => (kind.Kind, kind.Predict(row.Values)))], MarketOf(prices[row.MatchId]), BestPrices.Of(prices[row.MatchId].Select(price => price.Offer), commissions),
                GoalRates.Of(artifact.FeatureNames, row.Values)));

        var now = time.GetUtcNow().UtcDateTime;
        var sealing = SealingClock(run, clock, now);
        List<Forecast> sealable = [.. forecasts.Values.Where(forecast => sealing.IsToCome(forecast.Fixture.Date, forecast.Fixture.KickOff))];
        var inserted = await PredictSql.Seal(connection, sealable, run, sealing, model, now, cancellation);
        // The hash is of what the run's clock lets through: when the message comes again later, that is the same.
        return new Board(HashOf(forecasts.Values), fixtures.Count, sealable.Count, inserted, ReasonsOf(forecasts.Count - sealable.Count));
    }

    /// <summary>
    /// What a match must not have begun by. A run of a source that follows the real clock is not before the wall's; so is one that
    /// forecasts from today or later, for a stage of an earlier version
    /// may have dropped the members that say so.
    /// </summary>
    static MatchClock SealingClock(Run run, MatchClock clock, DateTime now) => run.Live || clock.Day >= London.DayOf(now) ? clock.NotBefore(now) : clock;

    static string[] ReasonsOf(int begun) => begun switch
    {
        0 => [],
        1 => ["1 match has kicked off by the real clock"],
        _ => [string.Create(CultureInfo.InvariantCulture, $"{begun} matches have kicked off by the real clock")],
    };

    static Board Empty(int fixtures, string reason) => new(HashOf([]), fixtures, 0, 0, [reason]);

    /// <summary>The average bookmaker's probabilities, its margin taken out by power; none where no usable price is known.</summary>
    static Probabilities? MarketOf(IEnumerable<PriceRow> prices)
    {
        var all = prices.Where(price => price.Bookmaker != "Max").ToList();
        var average = all.Where(price => price.Bookmaker == "Avg").ToList() is { Count: > 0 } published ? published : all;
        if (average.Count == 0)
            return null;
        var mean = new Prices(average.Average(price => price.Home), average.Average(price => price.Draw), average.Average(price => price.Away));
        return mean.IsUsable ? MarginRemoval.Power(mean) : null;
    }

    static string HashOf(IEnumerable<Forecast> forecasts)
    {
        var lines =
            from forecast in forecasts
            orderby forecast.Fixture.MatchId
            from kind in forecast.Kinds
            let p = kind.Probabilities
            select string.Create(CultureInfo.InvariantCulture, $"{forecast.Fixture.MatchId} {kind.Kind} {p.Home:R} {p.Draw:R} {p.Away:R}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}
