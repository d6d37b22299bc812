namespace Soccer.Forecasting;

/// <summary>Goals of the home team and of the away team.</summary>
public readonly record struct Score(int Home, int Away)
{
    /// <summary>Who won.</summary>
    public Outcome Outcome => Home > Away ? Outcome.HomeWin : Home == Away ? Outcome.Draw : Outcome.AwayWin;
}
