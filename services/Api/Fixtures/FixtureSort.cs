using Soccer.Api.Problems;

namespace Soccer.Api.Fixtures;

/// <summary>
/// Orders fixtures by something else than their date. Pages follow each other by date, so there is only one of any other order.
/// </summary>
static class FixtureSort
{
    public const string Date = "date", Edge = "edge", Probability = "probability";

    public static readonly string[] Words = [Date, Edge, Probability];

    /// <summary>The order that was asked for.</summary>
    /// <exception cref="InvalidInputException">There is no such order, or it has no pages.</exception>
    public static string Read(string? sort, string? cursor)
    {
        var order = Input.OneOf("sort", sort, Words) ?? Date;
        return order == Date || cursor is null
            ? order
            : throw new InvalidInputException(
                "cursor", cursor, $"sort={order} has one page only: leave cursor out, or sort by date for pages that follow each other");
    }

    /// <summary>The first matches of an order; of equals the earlier match first.</summary>
    /// <param name="order">edge or probability: the highest of a match's outcomes first.</param>
    /// <param name="matches">All that were found, by date.</param>
    /// <param name="count">Matches wanted.</param>
    /// <param name="most">Matches that can be ordered.</param>
    /// <exception cref="InvalidInputException">There are too many.</exception>
    public static IReadOnlyList<FixtureAnswer> Page(string order, IReadOnlyCollection<FixtureAnswer> matches, int count, int most) =>
        matches.Count <= most
            ? [.. matches.OrderByDescending(match => Highest(order, match)).Take(count)]
            : throw new InvalidInputException(
                "sort", order,
                $"sort={order} orders one page of at most {most} matches, and there are more: ask for fewer with division, team, from and "
                + "to, or sort by date");

    static double Highest(string order, FixtureAnswer match)
    {
        OutcomeAnswer[] outcomes = [match.HomeWin, match.Draw, match.AwayWin];
        return outcomes.Max(outcome => order == Edge ? outcome.Edge ?? double.NegativeInfinity : outcome.Probability);
    }
}
