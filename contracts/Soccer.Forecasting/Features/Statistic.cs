namespace Soccer.Forecasting.Features;

/// <summary>What a team makes, and its opponent lets it make, in a match.</summary>
public enum Statistic
{
    Points,
    Goals,
    Shots,
    ShotsOnTarget,
    Corners,

    /// <summary>Goals before half time; .45 of all goals where the score then is not known.</summary>
    EarlyGoals,

    /// <summary>Fouls committed.</summary>
    Fouls,

    /// <summary>Yellow cards taken.</summary>
    Yellows,

    /// <summary>Red cards taken.</summary>
    Reds,

    /// <summary>Goals as the play deserved: .4 × goals + .13 × shots on target + .012 × (shots + corners); about as many as goals, with less luck in them.</summary>
    Chances,
}
