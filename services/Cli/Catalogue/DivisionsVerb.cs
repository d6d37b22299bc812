using System.CommandLine;
using System.Text.Json;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Catalogue;

/// <summary>divisions: the divisions, and how much is known of each.</summary>
static class DivisionsVerb
{
    static readonly Listing<DivisionView> List = new(
    [
        new("code", "code", division => division.Code),
        new("league", "league", division => division.League ?? $"{division.Country} {division.Name}"),
        new("level", "level", division => division.Level) { Rank = 3 },
        new("isMain", "main", division => division.IsMain) { Rank = 2 },
        new("matches", "results", division => division.Matches) { Format = "N0" },
        new("newestMatch", "newest", division => division.NewestMatch) { Rank = 1 },
        new("coming", "coming", division => division.Coming) { Format = "N0" },
        new("country", "country", division => division.Country) { IsHidden = true },
        new("name", "name", division => division.Name) { IsHidden = true },
    ]);

    public static Command Create(Settings settings)
    {
        string[] examples = ["divisions", "divisions --csv divisions.csv"];
        const string about = "The divisions with their codes, results and coming matches.";
        return CommandLine.Verb("divisions", about, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var answer = await api.GetText("v1/divisions", cancellation);
            if (List.IsJson(parsed))
            {
                Console.WriteLine(answer);
                return Exit.Ok;
            }
            using var divisions = JsonDocument.Parse(answer);
            if (await List.Show(parsed, [.. divisions.RootElement.EnumerateArray()], cancellation) is { Count: 0 })
                Screen.Line("There are no divisions yet.");
            return Exit.Ok;
        }, [.. List.Options]);
    }

    sealed record DivisionView(
        string Code, string Country, int? Level, string Name, bool IsMain, string? League, int? Matches, DateOnly? NewestMatch, int? Coming);
}
