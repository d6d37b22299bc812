namespace Soccer.Tables;

/// <summary>The schemas, one a stage.</summary>
public static class Schema
{
    static readonly string[] Known = ["ingest", "validate", "featurize", "train", "promote", "predict", "drift_check", "api"];

    /// <summary>The schema of a stage: drift-check has drift_check.</summary>
    /// <exception cref="ArgumentException">There is no such stage; a name from outside never becomes SQL.</exception>
    public static string Of(string stage)
    {
        var schema = stage.Replace('-', '_');
        return Known.Contains(schema) ? schema : throw new ArgumentException($"'{stage}' is not a stage", nameof(stage));
    }
}
