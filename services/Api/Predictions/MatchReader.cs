using System.Globalization;
using Soccer.Api.Problems;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting;

namespace Soccer.Api.Predictions;

/// <summary>Reads the matches of a request, or says what is wrong with them: all of it, before anything is sent.</summary>
static class MatchReader
{
    const int MaxName = MatchRequest.MaxName;

    /// <summary>The matches, their teams found.</summary>
    /// <exception cref="InvalidInputException">A member can't be; of several matches the first that is wrong, by its number:
    /// matches[3].home.</exception>
    public static AskedMatch[] Read(PredictionRequest request, Known? known)
    {
        if (request.Matches is not { } matches)
            return [Read(request.Match, "", known)];
        if (request.Match != new MatchRequest())
            throw new InvalidInputException("matches", null, "name one match with home and away, or several under matches, not both");
        if (matches.Length is 0 or > PredictMatches.Most)
            throw new InvalidInputException("matches", matches.Length.ToString(CultureInfo.InvariantCulture), $"give 1 to {PredictMatches.Most} matches; send more in several requests");
        if (request.Explain && matches.Length > PredictMatches.MostExplained)
            throw new InvalidInputException(
                "explain", "true", $"the forecasts of {PredictMatches.MostExplained} matches of a request are explained at most, and here are {matches.Length}: ask for fewer, or leave explain out");
        return [.. matches.Select((match, at) => Read(match ?? throw Missing($"matches[{at}]"), $"matches[{at}].", known))];
    }

    /// <summary>One match.</summary>
    /// <param name="match">As it was sent.</param>
    /// <param name="path">What stands before its members' names.</param>
    /// <param name="known">What can be asked about; where the database is away, Predict is left to judge.</param>
    /// <inheritdoc cref="Read(PredictionRequest, Known?)"/>
    public static AskedMatch Read(MatchRequest match, string path, Known? known)
    {
        var division = Divisions.Find($"{path}division", match.Division, known?.Divisions);
        var teams = known?.Teams;
        var likely = division is null ? teams?.CountryOf(match.AwayId, match.Away) : null;
        var home = TeamOf($"{path}home", match.Home, match.HomeId, new(division?.Country, division?.Code, likely), teams);
        var place = division?.Code ?? (home.Id is { } host ? teams?.DivisionOf(host) : null);
        var away = TeamOf($"{path}away", match.Away, match.AwayId, new(division?.Country ?? home.Country, place), teams);
        if (home.Country is { } country && away.Country is { } guest && country != guest)
            throw new InvalidInputException($"{path}awayId", $"{match.AwayId}", OfAnotherCountry(away.Name, guest, country)) { Type = ProblemTypes.UnknownTeam };
        if (home.Id is { } one ? one == away.Id : string.Equals(home.Name, away.Name, StringComparison.OrdinalIgnoreCase))
            throw new InvalidInputException($"{path}away", match.Away ?? $"{match.AwayId}", $"{away.Name} can't meet itself: name two teams");
        if (match.Date is { } date && known?.First is { } first && (date < first || date > first.AddDays(AskedMatch.FurthestDays)))
            throw new InvalidInputException(
                $"{path}date", $"{date:yyyy-MM-dd}", $"{date:yyyy-MM-dd} can't be forecast: write a day from {first:yyyy-MM-dd} to {first.AddDays(AskedMatch.FurthestDays):yyyy-MM-dd}");
        if (match.Odds is { } odds && Prices.Of(odds) is not { IsUsable: true })
            throw new InvalidInputException($"{path}odds", string.Join(", ", odds.Select(price => price.ToString(CultureInfo.InvariantCulture)).Take(10)), Prices.AdviceFor(odds.Take(10)));
        return new(home.Name, away.Name, division?.Code, match.Date, match.Odds, home.Id, away.Id);
    }

    static (long? Id, string Name, string? Country) TeamOf(string field, string? name, long? id, TeamScope scope, TeamDirectory? teams)
    {
        if (id is { } given)
        {
            if (name is not null)
                throw new InvalidInputException($"{field}Id", $"{given}", $"give {field} or {field}Id, not both");
            if (teams is null)
                return (given, "", null);
            return teams.Find(given) is { } named
                ? (named.Id, named.Name, named.Country)
                : throw new InvalidInputException($"{field}Id", $"{given}", $"there is no team with the id {given}: forecasts tell the ids of their teams, and GET /v1/teams those of all") { Type = ProblemTypes.UnknownTeam };
        }
        var asked = TeamName.Normalise(name ?? "");
        if (asked.Length is 0 or > MaxName)
            throw new InvalidInputException(field, name is { Length: > MaxName } ? name[..MaxName] : name, $"{field} must be a team's name of 1 to {MaxName} characters, such as Arsenal");
        if (teams is null)
            return (null, asked, null);
        return teams.TryFind(asked, scope, out var team, out var unknown)
            ? (team.Id, team.Name, team.Country)
            : throw new InvalidInputException(field, asked, AdviceOn(asked, scope.Country, unknown), unknown.Suggestions) { Type = ProblemTypes.UnknownTeam };
    }

    /// <summary>Where no name is near, where the names are.</summary>
    static string AdviceOn(string asked, string? country, UnknownTeam unknown) => unknown switch
    {
        { Elsewhere: [_, ..] } when country is not null => OfAnotherCountry(asked, string.Join(" and of ", unknown.Elsewhere), country) + GuessesOf(unknown.Reason),
        { Suggestions: [], Elsewhere: [] } => $"{unknown.Reason}; write a name as GET /v1/fixtures and GET /v1/teams tell it",
        _ => unknown.Reason,
    };

    static string OfAnotherCountry(string team, string countries, string country) =>
        $"{team} is a team of {countries}; both teams must play in one country, here {country}";

    static string GuessesOf(string reason) => reason.IndexOf("; it could be ", StringComparison.Ordinal) is >= 0 and var at ? reason[at..] : "";

    static InvalidInputException Missing(string field) => new(field, "null", $"{field} is null: give a match with home and away");
}
