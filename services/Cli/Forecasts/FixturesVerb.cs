using System.CommandLine;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Forecasts;

/// <summary>fixtures: the coming matches with their forecasts.</summary>
static class FixturesVerb
{
    const int TableMatches = 50;

    const string Description = """
        The coming matches with their forecasts.
        """;

    static readonly Listing<FixtureView> List = new(FixtureColumns.By(KickOffClock.Uk), "date, league, teams and probabilities");

    public static Command Create(Settings settings)
    {
        var options = new FixtureOptions();
        string[] examples =
        [
            "fixtures --league \"England Premier League\"",
            "fixtures --sort edge --limit 10",
            "fixtures --from 2025-02-08 --to 2025-02-09 --csv weekend.csv",
            "fixtures --team Arsenal --columns kickOffAt,home,away,homeWin.edge --csv -",
        ];
        return CommandLine.Verb("fixtures", Description, examples, async (parsed, cancellation) =>
        {
            var isJson = List.IsJson(parsed);
            var clock = KickOffClock.Of(parsed);
            options.Check(parsed, isJson);
            var isTable = List.IsTable(parsed);
            if (clock != KickOffClock.Uk && !isTable)
                throw new ExitException(Exit.Usage, "--utc and --local are for tables: CSV and JSON have kick-offs in UTC, as kickOffAt");
            using var api = new ApiClient(settings.Api, settings.Key);
            var all = parsed.GetValue(options.List) is { } file
                ? await GivenFixtures.Ask(api, await GivenFixtures.Read(file, cancellation), cancellation)
                : await FixtureList.Ask(api, options.PathOf(parsed), cancellation);
            var most = options.MostOf(parsed) ?? (isTable && parsed.GetValue(options.List) is null ? TableMatches : int.MaxValue);
            var sort = parsed.GetValue(options.Sort);
            var shown = all.By(sort).Take(most);
            if (isJson)
                Console.WriteLine(shown.ToJson());
            else if (shown.Matches.Count > 0)
                await Show(parsed, shown, all.Matches.Count, clock, sort, cancellation);
            else if (isTable)
                Screen.Line(Screen.Plain(NoneOf(all.View, options.FilterOf(parsed))));
            else
                throw new ExitException(Exit.Failed, $"{NoneOf(all.View, options.FilterOf(parsed))} Nothing was written.");
            return Exit.Ok;
        }, [.. options.All, .. KickOffClock.Options, .. List.Options]);
    }

    static async Task Show(
        ParseResult parsed, FixtureList shown, int all, KickOffClock clock, FixtureSort sort, CancellationToken cancellation)
    {
        if (await List.Show(parsed, shown.Matches, cancellation, ForecastCsv.Of, FixtureColumns.By(clock, sort)) is not { } matches)
            return;
        foreach (var line in FixtureColumns.Legend)
            Screen.Line(line);
        var view = shown.View;
        Screen.Line($"{CountOf(matches.Count, all)}; results known through {view.AsOf:yyyy-MM-dd}");
        var model = view.ModelId?[..Math.Min(12, view.ModelId.Length)];
        Screen.Line($"model {model}, dataset {view.DatasetVersion}, feature set {view.FeatureSetVersion}");
        Screen.Line("./soccer fixture HOME AWAY shows one match with every bookmaker's odds");
    }

    static string CountOf(int shown, int all) => shown < all
        ? FormattableString.Invariant($"{shown} of {all} matches: more with --limit N or --limit all")
        : FormattableString.Invariant($"{all} {(all == 1 ? "match" : "matches")}");

    /// <summary>Why there is nothing to show.</summary>
    /// <param name="view">The answer without matches.</param>
    /// <param name="of">What was asked for, such as "of Arsenal"; null for all.</param>
    public static string NoneOf(FixturesView view, string? of = null) => (view, of is null ? "" : $" {of}") switch
    {
        ({ Note: { } note }, _) => $"There are no forecasts: {ApiWords.InVerbs(note)}.",
        ({ To: null }, var which) => $"There are no matches{which} from {view.From:yyyy-MM-dd} on.",
        ({ From: null }, var which) => $"There are no matches{which} up to {view.To:yyyy-MM-dd}.",
        (_, var which) => $"There are no matches{which} from {view.From:yyyy-MM-dd} to {view.To:yyyy-MM-dd}.",
    };
}
