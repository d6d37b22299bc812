using System.ComponentModel.DataAnnotations;

namespace Soccer.Featurize;

/// <summary>When Featurize sends a run on to training. Read from the section Featurize.</summary>
public sealed class FeaturizeOptions
{
    /// <summary>
    /// Results that must have come since the champion's dataset before an automatic run trains again. Default 100: half a weekend of the main divisions;
    /// fewer can't move a model of 130,000 rows.
    /// </summary>
    [Range(0, 1_000_000)]
    public int RetrainAfterResults { get; init; } = 100;

    /// <summary>Feature-set versions whose team state is kept, for requests that name one. Default 10: some 2 MB each.</summary>
    [Range(1, 1000)]
    public int KeptStates { get; init; } = 10;
}
