namespace Soccer.Forecasting;

/// <summary>The three outcomes, in the order in which every array of probabilities and odds has them.</summary>
public enum Outcome
{
    HomeWin = 0,
    Draw = 1,
    AwayWin = 2,
}
