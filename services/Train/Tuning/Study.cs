using System.Security.Cryptography;
using System.Text.Json;
using Soccer.Forecasting.Models;

namespace Soccer.Train.Tuning;

/// <summary>A search for parameters with all that its outcome depends on. No run is in it: the same study asked for again finds its results.</summary>
/// <param name="Kind">The kind whose trees are tuned.</param>
/// <param name="DatasetHash">The dataset.</param>
/// <param name="FeatureSetHash">The feature rows.</param>
/// <param name="SchemaHash">Their schema.</param>
/// <param name="AsOf">The day up to which results are used.</param>
/// <param name="CodeVersion">The code that fits, proposes and promotes.</param>
/// <param name="Library">The native libraries that grow trees: see <see cref="BoostingLibraries"/>.</param>
/// <param name="Trials">Sets of parameters to try.</param>
/// <param name="Seed">Of their choice.</param>
/// <param name="SecondsLimit">See <see cref="Tuning.Search.SecondsLimit"/>.</param>
/// <param name="Parameters">As configured; trial 1, and whatever is not varied.</param>
public sealed record Study(
    string Kind, string DatasetHash, string FeatureSetHash, string SchemaHash, DateOnly AsOf, string CodeVersion, string Library, int Trials, int Seed,
    int SecondsLimit, TrainingParameters Parameters)
{
    /// <summary>SHA-256 over all of it, lower-case hex.</summary>
    public string Id() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this)));

    /// <summary>How it goes on.</summary>
    public Search Search() => new(TrialPoint.Of(Parameters.Of(Kind).Boosting), Trials, Seed, SecondsLimit);

    /// <summary>The parameters of a training at a point.</summary>
    public TrainingParameters At(TrialPoint point)
    {
        var configured = Parameters.Of(Kind);
        var tuned = configured with { Boosting = point.In(configured.Boosting) };
        return Kind switch
        {
            ModelKinds.ResultsOnly => Parameters with { ResultsOnly = tuned },
            ModelKinds.MarketMemory => Parameters with { MarketMemory = tuned },
            _ => Parameters with { MarketAware = tuned },
        };
    }

    /// <summary>A study ends with the code that it was begun with: results of two codes don't compare.</summary>
    /// <exception cref="InvalidOperationException">This code, or this library, is another.</exception>
    public void Demand(string codeVersion, string library)
    {
        if ((CodeVersion, Library) != (codeVersion, library))
            throw new InvalidOperationException(
                $"study {Id()} was begun with code {CodeVersion} and {Library}; here is code {codeVersion} and {library}. Start its run again.");
    }
}
