using FsCheck;
using FsCheck.Fluent;

namespace Soccer.Forecasting.Tests.Features;

/// <summary>
/// A history as the source might have it: two divisions of one country with teams moving between them, a third elsewhere, days with several matches, matches without
/// statistics or without odds, and some that have not been played.
/// </summary>
static class RandomLeague
{
    static readonly DateOnly Start = new(2020, 8, 1);

    public static Arbitrary<Match[]> Any { get; } = (
        from count in Gen.Choose(0, 120)
        from seeds in Gen.Choose(0, int.MaxValue - 1).ListOf(count)
        select seeds.Select((seed, i) => MatchOf(new Random(seed), i)).OrderBy(match => (match.Date, match.Id)).ToArray()).ToArbitrary();

    /// <summary>A history and a position in it.</summary>
    public static Arbitrary<(Match[] Matches, int Position)> WithPosition { get; } = (
        from matches in Any.Generator.Where(matches => matches.Length > 0)
        from position in Gen.Choose(0, matches.Length - 1)
        select (matches, position)).ToArbitrary();

    /// <summary>A history of some matches, always the same.</summary>
    public static Match[] Of(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => MatchOf(random, i)).OrderBy(match => (match.Date, match.Id))];
    }

    /// <summary>The same match with another result, other statistics and another closing price, all the seed's.</summary>
    public static Match Replayed(Match match, int seed)
    {
        var random = new Random(seed);
        return match with
        {
            FullTime = random.Next(10) == 0 ? null : new Score(random.Next(6), random.Next(6)),
            HomeStatistics = StatisticsOf(random),
            AwayStatistics = StatisticsOf(random),
            Closing = PricesOf(random),
        };
    }

    /// <summary>The same match with another opening price, the seed's.</summary>
    public static Match Repriced(Match match, int seed) => match with { Opening = PricesOf(new Random(seed)) };

    static Match MatchOf(Random random, int id)
    {
        var days = random.Next(700);
        var country = random.Next(4) == 0 ? 100 : 0;
        var home = 1 + random.Next(7);
        var match = new Match
        {
            Id = 1000 + id,
            Division = country > 0 ? "G1" : random.Next(2) == 0 ? "E0" : "E1",
            Season = 2020 + days / 350,
            Date = Start.AddDays(days / 350 * 365 + days % 350 / 7 * 7),
            Home = country + home,
            Away = country + 1 + (home + random.Next(6)) % 7,
        };
        return Repriced(Replayed(match, random.Next()), random.Next());
    }

    static TeamStatistics? StatisticsOf(Random random) => random.Next(4) == 0
        ? null
        : new((short)random.Next(25), random.Next(8) == 0 ? null : (short)random.Next(10), (short)random.Next(12), null, null, null);

    // Some are missing, and some are no offer.
    static Prices? PricesOf(Random random) => random.Next(3) == 0 ? null : new(1.6 + random.NextDouble(), 3.2 + random.NextDouble(), 2.5 + 4 * random.NextDouble());
}
