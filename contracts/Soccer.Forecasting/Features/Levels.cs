namespace Soccer.Forecasting.Features;

/// <summary>A division's level in its country; one that is not among <see cref="Division.All"/> counts as a top division.</summary>
static class Levels
{
    public static int Of(string division) => Division.Find(division)?.Level ?? 1;
}
