using System.Text.Json;
using System.Text.Json.Nodes;
using Soccer.Cli.Services;
using Soccer.Forecasting;

namespace Soccer.Cli.Forecasts;

/// <summary>A fixture of a competition's list.</summary>
/// <param name="Date">The day.</param>
/// <param name="Division">The league's code.</param>
/// <param name="League">What the list calls it.</param>
/// <param name="Home">The home team, as the list has it.</param>
/// <param name="Away">The away team.</param>
sealed record GivenFixture(DateOnly Date, string Division, string League, string Home, string Away);

/// <summary>The fixtures that a competition asks for, in its order: what the source wrote down as list.json.</summary>
static class GivenFixtures
{
    const int Examples = 5;

    /// <summary>Reads a list.</summary>
    /// <exception cref="ExitException">It is not there, or no list.</exception>
    public static async Task<IReadOnlyList<GivenFixture>> Read(string file, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(file))
            throw new ExitException(Exit.Usage, $"--list '{file}': name a file");
        try
        {
            await using var stream = File.OpenRead(file);
            return await JsonSerializer.DeserializeAsync<GivenFixture[]>(stream, JsonSerializerOptions.Web, cancellation) ?? [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ExitException(
                Exit.Usage, $"--list '{file}': give the list.json that the source has written; {error.Message}");
        }
    }

    /// <summary>
    /// The newest forecasts of a list, in its order and with its names. One request a day, so that no list is too long for an answer.
    /// </summary>
    /// <exception cref="ExitException">A fixture has no forecast; the message names some of those.</exception>
    public static async Task<FixtureList> Ask(ApiClient api, IReadOnlyList<GivenFixture> list, CancellationToken cancellation)
    {
        FixtureList last = new([], []);
        List<JsonElement> known = [];
        foreach (var day in list.Select(fixture => fixture.Date).Distinct().Order())
        {
            last = await FixtureList.Ask(api, $"v1/fixtures?from={day:yyyy-MM-dd}&to={day:yyyy-MM-dd}", cancellation);
            known.AddRange(last.Matches);
        }
        if (last.View is { Note: not null } || list.Count == 0)
            return last;
        var byId = known.ToLookup(match => FixtureList.Read(match).MatchId);
        var ordered = Ordered(list, [.. known.Select(FixtureList.Read)]);
        return last with { Matches = [.. ordered.Select(match => Named(byId[match.MatchId].First(), match))] };
    }

    /// <summary>The Api's match under the names of the list.</summary>
    static JsonElement Named(JsonElement answered, FixtureView match)
    {
        var named = JsonObject.Create(answered)!;
        (named["league"], named["home"], named["away"]) = (match.League, match.Home, match.Away);
        return JsonSerializer.SerializeToElement(named);
    }

    /// <summary>The forecasts in the order of a list, each under the list's names.</summary>
    /// <exception cref="ExitException">A fixture has none.</exception>
    public static IReadOnlyList<FixtureView> Ordered(IReadOnlyList<GivenFixture> list, IReadOnlyList<FixtureView> forecasts)
    {
        var byBoth = forecasts.ToLookup(match => KeyOf(match.Division, match.Date, match.Home, match.Away));
        var taken = new HashSet<FixtureView>(ReferenceEqualityComparer.Instance);
        var found = list
            .Select(given => (
                Given: given, Match: Taken(byBoth[KeyOf(given.Division, given.Date, given.Home, given.Away)].FirstOrDefault())))
            .ToList();
        // A name of the list may be an alias of the one in the data. The other name finds the match where nothing else can be meant.
        for (var at = 0; at < found.Count; at++)
            if (found[at] is { Match: null, Given: var given })
                found[at] = (given, OnlyOne(given));
        string[] without = [.. found.Where(pair => pair.Match is null)
            .Select(pair => $"{pair.Given.League} {pair.Given.Date:yyyy-MM-dd} {pair.Given.Home} - {pair.Given.Away}")];
        return without.Length == 0
            ? [.. found.Select(pair => pair.Match! with { League = pair.Given.League, Home = pair.Given.Home, Away = pair.Given.Away })]
            : throw new ExitException(
                Exit.Failed, $"{without.Length} of {list.Count} fixtures of the list {(without.Length == 1 ? "has" : "have")} no forecast: "
                    + $"{string.Join("; ", without.Take(Examples))}"
                    + $"{(without.Length > Examples ? "; ..." : "")}. Has a run completed? See ./soccer runs");

        FixtureView? Taken(FixtureView? match)
        {
            if (match is not null) taken.Add(match);
            return match;
        }

        FixtureView? OnlyOne(GivenFixture given)
        {
            FixtureView[] near = [.. forecasts.Where(match => MayBe(match, given))];
            return near is [var match] && !taken.Contains(match) && list.Count(other => MayBe(match, other)) == 1 ? match : null;
        }
    }

    static bool MayBe(FixtureView match, GivenFixture given) =>
        match.Division == given.Division && match.Date == given.Date
        && (Key(match.Home) == Key(given.Home) || Key(match.Away) == Key(given.Away));

    static (string, DateOnly, string, string) KeyOf(string division, DateOnly date, string home, string away) =>
        (division, date, Key(home), Key(away));

    static string Key(string team) => TeamName.Normalise(team).ToUpperInvariant();
}
