using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace Soccer.Train;

/// <summary>How one kind is fitted.</summary>
public sealed record KindParameters
{
    const string OneLearner = @"(logistic|dixon-coles|price|((logistic|price)\+)?(xgboost|lightgbm))";

    /// <summary>
    /// Endings, parted by commas, of the names of the features of a logistic regression that trees start from. _difference,_ratio: what
    /// compares the teams; trees then
    /// need a third fewer rounds and do no worse. Where the schema has none such, trees start from even chances.
    /// </summary>
    [Required(AllowEmptyStrings = true)]
    public string StartFeatures { get; init; } = "_difference,_ratio";

    /// <summary>
    /// Ridge penalty of that regression; 300: three seasons of one division lose .1 of log loss without it, three decades of all divisions
    /// don't feel it.
    /// </summary>
    [Range(1e-3, 1e6)]
    public double StartRidge { get; init; } = 300;

    /// <summary>What the parts are made by, parted by commas: see <see cref="Learner"/>.</summary>
    // Anchored: the attribute takes the first match only, and without its end that is "logistic,logistic" of "logistic,logistic+xgboost".
    [RegularExpression(@"^\s*" + OneLearner + @"\s*(,\s*" + OneLearner + @"\s*)*$")]
    public string Learners { get; init; } = $"{Learner.Logistic},{Learner.LogisticXGBoost}";

    /// <summary>
    /// Years at the end of the fit part that are forecast by parts fitted on what is older, for a regression on the parts to learn from; 0
    /// leaves the regression out.
    /// </summary>
    [Range(0, 10)]
    public int Folds { get; init; }

    /// <summary>Whether the parts are fitted once more with the stop part among the matches to fit.</summary>
    public bool Refit { get; init; } = true;

    /// <summary>Whether trees learn the market's closing probabilities in the place of outcomes, where a match has them.</summary>
    public bool SoftLabels { get; init; }

    /// <summary>How much closing probabilities count in what trees learn, where they learn them; the outcome counts the rest.</summary>
    [Range(0, 1)]
    public double SoftShare { get; init; } = 1;

    /// <summary>How trees are grown.</summary>
    [Required, ValidateObjectMembers]
    public BoostingParameters Boosting { get; init; } = new();

    /// <summary>By name, for the artifact.</summary>
    /// <param name="kind">Stands before each name.</param>
    public IEnumerable<KeyValuePair<string, string>> Described(string kind) =>
    [
        new($"{kind}.bins", Text(Boosting.Bins)),
        new($"{kind}.depth", Text(Boosting.Depth)),
        new($"{kind}.featureShare", Text(Boosting.FeatureShare)),
        new($"{kind}.fixedRounds", Text(Boosting.FixedRounds)),
        new($"{kind}.folds", Text(Folds)),
        new($"{kind}.learners", Learners),
        new($"{kind}.leafWeight", Text(Boosting.LeafWeight)),
        new($"{kind}.learningRate", Text(Boosting.LearningRate)),
        new($"{kind}.matchShare", Text(Boosting.MatchShare)),
        new($"{kind}.patience", Text(Boosting.Patience)),
        new($"{kind}.ridge", Text(Boosting.Ridge)),
        new($"{kind}.refit", Refit ? "yes" : "no"),
        new($"{kind}.rounds", Text(Boosting.Rounds)),
        new($"{kind}.seed", Text(Boosting.Seed)),
        new($"{kind}.softLabels", SoftLabels ? "yes" : "no"),
        new($"{kind}.softShare", Text(SoftShare)),
        new($"{kind}.startFeatures", StartFeatures),
        new($"{kind}.startRidge", Text(StartRidge)),
        new($"{kind}.threads", Text(Boosting.Threads)),
    ];

    static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
