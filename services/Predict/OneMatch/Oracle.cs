using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting;
using Soccer.Forecasting.Features;
using Soccer.Forecasting.Models;
using Soccer.Tables.Featurize;
using Soccer.Tables.Promote;
using Soccer.Tables.Train;
using Soccer.Tables.Validate;

namespace Soccer.Predict.OneMatch;

/// <summary>A forecast of one match, and by what it was made.</summary>
public sealed record OneForecast(Match Match, string Home, string Away, string Kind, Probabilities Probabilities, GoalRates? Goals, string ModelId, int FeatureSetVersion);

/// <summary>
/// Forecasts any two known teams from the champion and the newest team state. Both are kept in memory until a request finds newer ones.
/// </summary>
public sealed class Oracle(NpgsqlDataSource database, IOptions<PredictOptions> options) : IDisposable
{
    readonly SemaphoreSlim turn = new(1);
    Knowledge? knowledge;

    /// <summary>Forecasts the match that a request describes.</summary>
    /// <exception cref="UnanswerableRequestException">The request can't be answered; it says which field is wrong.</exception>
    public async Task<OneForecast> Forecast(PredictMatch request, CancellationToken cancellation)
    {
        var known = await Current(cancellation);
        var (match, home, away) = MatchOf(known, request);
        var values = new float[known.Pass.Schema.Features.Count];
        // The pass holds one row's worth of scratch space, so requests take turns; each takes microseconds.
        await turn.WaitAsync(cancellation);
        try
        {
            known.Pass.Describe(match, values);
        }
        finally
        {
            turn.Release();
        }
        var kind = known.Champion.Serving(values).Last();
        return new OneForecast(match, home.Name, away.Name, kind.Kind, kind.Predict(values), GoalRates.Of(known.Champion.FeatureNames, values), known.ModelId, known.Set.Version);
    }

    async Task<Knowledge> Current(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var alias = await Aliases.Newest(connection, Aliases.Champion, cancellation)
            ?? throw new UnanswerableRequestException("", "no model has been promoted yet; run the cascade first");
        var set = await FeatureSets.Newest(connection, cancellation)
            ?? throw new UnanswerableRequestException("", "no features have been built yet; run the cascade first");
        if (knowledge is { } known && known.ModelId == alias.ModelId && known.Set.Version == set.Version)
            return known;
        // Requests that come together find the same news; one of them loads it.
        await turn.WaitAsync(cancellation);
        try
        {
            return knowledge is { } loaded && loaded.ModelId == alias.ModelId && loaded.Set.Version == set.Version
                ? loaded
                : knowledge = await Load(connection, alias.ModelId, set, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    static async Task<Knowledge> Load(NpgsqlConnection connection, string modelId, FeatureSetRow set, CancellationToken cancellation)
    {
        var model = await Models.Read(connection, modelId, cancellation);
        if (model.SchemaHash != set.SchemaHash)
            throw new UnanswerableRequestException("", "the champion reads another feature schema than the newest one; a run with training is due");
        FeaturePass pass;
        await using (var state = await FeatureSets.ReadState(connection, set.Version, cancellation))
            pass = FeaturePass.Load(state);
        return new Knowledge(
            modelId, ModelArtifact.Read(model.Artifact, modelId), set, pass, new TeamDirectory(await Teams.Read(connection, cancellation)),
            await PredictSql.LastDivisions(connection, set.DatasetVersion, cancellation), await PredictSql.NewestSeasons(connection, set.DatasetVersion, cancellation));
    }

    (Match Match, TeamRow Home, TeamRow Away) MatchOf(Knowledge known, PredictMatch request)
    {
        var division = request.Division is null ? null : DivisionOf(known, request.Division);
        var home = known.Teams.Find("home", request.Home, division?.Country);
        var away = known.Teams.Find("away", request.Away, division?.Country ?? home.Country);
        if (home.TeamId == away.TeamId)
            throw new UnanswerableRequestException("away", $"{away.Name} can't play against itself");

        var first = (known.Pass.LearntThrough > known.Set.AsOf ? known.Pass.LearntThrough.Value : known.Set.AsOf).AddDays(1);
        var date = request.Date ?? first;
        if (date < first || date > first.AddDays(options.Value.FurthestDays))
            throw new UnanswerableRequestException("date", $"{date:yyyy-MM-dd} is not from {first:yyyy-MM-dd} to {first.AddDays(options.Value.FurthestDays):yyyy-MM-dd}");

        var code = division?.Code ?? known.LastDivisions.GetValueOrDefault(home.TeamId)
            ?? throw new UnanswerableRequestException("home", $"no match of {home.Name} is known; name the division");
        if (!known.NewestSeasons.TryGetValue(code, out var season))
            throw new UnanswerableRequestException("division", $"there are no matches of {code}");
        return (new Match { Id = 0, Division = code, Season = season, Date = date, Home = home.TeamId, Away = away.TeamId, Opening = PricesOf(request.Odds) }, home, away);
    }

    /// <summary>A published division, or one that the data has.</summary>
    static Division DivisionOf(Knowledge known, string code) => Division.Find(code) ?? (known.NewestSeasons.ContainsKey(code) ? Division.Of(code) : null)
        ?? throw new UnanswerableRequestException("division", $"'{code}' is no division; there are {string.Join(", ", known.NewestSeasons.Keys.Order(StringComparer.Ordinal))}");

    /// <summary>Odds that can't be an offer would be passed over as missing; somebody who names them wants them heard.</summary>
    static Prices? PricesOf(double[]? odds)
    {
        if (odds is null)
            return null;
        if (odds is [var first, var draw, var second] && new Prices(first, draw, second) is { IsUsable: true } prices)
            return prices;
        throw new UnanswerableRequestException(
            "odds", $"{string.Join(" / ", odds.Select(price => price.ToString(CultureInfo.InvariantCulture)))} are no odds of home win, draw and away win: give three "
            + $"decimal prices above 1 with reciprocals that sum to {Prices.LeastOverround.ToString(CultureInfo.InvariantCulture)} to {Prices.MostOverround.ToString(CultureInfo.InvariantCulture)}");
    }

    public void Dispose() => turn.Dispose();

    sealed record Knowledge(
        string ModelId, ModelArtifact Champion, FeatureSetRow Set, FeaturePass Pass, TeamDirectory Teams,
        IReadOnlyDictionary<long, string> LastDivisions, IReadOnlyDictionary<string, short> NewestSeasons);
}
