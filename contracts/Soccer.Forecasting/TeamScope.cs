namespace Soccer.Forecasting;

/// <summary>Where to look for a team.</summary>
/// <param name="Country">The only country that it can be of; null for any.</param>
/// <param name="Division">The division that was asked about: its present teams are suggested before others as near.</param>
/// <param name="Likely">Where any country will do, the one whose teams are suggested before others as near: the opponent's.</param>
public readonly record struct TeamScope(string? Country, string? Division = null, string? Likely = null);
