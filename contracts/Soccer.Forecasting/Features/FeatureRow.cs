namespace Soccer.Forecasting.Features;

/// <summary>Takes one match's features.</summary>
/// <param name="match">The match.</param>
/// <param name="values">A value a column of the schema; only valid during the call.</param>
public delegate void FeatureRow(Match match, ReadOnlySpan<float> values);
