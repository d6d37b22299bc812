using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Soccer.Train;

/// <summary>
/// How trees are grown. On three decades of football, anything near the defaults is as good to within .0003 of log loss; of these the fast
/// ones were chosen.
/// </summary>
public sealed record BoostingParameters
{
    /// <summary>With fewer matches to fit than this, fixed rounds could be far too many.</summary>
    public const int FixedFrom = 50_000;

    /// <summary>Whose trees; the learner says, see <see cref="Learner"/>.</summary>
    public BoostingLibrary Library { get; init; } = BoostingLibrary.XGBoost;

    /// <summary>Splits from root to leaf; 4: football's signals interact little.</summary>
    [Range(1, 12)]
    public int Depth { get; init; } = 4;

    /// <summary>Share of a tree's answer that counts (eta); .05: half of it is no better, and takes twice the rounds.</summary>
    [Range(0.001, 1)]
    public double LearningRate { get; init; } = 0.05;

    /// <summary>
    /// Least weight of a leaf, in units of p(1 − p) a match, doubled by XGBoost; 100 is some 230 matches. A fit part of under 50,000
    /// matches takes a 500th of its matches instead.
    /// </summary>
    [Range(0, 1e6)]
    public double LeafWeight { get; init; } = 100;

    /// <summary>Share of the features that a tree may use; .3: families of features overlap.</summary>
    [Range(0.01, 1)]
    public double FeatureShare { get; init; } = 0.3;

    /// <summary>Share of the matches that a tree sees; .7.</summary>
    [Range(0.01, 1)]
    public double MatchShare { get; init; } = 0.7;

    /// <summary>Ridge penalty on the leaves (lambda); 10.</summary>
    [Range(0, 1e6)]
    public double Ridge { get; init; } = 10;

    /// <summary>Histogram bins a feature; 32: more cost time and found nothing.</summary>
    [Range(2, 1024)]
    public int Bins { get; init; } = 32;

    /// <summary>
    /// Rounds to grow where at least <see cref="FixedFrom"/> matches are to fit; 0: the stop part says. Its year has too few matches to
    /// tell 10 rounds from 80, and which learners go best
    /// together; see docs/adr/0012.
    /// </summary>
    [Range(0, 10000)]
    public int FixedRounds { get; init; }

    /// <summary>Rounds at most.</summary>
    [Range(1, 10000)]
    public int Rounds { get; init; } = 1000;

    /// <summary>Rounds without a better log loss on the stop part after which boosting ends; 40.</summary>
    [Range(1, 1000)]
    public int Patience { get; init; } = 40;

    /// <summary>Seeds the choice of matches and features.</summary>
    public int Seed { get; init; } = 20250201;

    /// <summary>
    /// Threads; part of the result, since sums of floats depend on how they are cut. 2: what the smallest supported machine has.
    /// </summary>
    [Range(1, 256)]
    public int Threads { get; init; } = 2;

    /// <summary>Under XGBoost's names.</summary>
    /// <param name="fitRows">Matches to fit.</param>
    public IReadOnlyDictionary<string, string> ForXGBoost(int fitRows) => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["base_score"] = "0",
        ["colsample_bytree"] = Text(FeatureShare),
        ["disable_default_eval_metric"] = "1",
        ["eta"] = Text(LearningRate),
        ["lambda"] = Text(Ridge),
        ["max_bin"] = Text(Bins),
        ["max_depth"] = Text(Depth),
        ["min_child_weight"] = Text(Math.Min(LeafWeight, fitRows / 500d)),
        ["nthread"] = Text(Threads),
        ["num_class"] = "3",
        ["objective"] = "multi:softprob",
        ["seed"] = Text(Seed),
        // Without it the choices would go on from whatever the thread drew last.
        ["seed_per_iteration"] = "1",
        ["subsample"] = Text(MatchShare),
        ["tree_method"] = "hist",
        ["verbosity"] = "0",
    };

    /// <summary>Under LightGBM's names. Leaves are as many as the depth allows, so that trees are the shape of XGBoost's.</summary>
    /// <param name="fitRows">Matches to fit.</param>
    public IReadOnlyDictionary<string, string> ForLightGBM(int fitRows) => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["bagging_fraction"] = Text(MatchShare),
        ["bagging_freq"] = "1",
        // 50,000 matches place 32 bins as well as the default 200,000, in a third of the time.
        ["bin_construct_sample_cnt"] = "50000",
        ["deterministic"] = "true",
        // Features are dense, so that there is nothing to bundle; looking for it took as long as a dozen trees.
        ["enable_bundle"] = "false",
        ["feature_fraction"] = Text(FeatureShare),
        // A feature that can't be split is found out by trying; the filter would tie the rows to the leaf weight.
        ["feature_pre_filter"] = "false",
        // It would try both ways first and take what happened to be faster.
        ["force_col_wise"] = "true",
        ["lambda_l2"] = Text(Ridge),
        ["learning_rate"] = Text(LearningRate),
        ["max_bin"] = Text(Bins),
        ["max_depth"] = Text(Depth),
        ["min_data_in_leaf"] = "1",
        ["min_sum_hessian_in_leaf"] = Text(Math.Min(LeafWeight, fitRows / 500d)),
        ["num_class"] = "3",
        ["num_leaves"] = Text(1 << Depth),
        ["num_threads"] = Text(Threads),
        ["objective"] = "none",
        ["seed"] = Text(Seed),
        ["verbosity"] = "-1",
    };

    static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
