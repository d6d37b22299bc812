namespace Soccer.Forecasting.Models;

/// <summary>The newest matches that a model was fitted on.</summary>
/// <param name="From">The first match day.</param>
/// <param name="To">The last match day.</param>
/// <param name="Rows">Matches.</param>
public sealed record ReferencePeriod(DateOnly From, DateOnly To, int Rows);
