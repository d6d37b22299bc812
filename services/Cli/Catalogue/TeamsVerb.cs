using System.CommandLine;
using System.Text.Json;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Catalogue;

/// <summary>teams: the known teams and where they play.</summary>
static class TeamsVerb
{
    static readonly Listing<TeamView> List = new(
    [
        new("id", "id", team => team.Id),
        new("name", "team", team => team.Name),
        new("country", "country", team => team.Country) { Rank = 2 },
        new("division", "division", team => team.Division),
        new("league", "league", team => team.League) { Rank = 1 },
    ]);

    public static Command Create(Settings settings)
    {
        var name = new Option<string?>("--query") { Description = "Only teams with this in their name; case and accents do not matter." };
        var division = Options.Division();
        var limit = new ListLimit("teams", 50, 5000);
        string[] examples = ["teams --query united", "teams --division E0"];
        const string about = "The known teams, with their names as forecasts need them.";
        return CommandLine.Verb("teams", about, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            var query = Query.Of(
                ("q", parsed.GetValue(name)), ("division", parsed.GetValue(division)), ("limit", $"{limit.Of(parsed, List.IsTable(parsed))}"));
            var answer = await api.GetText($"v1/teams{query}", cancellation);
            if (await List.Show(parsed, answer, "teams", cancellation) is not { } teams)
                return Exit.Ok;
            var total = JsonSerializer.Deserialize<TotalView>(answer, JsonSerializerOptions.Web)!.Total;
            if (teams.Count == 0)
                Screen.Line("No team matches.");
            else if (total > teams.Count)
                Screen.Line($"{teams.Count} of {Counted.Of(total, "team")}; --limit N or --limit all shows more");
            return Exit.Ok;
        }, [name, division, limit.Option, .. List.Options]);
    }

    sealed record TotalView(long Total);

    sealed record TeamView(long Id, string Name, string? Country, string? Division, string? League);
}
