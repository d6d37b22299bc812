namespace Soccer.Forecasting.Features;

/// <summary>A division's level in its country, by <see cref="Division.Of"/>; a text that is no code counts as a top division.</summary>
static class Levels
{
    public static int Of(string division) => Division.Of(division)?.Level ?? 1;
}
