namespace Soccer.Forecasting.Features;

/// <summary>What a team makes, and its opponent lets it make, in a match.</summary>
public enum Statistic
{
    Points,
    Goals,
    Shots,
    ShotsOnTarget,
    Corners,
}
