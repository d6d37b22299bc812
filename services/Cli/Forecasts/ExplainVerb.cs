using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;
using Soccer.Forecasting;

namespace Soccer.Cli.Forecasts;

/// <summary>explain: why a match's forecast is what it is.</summary>
static class ExplainVerb
{
    const int Features = 12;
    const int Named = 5;

    public static Command Create(Settings settings)
    {
        var match = new Argument<string[]>("MATCH")
        {
            Description = "HOME AWAY, as fixtures prints them and in quotes where they have spaces, or a match's id.",
            Arity = new ArgumentArity(1, 2),
        };
        var kind = new Option<string?>("--kind") { Description = "results-only, market-memory or market-aware; the one that knows most of the match where it is left out." };
        var json = Options.Json();
        return CommandLine.Verb("explain", "Why a match's forecast is what it is.", async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var id = await IdOf(api, parsed.GetValue(match)!, cancellation);
            var path = string.Create(
                CultureInfo.InvariantCulture, $"v1/fixtures/{id}/explanation{(parsed.GetValue(kind) is { } wanted ? $"?kind={Uri.EscapeDataString(wanted)}" : "")}");
            if (parsed.GetValue(json))
                Console.WriteLine(await api.GetText(path, cancellation));
            else
                Print(await api.Get<ExplanationView>(path, cancellation));
            return Exit.Ok;
        }, match, kind, json);
    }

    static async Task<long> IdOf(ApiClient api, string[] match, CancellationToken cancellation)
    {
        if (match is [var home, var away])
            return MatchOf(await FixturesView.Ask(api, "v1/fixtures", cancellation), home, away).MatchId;
        return long.TryParse(match[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new ExitException(Exit.Usage, $"'{match[0]}' is no id of a match: write HOME and AWAY as ./soccer fixtures prints them, or the id that ./soccer fixtures --json tells");
    }

    /// <summary>The coming match of two teams, without regard to case.</summary>
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
            .Where(match => new[] { match.Home, match.Away }.Any(team => names.Contains(team) || Resembles(team, home) || Resembles(team, away)))
            .Select(match => $"{match.Home} - {match.Away}")];
        throw new ExitException(Exit.Usage, $"There is no coming match {home} - {away}. "
            + (near.Length > 0 ? $"There is {string.Join("; ", near.Take(Named))}{(near.Length > Named ? "; ..." : "")}." : "./soccer fixtures lists them."));

        static bool Is(string name, string wanted) =>
            TeamName.Normalise(name).Equals(TeamName.Normalise(wanted), StringComparison.OrdinalIgnoreCase);
        static bool Resembles(string name, string wanted) =>
            TeamName.Normalise(wanted) is { Length: > 2 } part && TeamName.Normalise(name) is var whole
            && (whole.Contains(part, StringComparison.OrdinalIgnoreCase) || part.Contains(whole, StringComparison.OrdinalIgnoreCase));
    }

    static TeamDirectory TeamsOf(FixturesView coming) => new(
    [
        .. coming.Fixtures.SelectMany(match => new[] { match.Home, match.Away }, (match, name) => (Country: Division.Of(match.Division)?.Country ?? "", name))
            .Distinct().Select((team, at) => new KnownTeam(at, team.Country, team.name)),
    ]);

    static string[] Near(TeamDirectory teams, string name) =>
        teams.TryFind(name, new(null), out var team, out var unknown) ? [team.Name] : unknown.Suggestions;

    static void Print(ExplanationView told)
    {
        Screen.Line($"[bold]{Screen.Plain(told.Home)} - {Screen.Plain(told.Away)}[/], {told.Division}, {told.Date:yyyy-MM-dd}, {told.Kind}");
        Print(new(told.Base, told.Families, told.Margin), told.Probability.HomeWin, told.Probability.Draw, told.Probability.AwayWin);
        Screen.Line($"model {told.ModelId[..Math.Min(12, told.ModelId.Length)]}, feature set {told.FeatureSetVersion}");
    }

    /// <summary>Prints an explanation beside the probabilities that it is of.</summary>
    public static void Print(WhyView told, params double[] probabilities)
    {
        Screen.Print(["<family", ">home win", ">draw", ">away win", .. Wide("most of it")],
        [
            ["base", .. Figures(told.Base), .. Wide("")],
            .. told.Families.Select(family => (string[])[Screen.Plain(family.Family), .. Figures(family.Effect), .. Wide(string.Join(", ", family.Largest.Select(Short)))]),
            ["[bold]sum[/]", .. Figures(told.Margin).Select(Bold), .. Wide("")],
            [
                "[bold]probability[/]", .. probabilities.Select(p => Bold($"{Number(100 * p, "0.0")}%")), .. Wide(""),
            ],
        ]);
        Screen.Line($"the {Math.Min(Features, told.Families.Sum(family => family.Largest.Count))} features that add most");
        Screen.Print(["<feature", ">value", ">home win", ">draw", ">away win", .. Wide("what it is")],
            told.Families.SelectMany(family => family.Largest).OrderByDescending(feature => feature.Effect.Size).Take(Features).Select(feature => (string[])
            [
                Screen.Plain(feature.Feature), ValueOf(feature), .. Figures(feature.Effect), .. Wide(Screen.Plain(feature.Meaning)),
            ]));
        Screen.Line("effects in natural log-odds: what a line adds to one outcome less what it adds to another is added to the log of their odds;");
        Screen.Line("+0.10 for home and -0.10 for away multiply the odds of home against away by 1.22. sum = base + families; probability = exp(sum) / all three");
    }

    static string Bold(string figure) => $"[bold]{figure}[/]";

    /// <summary>A cell of the column that is there where there is room.</summary>
    static string[] Wide(string cell) => Screen.IsWide ? [cell] : [];

    static string[] Figures(EffectView effect) => [Coloured(effect.HomeWin), Coloured(effect.Draw), Coloured(effect.AwayWin)];

    static string Coloured(double effect)
    {
        var text = Number(effect, "+0.000;-0.000;0.000");
        return effect switch { >= 0.0005 => $"[green]{text}[/]", <= -0.0005 => $"[red]{text}[/]", _ => text };
    }

    static string Short(FeatureView feature) => $"{Screen.Plain(feature.Feature)} {ValueOf(feature)}";

    static string ValueOf(FeatureView feature) => feature.Value is { } value ? Number(value, "0.###") : "missing";

    static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
