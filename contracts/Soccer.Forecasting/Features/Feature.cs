namespace Soccer.Forecasting.Features;

/// <summary>One column of a feature row.</summary>
/// <param name="Name">Lower case with underscores: elo_difference.</param>
/// <param name="Meaning">What it says, with unit and range, in a line.</param>
public sealed record Feature(string Name, string Meaning);
