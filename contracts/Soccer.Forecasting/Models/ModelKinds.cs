using System.Collections.Immutable;

namespace Soccer.Forecasting.Models;

/// <summary>The kinds of forecasts, by what they may know of the market. The names of features say what they owe to it.</summary>
public static class ModelKinds
{
    /// <summary>An opinion that owes the market nothing.</summary>
    public const string ResultsOnly = "results-only";

    /// <summary>Knows the odds of past matches, none of the match's own: an opinion beside its price.</summary>
    public const string MarketMemory = "market-memory";

    /// <summary>
    /// Starts from the match's own opening odds: the best probabilities, for matches that have such odds, and the ones that edges are
    /// claimed with.
    /// </summary>
    public const string MarketAware = "market-aware";

    /// <summary>Begins the names of features made of past matches' odds.</summary>
    public const string MemoryPrefix = "market_";

    /// <summary>Begins the names of features made of the match's own opening odds.</summary>
    public const string PricePrefix = "price_";

    /// <summary>From the one that knows least to the one that knows most.</summary>
    public static ImmutableArray<string> All { get; } = [ResultsOnly, MarketMemory, MarketAware];

    /// <summary>Whether a kind may look at a feature.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static bool Sees(string kind, string feature) => kind switch
    {
        ResultsOnly => !feature.StartsWith(MemoryPrefix, StringComparison.Ordinal) && !feature.StartsWith(PricePrefix, StringComparison.Ordinal),
        MarketMemory => !feature.StartsWith(PricePrefix, StringComparison.Ordinal),
        MarketAware => true,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, $"A kind is one of {string.Join(", ", All)}."),
    };
}
