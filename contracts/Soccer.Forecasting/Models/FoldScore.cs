namespace Soccer.Forecasting.Models;

/// <summary>How well a forecaster did on matches that it was not fitted on.</summary>
/// <param name="Fold">Which matches: stop, hold-out, a walk-forward year ("fold 2021-07-03") or a test season ("2023/24").</param>
/// <param name="From">Their first match day.</param>
/// <param name="To">The last.</param>
/// <param name="Score">Who, and how well.</param>
public sealed record FoldScore(string Fold, DateOnly From, DateOnly To, ForecasterScore Score)
{
    /// <summary>The matches that say when boosting stops and how parts are blended.</summary>
    public const string Stop = "stop";

    /// <summary>The newest matches, which nothing was chosen by.</summary>
    public const string HoldOut = "hold-out";
}
