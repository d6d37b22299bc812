using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace Soccer.Train;

/// <summary>Everything about a training but its rows.</summary>
public sealed record TrainingParameters
{
    /// <summary>How the matches are cut in time.</summary>
    [Required, ValidateObjectMembers]
    public SplitOptions Split { get; init; } = new();

    /// <summary>How trees are grown.</summary>
    [Required, ValidateObjectMembers]
    public BoostingParameters Boosting { get; init; } = new();

    /// <summary>
    /// Endings, parted by commas, of the names of the features of a logistic regression that trees start from. _difference,_ratio: what compares the teams; trees then
    /// need a third fewer rounds and do no worse. Where the schema has none such, trees start from even chances.
    /// </summary>
    [Required(AllowEmptyStrings = true)]
    public string StartFeatures { get; init; } = "_difference,_ratio";

    /// <summary>
    /// Ridge penalty of that regression; 300: three seasons of one division lose .1 of log loss without it, three decades of all divisions don't feel it.
    /// </summary>
    [Range(1e-3, 1e6)]
    public double StartRidge { get; init; } = 300;

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
        ["startFeatures"] = StartFeatures,
        ["startRidge"] = Text(StartRidge),
        ["stopDays"] = Text(Split.StopDays),
        ["threads"] = Text(Boosting.Threads),
        ["warmUpYears"] = Text(Split.WarmUpYears),
    };

    static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
