using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Services;
using Soccer.Forecasting;

namespace Soccer.Cli.Forecasts;

/// <summary>A match on the command line: HOME AWAY, or an id.</summary>
static class MatchArgument
{
    /// <summary>Matches that a message names at most.</summary>
    const int Examples = 5;

    /// <summary>Days back in which a match of two teams that has kicked off is looked for.</summary>
    const int PastDays = 365;

    public static Argument<string[]> Create() => new("MATCH")
    {
        Description = "HOME AWAY, by names as predict takes them and in quotes if they have spaces; or the match's whole id, the last column of "
            + "fixtures --wide.",
        Arity = new ArgumentArity(1, 2),
    };

    /// <summary>The match, and whether it has kicked off; of an id that is unknown and false.</summary>
    /// <exception cref="ExitException">There is no such match.</exception>
    public static async Task<(long Id, bool HasKickedOff)> Find(ApiClient api, string[] match, CancellationToken cancellation)
    {
        if (match is not [var home, var away])
        {
            return long.TryParse(match[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
                ? (id, false)
                : throw new ExitException(
                    Exit.Usage, $"'{match[0]}' is not a match: write HOME and AWAY as ./soccer fixtures prints them, or the match's id");
        }
        var coming = await FixturesView.Ask(api, "v1/fixtures", cancellation);
        if (Of(coming.Fixtures, home, away) is { } found)
            return (found.MatchId, false);
        return await Past(api, coming, home, away, cancellation) is { } past
            ? (past.MatchId, true)
            : (MatchOf(coming, home, away).MatchId, false);
    }

    /// <summary>The coming match of two teams, by names as predict takes them.</summary>
    /// <exception cref="ExitException">There is none; the message names coming matches of either team.</exception>
    public static FixtureView MatchOf(FixturesView coming, string home, string away)
    {
        if (coming.Fixtures.Count == 0)
            throw new ExitException(Exit.Failed, FixturesVerb.NoneOf(coming));
        if (Of(coming.Fixtures, home, away) is { } found)
            return found;
        var teams = TeamsOf(coming.Fixtures);
        string[] names = [.. Near(teams, home), .. Near(teams, away)];
        string[] near = [.. coming.Fixtures
            .Where(match => new[] { match.Home, match.Away }
                .Any(team => names.Contains(team) || Resembles(team, home) || Resembles(team, away)))
            .Select(match => $"{match.Home} - {match.Away}")];
        throw new ExitException(Exit.Usage, $"There is no coming match {home} - {away}. "
            + (near.Length > 0
                ? $"There {(near.Length == 1 ? "is" : "are")} {string.Join("; ", near.Take(Examples))}{(near.Length > Examples ? "; ..." : "")}."
                : "./soccer fixtures lists them."));

        static bool Resembles(string name, string wanted) =>
            TeamName.Normalise(wanted) is { Length: > 2 } part && TeamName.Normalise(name) is var whole
            && (whole.Contains(part, StringComparison.OrdinalIgnoreCase) || part.Contains(whole, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The newest match of two teams that has kicked off; null if there is none, or no such team.</summary>
    static async Task<FixtureView?> Past(ApiClient api, FixturesView coming, string home, string away, CancellationToken cancellation)
    {
        if (coming.AsOf is not { } day)
            return null;
        try
        {
            var query = Query.Of(("team", home), ("from", day.AddDays(-PastDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            var past = await FixturesView.Ask(api, $"v1/fixtures{query}", cancellation);
            return Of([.. past.Fixtures.Where(match => match.HasKickedOff == true).Reverse()], home, away);
        }
        catch (ExitException)
        {
            // The coming matches have more to say of a name that no team has.
            return null;
        }
    }

    /// <summary>The first match of two teams.</summary>
    static FixtureView? Of(IReadOnlyList<FixtureView> matches, string home, string away)
    {
        var teams = TeamsOf(matches);
        string[] countries = [.. matches.Select(CountryOf).Distinct()];
        var (homes, aways) = (Named(teams, home, countries), Named(teams, away, countries));
        return matches.FirstOrDefault(match => homes.Contains(match.Home) && aways.Contains(match.Away));
    }

    /// <summary>What the teams of a name are called: one, or one a country.</summary>
    static string[] Named(TeamDirectory teams, string name, string[] countries) => teams.TryFind(name, new(null), out var only, out _)
        ? [only.Name]
        : [.. countries.Select(country => teams.TryFind(name, new(country), out var team, out _) ? team.Name : null).OfType<string>()];

    static TeamDirectory TeamsOf(IReadOnlyList<FixtureView> matches) => new(
    [
        .. matches
            .SelectMany(match => new[] { match.Home, match.Away }, (match, name) => (Country: CountryOf(match), name))
            .Distinct().Select((team, at) => new KnownTeam(at, team.Country, team.name)),
    ]);

    static string CountryOf(FixtureView match) => Division.Of(match.Division)?.Country ?? "";

    static string[] Near(TeamDirectory teams, string name) =>
        teams.TryFind(name, new(null), out var team, out var unknown) ? [team.Name] : unknown.Suggestions;
}
