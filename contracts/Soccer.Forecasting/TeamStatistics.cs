namespace Soccer.Forecasting;

/// <summary>What one team did in a match. Each figure may be missing; missing is not zero.</summary>
public sealed record TeamStatistics(short? Shots, short? ShotsOnTarget, short? Corners, short? Fouls, short? Yellows, short? Reds);
