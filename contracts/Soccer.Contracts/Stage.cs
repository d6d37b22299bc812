namespace Soccer.Contracts;

/// <summary>The seven stages, in the order of the cascade.</summary>
public static class Stage
{
    public const string Ingest = "ingest";
    public const string Validate = "validate";
    public const string Featurize = "featurize";
    public const string Train = "train";
    public const string Promote = "promote";
    public const string Predict = "predict";
    public const string DriftCheck = "drift-check";

    /// <summary>All of them, first to last.</summary>
    public static IReadOnlyList<string> All { get; } = [Ingest, Validate, Featurize, Train, Promote, Predict, DriftCheck];
}
