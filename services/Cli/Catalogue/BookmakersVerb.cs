using System.CommandLine;
using Soccer.Cli.Lists;
using Soccer.Cli.Services;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Catalogue;

/// <summary>bookmakers: whose odds are known.</summary>
static class BookmakersVerb
{
    static readonly Listing<BookmakerView> List = new(
    [
        new("code", "code", bookmaker => bookmaker.Code),
        new("name", "name", bookmaker => bookmaker.Name),
        new("isExchange", "exchange", bookmaker => bookmaker.IsExchange),
        new("isAggregate", "aggregate", bookmaker => bookmaker.IsAggregate),
        new("commission", "commission", bookmaker => bookmaker.Commission) { Format = "0.###" },
    ]);

    public static Command Create(Settings settings)
    {
        string[] examples = ["bookmakers"];
        const string about = "The bookmakers whose odds are known, with the codes that lists use.";
        return CommandLine.Verb("bookmakers", about, examples, async (parsed, cancellation) =>
        {
            using var api = new ApiClient(settings.Api, settings.Key);
            if (await List.Show(parsed, await api.GetText("v1/bookmakers", cancellation), "bookmakers", cancellation) is { } bookmakers)
            {
                Screen.Line(bookmakers.Count == 0
                    ? "There are no bookmakers yet."
                    : "commission: share of a win that the exchange keeps. aggregate: the best or the average of several bookmakers.");
            }
            return Exit.Ok;
        }, [.. List.Options]);
    }

    sealed record BookmakerView(string Code, string Name, bool IsExchange, bool IsAggregate, double Commission);
}
