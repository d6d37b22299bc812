using Soccer.Forecasting.Models;
using Soccer.Train;
using Soccer.Train.LightGBM;
using Soccer.Train.XGBoost;

namespace Soccer.Bench;

/// <summary>
/// What the native library itself says of rows with the trees of a part of a model. They are grown once more, for the model keeps what
/// managed code reads of them only.
/// </summary>
static class NativeMargins
{
    /// <summary>The library's margins of the rows to judge, three a row, the start included.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="part">A part of it that has trees.</param>
    /// <param name="set">Rows that the kind serves: those to fit, and after them those to judge.</param>
    /// <param name="fit">Rows that the part was fitted on.</param>
    /// <param name="judge">Rows to judge.</param>
    /// <param name="parameters">How the kind was fitted.</param>
    /// <exception cref="InvalidOperationException">The library did not grow the part's trees again.</exception>
    public static float[] Of(string kind, ModelPart part, TrainingSet set, Range fit, Range judge, KindParameters parameters)
    {
        int[] columns = [.. set.Features.Index().Where(feature => ModelKinds.Sees(kind, feature.Item)).Select(feature => feature.Index)];
        var inputs = new BoostingInputs { Columns = columns, Margins = Starts(part, set), Targets = parameters.SoftLabels ? SoftLabels.Of(set, parameters.SoftShare) : null };
        var rows = BoostingRows.Of(set, fit, inputs);
        var loss = SoftLoss.Of(rows);
        var judged = BoostingRows.Of(set, judge, inputs);
        using ITreeGrower grower = IsLightGBM(part) ? new LightGBMGrower(rows, judged, parameters.Boosting) : new XGBoostGrower(rows, judged, parameters.Boosting);
        var rounds = part.Trees!.Rounds;
        for (var round = 0; round < rounds; round++)
            _ = loss is null ? grower.Grow(round) : loss.Grow(grower, round);

        if (!grower.Trees(rounds).WithFeatures(columns).Nodes.SequenceEqual(part.Trees.Nodes))
            throw new InvalidOperationException($"The library did not grow the trees of {kind} {part.Learner} again as the training had them, so that their margins can't be compared.");

        var margins = new float[TreeEnsemble.Classes * set.Dates[judge].Length];
        grower.StopMargins(margins);
        return margins;
    }

    /// <summary>Whether a part's trees are LightGBM's.</summary>
    public static bool IsLightGBM(ModelPart part) => part.Learner is Learner.LightGBM or Learner.LogisticLightGBM or Learner.PriceLightGBM;

    /// <summary>Where the part's trees start, three a row.</summary>
    static float[] Starts(ModelPart part, TrainingSet set)
    {
        var starts = new float[TreeEnsemble.Classes * set.Count];
        Parallel.For(0, set.Count, match => (part with { Trees = null }).Margins(set.Row(match), starts.AsSpan(TreeEnsemble.Classes * match, TreeEnsemble.Classes)));
        return starts;
    }
}
