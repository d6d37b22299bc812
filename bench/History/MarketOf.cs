using Soccer.Forecasting;
using Soccer.Tables.Validate;
using Soccer.Validate.Matching;

namespace Soccer.Bench;

/// <summary>The market's 1X2 prices of a match: what <see cref="MatchOdds.ReadMarket"/> asks the database for.</summary>
static class MarketOf
{
    const string Average = "Avg";
    const string BestOfAll = "Max";

    /// <summary>The published average some days before, else the mean over the bookmakers without the best price.</summary>
    public static Prices? Opening(CanonicalMatch match) => Market(match.Odds.Span, OddsPhase.Opening);

    /// <summary>Likewise at kick-off.</summary>
    public static Prices? Closing(CanonicalMatch match) => Market(match.Odds.Span, OddsPhase.Closing);

    /// <summary>The best price of all bookmakers some days before.</summary>
    public static Prices? Best(CanonicalMatch match)
    {
        foreach (var odds in match.Odds.Span)
            if (odds is { Market: OddsMarket.Result, Phase: OddsPhase.Opening, Bookmaker: BestOfAll })
                return new(odds.First, odds.Second, odds.Third);

        return null;
    }

    // Means are taken of decimals, as in the database, and so come out as the same floats.
    static Prices? Market(ReadOnlySpan<CanonicalOdds> all, OddsPhase phase)
    {
        var (home, draw, away, count) = (0m, 0m, 0m, 0);
        foreach (var odds in all)
        {
            if (odds.Market != OddsMarket.Result || odds.Phase != phase || odds.Bookmaker == BestOfAll)
                continue;

            if (odds.Bookmaker == Average)
                return new(odds.First, odds.Second, odds.Third);

            (home, draw, away, count) = (home + (decimal)odds.First, draw + (decimal)odds.Second, away + (decimal)odds.Third, count + 1);
        }

        return count == 0 ? null : new((float)(home / count), (float)(draw / count), (float)(away / count));
    }
}
