using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Forecasts;

/// <summary>fixtures: the coming matches with their forecasts.</summary>
static class FixturesVerb
{
    /// <summary>Characters of a line with ids that breaks no name.</summary>
    const int WidthWithIds = 185;

    public static Command Create(Settings settings)
    {
        var division = Options.Division();
        var from = Options.Day("--from", "The first day; left out with --to: all that have not kicked off");
        var to = Options.Day("--to", "The last day");
        var list = new Option<FileInfo?>("--list") { Description = "Only the fixtures of a competition's list, in its order: the list.json that the source has written." };
        var csv = new Option<FileInfo?>("--csv") { Description = "Write date, league, teams and probabilities to this file." };
        var json = Options.Json();
        return CommandLine.Verb("fixtures", "The coming matches with their forecasts.", async (parsed, cancellation) =>
        {
            if (parsed.GetValue(json) && (parsed.GetValue(csv) is not null || parsed.GetValue(list) is not null))
                throw new ExitException(Exit.Usage, $"--json prints all that the Api tells, and goes with no {(parsed.GetValue(csv) is null ? "--list" : "--csv")}: leave one of the two out");
            using var api = new ApiClient(settings.Api, settings.Key);
            var path = PathOf(("division", parsed.GetValue(division)), ("from", Text(parsed.GetValue(from))), ("to", Text(parsed.GetValue(to))));
            if (parsed.GetValue(json))
            {
                Console.WriteLine(await api.GetText(path, cancellation));
                return Exit.Ok;
            }
            var view = parsed.GetValue(list) is { } file
                ? await GivenFixtures.Ask(api, await GivenFixtures.Read(file, cancellation), cancellation)
                : await FixturesView.Ask(api, path, cancellation);
            if (parsed.GetValue(csv) is not { } target)
                Print(view);
            else if (view.Fixtures.Count == 0)
                throw new ExitException(Exit.Failed, $"{NoneOf(view)} Nothing was written.");
            else
                await Write(target, view, cancellation);
            return Exit.Ok;
        }, division, from, to, list, csv, json);
    }

    static async Task Write(FileInfo file, FixturesView view, CancellationToken cancellation)
    {
        try
        {
            await File.WriteAllTextAsync(file.FullName, ForecastCsv.Of(view.Fixtures), cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ExitException(Exit.Usage, $"--csv '{file.FullName}': {error.Message}");
        }
        Screen.Line($"{view.Fixtures.Count} forecasts are in {Screen.Plain(file.FullName)}");
    }

    static void Print(FixturesView view)
    {
        if (view.Fixtures.Count == 0)
        {
            Screen.Line(Screen.Plain(NoneOf(view)));
            return;
        }
        var ids = Screen.Fits(WidthWithIds);
        Screen.Print(
            ["league", "kick-off (UK)", "home", "away", Screen.IsWide ? ">home / draw / away %" : ">%", ">fair odds", ">best price", ">edge %", .. ids ? (string[])[">id"] : []],
            view.Fixtures.Select(match => (string[])
            [
                Screen.Plain(match.League), $"{match.Date:yyyy-MM-dd}{(Screen.IsWide ? " " : "\n")}{match.KickOffText}", Screen.Plain(match.Home), Screen.Plain(match.Away),
                Outcomes(match, outcome => Number(outcome.Probability * 100, "0.0")), Outcomes(match, outcome => Number(outcome.FairOdds, "0.00")),
                Outcomes(match, outcome => Number(outcome.BestPrice, "0.00")), Outcomes(match, EdgeOf),
                .. ids ? (string[])[match.MatchId.ToString(CultureInfo.InvariantCulture)] : [],
            ]));
        var model = view.ModelId?[..Math.Min(12, view.ModelId.Length)];
        Screen.Line($"{view.Fixtures.Count} matches; results known through {view.AsOf:yyyy-MM-dd}");
        Screen.Line($"model {model}, dataset {view.DatasetVersion}, feature set {view.FeatureSetVersion}");
        Screen.Line("fair odds = 1 / probability; edge = probability by market-aware, which starts from the price, x what the best price pays - 1, for home / draw / away");
        Screen.Line($"soccer fixture ID shows one match with every bookmaker's odds{(ids ? "" : $"; ids stand in --json, and here on lines of {WidthWithIds} characters")}");
    }

    /// <summary>Why there is nothing to show.</summary>
    public static string NoneOf(FixturesView view) => view switch
    {
        { Note: { } note } => $"There are no forecasts: {ApiWords.InVerbs(note)}.",
        { To: null } => $"There are no matches from {view.From:yyyy-MM-dd} on.",
        { From: null } => $"There are no matches up to {view.To:yyyy-MM-dd}.",
        _ => $"There are no matches from {view.From:yyyy-MM-dd} to {view.To:yyyy-MM-dd}.",
    };

    /// <summary>A figure of each outcome: side by side where there is room, else one below the other.</summary>
    static string Outcomes(FixtureView match, Func<OutcomeView, string> figure) =>
        string.Join(Screen.IsWide ? " / " : "\n", new[] { match.HomeWin, match.Draw, match.AwayWin }.Select(figure));

    static string EdgeOf(OutcomeView outcome)
    {
        var text = Number(outcome.Edge * 100, "+0.0;-0.0");
        return outcome.Edge > 0 ? $"[green]{text}[/]" : text;
    }

    static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";

    static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string PathOf(params (string Name, string? Value)[] query) =>
        $"v1/fixtures?{string.Join('&', query.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"))}";
}
