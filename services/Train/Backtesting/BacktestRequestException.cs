namespace Soccer.Train.Backtesting;

/// <summary>A backtest that can't be made as it was asked for.</summary>
/// <param name="field">The command's field that is wrong: testSeasons, kinds, featureSetVersion.</param>
/// <param name="reason">What is wrong with it, and what to write instead.</param>
public sealed class BacktestRequestException(string field, string reason) : Exception(reason)
{
    public string Field { get; } = field;
}
