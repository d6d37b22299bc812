using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Odds;

namespace Soccer.Train.Backtesting;

/// <summary>Bets on the forecasts of a backtest, at the opening prices as they were offered.</summary>
public static class BacktestBetting
{
    /// <summary>For each kind and for best and average prices: the bets of all test seasons, and of each where there are several.</summary>
    /// <param name="matches">All matches.</param>
    /// <param name="rows">Positions of the matches to bet on, with their seasons; all have opening and closing prices.</param>
    /// <param name="seasons">The test seasons.</param>
    /// <param name="kinds">Each kind's forecasts by position.</param>
    public static IEnumerable<BacktestBets> Of(
        BacktestMatches matches, (int Row, int Season)[] rows, BacktestSeason[] seasons, (string Kind, Dictionary<int, Probabilities> Forecasts)[] kinds)
    {
        (string Name, Prices?[] Prices)[] offers = [("best", matches.Best), ("average", matches.Set.Opening)];
        (string Name, Func<int, bool> Has)[] slices =
        [
            (BacktestScoring.Pooled, _ => true),
            .. seasons.Where(_ => seasons.Length > 1).Select(season => (season.Name, (Func<int, bool>)(played => played == season.Season))),
        ];
        foreach (var (slice, has) in slices)
            foreach (var (kind, forecasts) in kinds)
                foreach (var (name, prices) in offers)
                {
                    int[] offered = [.. rows.Where(row => has(row.Season) && prices[row.Row] is { IsUsable: true }).Select(row => row.Row)];
                    var bets = offered.Select(row => Bet.On(
                        matches.Set.Dates[row], forecasts[row], prices[row]!.Value, MarginRemoval.Power(matches.Set.Closing[row]!.Value), matches.Set.Outcomes[row]));
                    yield return new(slice, kind, name, offered.Length, BettingRecord.Of([.. bets.OfType<Bet>()], ForecastTable.Seed));
                }
    }
}
