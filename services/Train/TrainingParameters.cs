using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;
using Soccer.Forecasting.Models;

namespace Soccer.Train;

/// <summary>Everything about a training but its rows.</summary>
public sealed record TrainingParameters
{
    /// <summary>How the matches are cut in time.</summary>
    [Required, ValidateObjectMembers]
    public SplitOptions Split { get; init; } = new();

    /// <summary>
    /// How results-only is fitted. A model of goals sees draws differently from trees; the mean of all three is better than any of them.
    /// Two libraries' trees with half the rounds at twice
    /// the learning rate cost what one's cost, and are better by a little: docs/adr/0021.
    /// </summary>
    [Required, ValidateObjectMembers]
    public KindParameters ResultsOnly { get; init; } = new()
    {
        Learners = $"{Learner.LogisticXGBoost},{Learner.LogisticLightGBM},{Learner.DixonColes}",
        Boosting = new() { LearningRate = 0.1, FixedRounds = 35 },
    };

    /// <summary>How market-memory is fitted. It knows the market's past anyway, and may learn what the market thought.</summary>
    [Required, ValidateObjectMembers]
    public KindParameters MarketMemory { get; init; } = new()
    {
        Learners = $"{Learner.LogisticXGBoost},{Learner.LogisticLightGBM}",
        SoftLabels = true,
        SoftShare = 0.5,
        Boosting = new() { LearningRate = 0.1, FixedRounds = 20 },
    };

    /// <summary>
    /// How market-aware is fitted. Shallow trees with heavy leaves: little is left to learn beside the price. Most of that is where the
    /// price will go, which has little noise; the rest is where it is
    /// wrong.
    /// </summary>
    [Required, ValidateObjectMembers]
    public KindParameters MarketAware { get; init; } = new()
    {
        Learners = $"{Learner.PriceXGBoost},{Learner.PriceLightGBM}",
        SoftLabels = true,
        SoftShare = 0.6,
        Boosting = new() { Depth = 3, LearningRate = 0.1, LeafWeight = 200, Ridge = 50, FixedRounds = 90 },
    };

    /// <summary>How a kind is fitted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public KindParameters Of(string kind) => kind switch
    {
        ModelKinds.ResultsOnly => ResultsOnly,
        ModelKinds.MarketMemory => MarketMemory,
        ModelKinds.MarketAware => MarketAware,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, $"A kind is one of {string.Join(", ", ModelKinds.All)}."),
    };

    /// <summary>By name, for the artifact.</summary>
    public SortedDictionary<string, string> Described() => Described(ModelKinds.All.SelectMany(kind => Of(kind).Described(kind)));

    /// <summary>By name: the split and what is given of the kinds.</summary>
    public SortedDictionary<string, string> Described(IEnumerable<KeyValuePair<string, string>> kinds)
    {
        var described = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["holdOutDays"] = Text(Split.HoldOutDays),
            ["stopDays"] = Text(Split.StopDays),
            ["warmUpYears"] = Text(Split.WarmUpYears),
        };
        foreach (var (name, value) in kinds)
            described.Add(name, value);

        return described;
    }

    static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
