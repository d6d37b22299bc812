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
                : await options.Ask(api, parsed, cancellation);
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
        var columns = FixtureColumns.By(clock, sort);
        if (await List.Show(parsed, shown.Matches, cancellation, ForecastCsv.Of, columns, FixtureColumns.Heads) is not { } matches)
            return;
        var view = shown.View;
        var begun = matches.Count(match => match.HasKickedOff == true);
        if (begun > 0)
            Screen.Line(FormattableString.Invariant(
                $"{FixtureColumns.KickedOff} kicked off, {begun} of {matches.Count}: these are the last forecasts sealed before the kick-off"));
        Screen.Line($"{CountOf(matches.Count, all)}; results known through {view.AsOf:yyyy-MM-dd}");
        Screen.Line(ModelsOf(view, matches));
        Screen.Line("./soccer fixture HOME AWAY shows one match with every bookmaker's odds");
    }

    /// <summary>What the matches were forecast with.</summary>
    public static string ModelsOf(FixturesView view, IReadOnlyList<FixtureView> matches)
    {
        string[] models = [.. matches.Select(match => match.ModelId ?? view.ModelId).OfType<string>().Distinct(StringComparer.Ordinal)];
        int?[] features = [.. matches.Select(match => match.FeatureSetVersion ?? view.FeatureSetVersion).Distinct()];
        var named = $"{(models.Length == 1 ? "model" : "models:")} {string.Join(", ", models.Select(model => model[..Math.Min(12, model.Length)]))}";
        return models is [var only] && only == view.ModelId && features is [var version] && version == view.FeatureSetVersion
            ? $"{named}, dataset {view.DatasetVersion}, feature set {view.FeatureSetVersion}"
            : $"{named}; ./soccer fixture ID names the model and the dataset of one match";
    }

    static string CountOf(int shown, int all) => shown < all
        ? FormattableString.Invariant($"{shown} of {all} matches, --limit N or --limit all shows more")
        : FormattableString.Invariant($"{all} {(all == 1 ? "match" : "matches")}");

    /// <summary>Why there is nothing to show.</summary>
    /// <param name="view">The answer without matches.</param>
    /// <param name="of">What was asked for, such as "of Arsenal"; null for all.</param>
    public static string NoneOf(FixturesView view, string? of = null) => (view, of is null ? "" : $" {of}") switch
    {
        ({ Note: { } note }, _) => $"There are no forecasts: {ApiWords.InVerbs(note)}.",
        ({ To: null }, var which) => $"There are no forecasts of matches{which} from {view.From:yyyy-MM-dd} on.",
        ({ From: null }, var which) => $"There are no forecasts of matches{which} up to {view.To:yyyy-MM-dd}.",
        ({ From: { } from, To: { } to }, _) when to < from =>
            $"Matches to come begin on {from:yyyy-MM-dd}, after --to {to:yyyy-MM-dd}: add --from for matches that have kicked off.",
        (_, var which) => $"There are no forecasts of matches{which} from {view.From:yyyy-MM-dd} to {view.To:yyyy-MM-dd}.",
    };
}
