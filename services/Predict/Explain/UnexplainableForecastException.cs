namespace Soccer.Predict.Explain;

/// <summary>A forecast that can't be explained, and why.</summary>
public sealed class UnexplainableForecastException(string message) : Exception(message);
