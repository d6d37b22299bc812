namespace Soccer.Forecasting.Models;

/// <summary>The three consecutive parts of the matches that a model was made from: first and last match day and matches of each.</summary>
public sealed record ModelBoundaries(
    DateOnly FitFrom, DateOnly FitTo, int FitRows, DateOnly StopFrom, DateOnly StopTo, int StopRows, DateOnly HoldOutFrom, DateOnly HoldOutTo, int HoldOutRows);
