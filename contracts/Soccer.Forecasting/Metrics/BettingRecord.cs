using Soccer.Forecasting.Odds;

namespace Soccer.Forecasting.Metrics;

/// <summary>What bets came to, by two ways to stake.</summary>
/// <param name="Bets">How many.</param>
/// <param name="FlatYield">Gain a unit staked, the same stake on each: Σ gain / bets.</param>
/// <param name="KellyYield">Gain a unit staked, a quarter of the <see cref="Kelly"/> share on each: Σ share·gain / Σ share.</param>
/// <param name="KellyBankroll">What a bankroll of 1 became.</param>
/// <param name="ClosingLineValue">Mean over the bets.</param>
public sealed record BettingRecord(int Bets, Interval FlatYield, Interval KellyYield, double KellyBankroll, Interval ClosingLineValue)
{
    /// <summary>The part of the Kelly share that is staked; ¼: the whole one doubles the bankroll's swings for little growth, and ruins whoever overrates himself.</summary>
    public const double KellyPart = 0.25;

    /// <summary>
    /// Bets with 95% intervals over days. The stakes of a day are shares of what the bankroll was that morning, and shrink together where they would come to more than it. None
    /// where there is no bet.
    /// </summary>
    /// <param name="bets">In any order: seasons of two divisions may overlap.</param>
    /// <param name="seed">The same seed gives the same intervals.</param>
    public static BettingRecord? Of(IReadOnlyList<Bet> bets, int seed)
    {
        if (bets.Count == 0)
            return null;

        bets = [.. bets.OrderBy(bet => bet.Day)];
        DateOnly[] days = [.. bets.Select(bet => bet.Day)];
        double[] gains = [.. bets.Select(bet => bet.Gain)];
        double[] ones = [.. bets.Select(_ => 1d)];
        var shares = Shares(bets);
        double[] shareGains = [.. shares.Zip(gains, (share, gain) => share * gain)];
        var bankroll = days.Zip(shareGains).GroupBy(bet => bet.First, bet => bet.Second).Aggregate(1d, (money, day) => money * (1 + day.Sum()));
        return new(
            bets.Count, DayBootstrap.Ratio(gains, ones, days, seed), DayBootstrap.Ratio(shareGains, shares, days, seed), bankroll,
            DayBootstrap.Ratio([.. bets.Select(bet => bet.ClosingLineValue)], ones, days, seed));
    }

    // In the order of the bets, for those of a day stand together.
    static double[] Shares(IReadOnlyList<Bet> bets) =>
        [.. bets.GroupBy(bet => bet.Day).SelectMany(day =>
        {
            double[] wanted = [.. day.Select(bet => KellyPart * Kelly.Share(bet.Probability, bet.Odds))];
            var whole = Math.Max(1, wanted.Sum());
            return wanted.Select(share => share / whole);
        })];
}
