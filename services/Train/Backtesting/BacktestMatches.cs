using Soccer.Forecasting;

namespace Soccer.Train.Backtesting;

/// <summary>The matches of a backtest: a training set whose market prices reach back over every test season, with what only a backtest needs.</summary>
/// <param name="Set">Every played match.</param>
/// <param name="Seasons">The year in which each one's season began.</param>
/// <param name="Best">The best opening prices of all bookmakers, where known: what a bettor could have had.</param>
public sealed record BacktestMatches(TrainingSet Set, int[] Seasons, Prices?[] Best)
{
    /// <summary>The seasons that the main divisions have played, oldest first.</summary>
    public int[] Played() => [.. Enumerable.Range(0, Set.Count).Where(Set.IsMain).Select(match => Seasons[match]).Distinct().Order()];
}
