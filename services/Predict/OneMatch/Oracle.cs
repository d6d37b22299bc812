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
public sealed record OneForecast(Match Match, string Home, string Away, Probabilities Probabilities, string ModelId, int FeatureSetVersion);

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
        // The pass holds one row's worth of scratch space, so requests take turns; each takes microseconds.
        await turn.WaitAsync(cancellation);
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
            var known = knowledge = await Current(connection, cancellation);
            var (match, home, away) = await MatchOf(connection, known, request, cancellation);
            var values = new float[known.Pass.Schema.Features.Count];
            known.Pass.Describe(match, values);
            return new OneForecast(match, home.Name, away.Name, known.Champion.Predict(values), known.ModelId, known.Set.Version);
        }
        finally
        {
            turn.Release();
        }
    }

    async Task<Knowledge> Current(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var alias = await Aliases.Newest(connection, Aliases.Champion, cancellation)
            ?? throw new UnanswerableRequestException("", "no model has been promoted yet; run the cascade first");
        var set = await FeatureSets.Newest(connection, cancellation)
            ?? throw new UnanswerableRequestException("", "no features have been built yet; run the cascade first");
        if (knowledge is { } known && known.ModelId == alias.ModelId && known.Set.Version == set.Version)
            return known;
        var model = await Models.Read(connection, alias.ModelId, cancellation);
        if (model.SchemaHash != set.SchemaHash)
            throw new UnanswerableRequestException("", "the champion reads another feature schema than the newest one; a run with training is due");
        await using var state = await FeatureSets.ReadState(connection, set.Version, cancellation);
        return new Knowledge(
            alias.ModelId, ModelArtifact.Read(model.Artifact, alias.ModelId), set, FeaturePass.Load(state), new TeamDirectory(await Teams.Read(connection, cancellation)));
    }

    async Task<(Match Match, TeamRow Home, TeamRow Away)> MatchOf(
        NpgsqlConnection connection, Knowledge known, PredictMatch request, CancellationToken cancellation)
    {
        var division = request.Division is null
            ? null
            : Division.Find(request.Division) ?? throw new UnanswerableRequestException("division", $"'{request.Division}' is no division; GET /v1/divisions lists them");
        var home = known.Teams.Find("home", request.Home, division?.Country);
        var away = known.Teams.Find("away", request.Away, division?.Country ?? home.Country);
        if (home.TeamId == away.TeamId)
            throw new UnanswerableRequestException("away", $"{away.Name} can't play against itself");

        var first = (known.Pass.LearntThrough > known.Set.AsOf ? known.Pass.LearntThrough.Value : known.Set.AsOf).AddDays(1);
        var date = request.Date ?? first;
        if (date < first || date > first.AddDays(options.Value.FurthestDays))
            throw new UnanswerableRequestException("date", $"{date:yyyy-MM-dd} is not from {first:yyyy-MM-dd} to {first.AddDays(options.Value.FurthestDays):yyyy-MM-dd}");

        var version = known.Set.DatasetVersion;
        var code = division?.Code ?? (await PredictSql.LastDivision(connection, version, home.TeamId, cancellation)).Division;
        var season = await PredictSql.NewestSeason(connection, version, code, cancellation)
            ?? throw new UnanswerableRequestException("division", $"there are no matches of {code}");
        return (new Match { Id = 0, Division = code, Season = season, Date = date, Home = home.TeamId, Away = away.TeamId }, home, away);
    }

    public void Dispose() => turn.Dispose();

    sealed record Knowledge(string ModelId, ModelArtifact Champion, FeatureSetRow Set, FeaturePass Pass, TeamDirectory Teams);
}
