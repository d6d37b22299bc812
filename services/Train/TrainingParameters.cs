using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace Soccer.Train;

/// <summary>Everything about a training but its rows.</summary>
public sealed record TrainingParameters
{
    /// <summary>How the matches are cut in time.</summary>
    [ValidateObjectMembers]
    public SplitOptions Split { get; init; } = new();

    /// <summary>How trees are grown.</summary>
    [ValidateObjectMembers]
    public BoostingParameters Boosting { get; init; } = new();

    /// <summary>Features of a logistic regression that trees start from; those that the schema lacks are passed over, and with none left trees start from even chances.</summary>
    public string[] StartFeatures { get; init; } = ["elo_difference"];

    /// <summary>Ridge penalty of that regression; 1: with a hundred matches a weight it is felt, with a hundred thousand not.</summary>
    [Range(1e-3, 1e6)]
    public double StartRidge { get; init; } = 1;

    /// <summary>By name, for the artifact.</summary>
    public SortedDictionary<string, string> Described() => new(StringComparer.Ordinal)
    {
        ["bins"] = Text(Boosting.Bins),
        ["depth"] = Text(Boosting.Depth),
        ["featureShare"] = Text(Boosting.FeatureShare),
        ["holdOutDays"] = Text(Split.HoldOutDays),
        ["leafWeight"] = Text(Boosting.LeafWeight),
        ["learningRate"] = Text(Boosting.LearningRate),
        ["matchShare"] = Text(Boosting.MatchShare),
        ["patience"] = Text(Boosting.Patience),
        ["ridge"] = Text(Boosting.Ridge),
        ["rounds"] = Text(Boosting.Rounds),
        ["seed"] = Text(Boosting.Seed),
        ["startFeatures"] = string.Join(',', StartFeatures),
        ["startRidge"] = Text(StartRidge),
        ["stopDays"] = Text(Split.StopDays),
        ["threads"] = Text(Boosting.Threads),
        ["warmUpYears"] = Text(Split.WarmUpYears),
    };

    static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
