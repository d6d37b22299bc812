using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Services;
using Soccer.Forecasting;

namespace Soccer.Cli.Forecasts;

/// <summary>A coming match on the command line: HOME AWAY, or an id.</summary>
static class MatchArgument
{
    /// <summary>Matches that a message names at most.</summary>
    const int Examples = 5;

    public static Argument<string[]> Create() => new("MATCH")
    {
        Description = "HOME AWAY, as fixtures prints them and in quotes if they have spaces; or the match's id, the last column of "
            + "fixtures --wide.",
        Arity = new ArgumentArity(1, 2),
    };

    /// <summary>The id of the match.</summary>
    /// <exception cref="ExitException">There is no such coming match.</exception>
    public static async Task<long> IdOf(ApiClient api, string[] match, CancellationToken cancellation)
    {
        if (match is [var home, var away])
            return MatchOf(await FixturesView.Ask(api, "v1/fixtures", cancellation), home, away).MatchId;
        return long.TryParse(match[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new ExitException(
                Exit.Usage, $"'{match[0]}' is not a match: write HOME and AWAY as ./soccer fixtures prints them, or the match's id");
    }

    /// <summary>The coming match of two teams, whatever the case of their names.</summary>
    /// <exception cref="ExitException">There is none; the message names coming matches of either team.</exception>
    public static FixtureView MatchOf(FixturesView coming, string home, string away)
    {
        if (coming.Fixtures.Count == 0)
            throw new ExitException(Exit.Failed, FixturesVerb.NoneOf(coming));
        var ofHome = coming.Fixtures.Where(match => Is(match.Home, home)).ToList();
        if (ofHome.Find(match => Is(match.Away, away)) is { } found)
            return found;
        var teams = TeamsOf(coming);
        string[] names = [.. Near(teams, home), .. Near(teams, away)];
        string[] near = [.. coming.Fixtures
            .Where(match => new[] { match.Home, match.Away }
                .Any(team => names.Contains(team) || Resembles(team, home) || Resembles(team, away)))
            .Select(match => $"{match.Home} - {match.Away}")];
        throw new ExitException(Exit.Usage, $"There is no coming match {home} - {away}. "
            + (near.Length > 0
                ? $"There {(near.Length == 1 ? "is" : "are")} {string.Join("; ", near.Take(Examples))}{(near.Length > Examples ? "; ..." : "")}."
                : "./soccer fixtures lists them."));

        static bool Is(string name, string wanted) =>
            TeamName.Normalise(name).Equals(TeamName.Normalise(wanted), StringComparison.OrdinalIgnoreCase);
        static bool Resembles(string name, string wanted) =>
            TeamName.Normalise(wanted) is { Length: > 2 } part && TeamName.Normalise(name) is var whole
            && (whole.Contains(part, StringComparison.OrdinalIgnoreCase) || part.Contains(whole, StringComparison.OrdinalIgnoreCase));
    }

    static TeamDirectory TeamsOf(FixturesView coming) => new(
    [
        .. coming.Fixtures
            .SelectMany(
                match => new[] { match.Home, match.Away }, (match, name) => (Country: Division.Of(match.Division)?.Country ?? "", name))
            .Distinct().Select((team, at) => new KnownTeam(at, team.Country, team.name)),
    ]);

    static string[] Near(TeamDirectory teams, string name) =>
        teams.TryFind(name, new(null), out var team, out var unknown) ? [team.Name] : unknown.Suggestions;
}
