using System.CommandLine;
using System.Globalization;
using Soccer.Cli.Services;

namespace Soccer.Cli.Forecasts;

/// <summary>The options of fixtures that choose matches.</summary>
sealed class FixtureOptions
{
    readonly Option<string?> team = new("--team") { Description = "Only the matches of a team, or of all whose names contain this." };
    readonly Option<string?> league = new("--league")
    {
        Description = "Only a league: its code, such as E0, its name, such as \"England Premier League\", or a part that no other has.",
    };

    readonly Option<string?> division = Options.Division();
    readonly Option<DateOnly?> from = Options.Day("--from", "The first day, also of matches that have kicked off. Left out: only matches that have not");
    readonly Option<DateOnly?> to = Options.Day("--to", "The last day");

    readonly Option<int?> limit = new("--limit")
    {
        Description = "How many matches, or all. A table has 50 if left out; --csv, --json and --list have all.",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (text == "all")
                return int.MaxValue;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
                return count;
            result.AddError($"--limit '{text}': write a number of at least 1, or all");
            return null;
        },
    };

    /// <summary>A competition's list.</summary>
    public Option<string?> List { get; } = new("--list")
    {
        Description = "Only the fixtures of a competition's list, in its order: the list.json that the source has written.",
    };

    /// <summary>The order.</summary>
    public Option<FixtureSort> Sort { get; } = new("--sort")
    {
        HelpName = "date|edge|probability",
        Description = "By date if left out; by the highest edge of an outcome; or by the probability of the likeliest outcome.",
        CustomParser = result => result.Tokens[0].Value switch
        {
            "date" => FixtureSort.Date,
            "edge" => FixtureSort.Edge,
            "probability" => FixtureSort.Probability,
            var other => Wrong(result.AddError, $"--sort '{other}': write date, edge or probability"),
        },
    };

    /// <summary>All of them, for the verb.</summary>
    public IReadOnlyList<Option> All => [team, league, division, from, to, Sort, limit, List];

    IReadOnlyList<Option> Filters => [team, league, division, from, to];

    /// <summary>How many matches are asked for; null if the command line does not say it.</summary>
    public int? MostOf(ParseResult parsed) => parsed.GetValue(limit);

    /// <summary>Refuses options that exclude each other.</summary>
    public void Check(ParseResult parsed, bool isJson)
    {
        if (isJson && parsed.GetValue(List) is not null)
            throw new ExitException(Exit.Usage, "--json prints the Api's answer: leave --list out");
        if (parsed.GetValue(league) is not null && parsed.GetValue(division) is not null)
            throw new ExitException(Exit.Usage, "--league and --division both choose a league: leave one of them out");
        if (parsed.GetValue(from) > parsed.GetValue(to))
            throw new ExitException(Exit.Usage, $"--to {Text(parsed.GetValue(to))} is before --from {Text(parsed.GetValue(from))}");
        if (parsed.GetValue(List) is not null && Filters.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } filter)
            throw new ExitException(Exit.Usage, $"--list names its own fixtures: leave {filter.Name} out");
    }

    /// <summary>What the matches are limited to, such as "of Arsenal in E0"; null for all.</summary>
    public string? FilterOf(ParseResult parsed) => (parsed.GetValue(team), parsed.GetValue(league) ?? parsed.GetValue(division)) switch
    {
        (null, null) => null,
        (var name, null) => $"of {name}",
        (null, var code) => $"in {code}",
        var (name, code) => $"of {name} in {code}",
    };

    /// <summary>Asks for the matches.</summary>
    public async Task<FixtureList> Ask(ApiClient api, ParseResult parsed, CancellationToken cancellation)
    {
        var (first, last) = (parsed.GetValue(from), parsed.GetValue(to));
        // With a last day alone the Api answers what has been played, too.
        var matches = await FixtureList.Ask(api, "v1/fixtures" + Query.Of(
            ("team", parsed.GetValue(team)), ("league", parsed.GetValue(league)), ("division", parsed.GetValue(division)),
            ("from", Text(first)), ("to", first is null ? null : Text(last))), cancellation);
        return first is null && last is { } day ? matches.Until(day) : matches;
    }

    static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static FixtureSort Wrong(Action<string> add, string message)
    {
        add(message);
        return FixtureSort.Date;
    }
}
