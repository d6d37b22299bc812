namespace Soccer.Bench;

/// <summary>What one step of the cascade cost at one size.</summary>
/// <param name="Stage">Which.</param>
/// <param name="Matches">How many it worked on.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="ProcessorSeconds">Processor time of its process, all processors together, without PostgreSQL's.</param>
/// <param name="PeakBytes">The most memory that its process held meanwhile.</param>
sealed record StageCost(string Stage, int Matches, double Seconds, double ProcessorSeconds, long PeakBytes);

/// <summary>The steps by name.</summary>
static class StageNames
{
    public const string Read = "read and match the files";
    public const string Merge = "merge into PostgreSQL";
    public const string Pass = "feature pass";
    public const string Store = "feature pass, from and into PostgreSQL";
    public const string TrainingSet = "read the training set";
    public const string Forecast = "forecast every match, every kind";
    public const string Fits = "fit every kind";
    public const string Cascade = "the whole cascade";

    /// <summary>Whether a step is part of the fits.</summary>
    public static bool IsFit(string stage) => stage.StartsWith("fit ", StringComparison.Ordinal) && stage != Fits;
}
