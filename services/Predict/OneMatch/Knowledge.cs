using System.Globalization;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting;
using Soccer.Forecasting.Features;
using Soccer.Forecasting.Models;
using Soccer.Tables.Featurize;
using Soccer.Tables.Predict;

namespace Soccer.Predict.OneMatch;

/// <summary>The champion and the newest team state: all that a forecast of any match needs. It does not change; newer knowledge is another object.</summary>
/// <param name="ModelId">The champion.</param>
/// <param name="Champion">Its artifact.</param>
/// <param name="Set">The feature set whose team state this is.</param>
/// <param name="Pass">The team state.</param>
/// <param name="Teams">Every team.</param>
/// <param name="LastDivisions">Where each team played last, by its id.</param>
/// <param name="NewestSeasons">The newest season of each division, by its code.</param>
sealed record Knowledge(
    string ModelId, ModelArtifact Champion, FeatureSetRow Set, FeaturePass Pass, TeamDirectory Teams,
    IReadOnlyDictionary<long, string> LastDivisions, IReadOnlyDictionary<string, short> NewestSeasons)
{
    readonly Lock turn = new();

    /// <summary>The first day that can be forecast, and the day of a match for which none is named.</summary>
    public DateOnly First { get; private init; } = (Pass.LearntThrough > Set.AsOf ? Pass.LearntThrough.Value : Set.AsOf).AddDays(1);

    /// <summary>The same knowledge on the day of a newer run, whose own is still being loaded.</summary>
    public Knowledge AsOf(DateOnly day) => First > day ? this : this with { First = day.AddDays(1) };

    /// <summary>The forecast of a match. Safe for several threads.</summary>
    /// <exception cref="UnanswerableRequestException">It can't be forecast; the exception says which field is wrong.</exception>
    public MatchForecast Forecast(AskedMatch asked)
    {
        var (match, home, away) = MatchOf(asked);
        var values = Row(match);
        var kind = Champion.MostKnowing(values);
        // Nobody reads it any more; an Api of the version before does, while both run.
        var blind = asked.Odds is null ? null : Champion.Serving(values).Last(known => known.Kind != ModelKinds.MarketAware);
        var (probabilities, goals) = (Forecast(kind, values), GoalRates.Of(Champion.FeatureNames, values));
        Probabilities? unheard = blind is null ? null : Forecast(blind, values);
        return new(
            match.Division, home.Id, home.Name, away.Id, away.Name, match.Date, probabilities.Home, probabilities.Draw, probabilities.Away, kind.Kind,
            goals?.Home, goals?.Away, asked.Odds, blind?.Kind, unheard is { } p ? [p.Home, p.Draw, p.Away] : null);
    }

    /// <summary>What is no number can't be stored, and must not take the other answers of its batch with it.</summary>
    static Probabilities Forecast(KindModel kind, float[] values) => kind.Predict(values) is { Home: > 0 and < 1, Draw: > 0 and < 1, Away: > 0 and < 1 } good
        ? good
        : throw new InvalidOperationException($"{kind.Kind} gives {kind.Predict(values)}, which are no probabilities");

    /// <summary>The features of a match, one value a feature. Safe for several threads.</summary>
    /// <inheritdoc cref="Forecast"/>
    public float[] Row(AskedMatch asked) => Row(MatchOf(asked).Match);

    float[] Row(Match match)
    {
        var values = new float[Pass.Schema.Features.Count];
        // The pass holds one row's worth of scratch space, so requests take turns; each takes microseconds.
        lock (turn)
            Pass.Describe(match, values);
        return values;
    }

    (Match Match, KnownTeam Home, KnownTeam Away) MatchOf(AskedMatch asked)
    {
        var division = asked.Division is null ? null : DivisionOf(asked.Division);
        var likely = division is null ? Teams.CountryOf(asked.AwayId, asked.Away) : null;
        var home = TeamOf("home", asked.HomeId, asked.Home, new(division?.Country, division?.Code, likely));
        var away = TeamOf(
            "away", asked.AwayId, asked.Away, new(division?.Country ?? home.Country, division?.Code ?? Teams.DivisionOf(home.Id)));
        if (home.Id == away.Id)
            throw new UnanswerableRequestException("away", $"{away.Name} can't play against itself");

        var (date, furthest) = (asked.Date ?? First, First.AddDays(AskedMatch.FurthestDays));
        if (date < First || date > furthest)
            throw new UnanswerableRequestException("date", $"{date:yyyy-MM-dd} is not from {First:yyyy-MM-dd} to {furthest:yyyy-MM-dd}");

        var code = division?.Code ?? LastDivisions.GetValueOrDefault(home.Id)
            ?? throw new UnanswerableRequestException("home", $"no match of {home.Name} is known; name the division");
        if (!NewestSeasons.TryGetValue(code, out var season))
            throw new UnanswerableRequestException("division", $"there are no matches of {code}");
        return (new Match { Id = 0, Division = code, Season = season, Date = date, Home = home.Id, Away = away.Id, Opening = PricesOf(asked.Odds) }, home, away);
    }

    KnownTeam TeamOf(string field, long? id, string name, TeamScope scope)
    {
        if (id is { } known)
            return Teams.Find(known) ?? throw new UnanswerableRequestException(field, $"there is no team with the id {known.ToString(CultureInfo.InvariantCulture)}");
        return Teams.TryFind(name, scope, out var team, out var unknown)
            ? team
            : throw new UnanswerableRequestException(field, unknown.Reason, unknown.Suggestions);
    }

    /// <summary>A published division, or one that the data has.</summary>
    Division DivisionOf(string code) => Division.Find(code) ?? (NewestSeasons.ContainsKey(code) ? Division.Of(code) : null)
        ?? throw new UnanswerableRequestException("division", $"'{code}' is no division; there are {string.Join(", ", NewestSeasons.Keys.Order(StringComparer.Ordinal))}");

    /// <summary>Odds that can't be an offer would be passed over as missing; somebody who names them wants them heard.</summary>
    static Prices? PricesOf(double[]? odds)
    {
        if (odds is null)
            return null;
        return Prices.Of(odds) is { IsUsable: true } prices ? prices : throw new UnanswerableRequestException("odds", Prices.AdviceFor(odds));
    }
}
