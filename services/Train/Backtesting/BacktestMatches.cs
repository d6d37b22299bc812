using Soccer.Forecasting;

namespace Soccer.Train.Backtesting;

/// <summary>The matches of a backtest: a training set whose market prices reach back over every test season, with what only a backtest needs.</summary>
/// <param name="Set">Every played match.</param>
/// <param name="Seasons">The year in which each one's season began.</param>
/// <param name="Best">What the best opening prices of all bookmakers paid, after commission, where known: of the matches of test seasons
/// only.</param>
public sealed record BacktestMatches(TrainingSet Set, int[] Seasons, Prices?[] Best)
{
    /// <summary>The seasons that the main divisions have played, oldest first; where there is none of them, the years from July to June that any division has.</summary>
    public int[] Played()
    {
        int[] main = [.. Enumerable.Range(0, Set.Count).Where(Set.IsMain).Select(match => Seasons[match]).Distinct().Order()];
        return main.Length > 0 ? main : [.. Set.Dates.Select(date => date.AddMonths(-6).Year).Distinct().Order()];
    }
}
