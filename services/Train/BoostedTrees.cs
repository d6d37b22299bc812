using Soccer.Forecasting.Models;
using Soccer.Train.LightGBM;
using Soccer.Train.XGBoost;

namespace Soccer.Train;

/// <summary>Trees fitted by a native library, cut at the round that did best on the stop part.</summary>
/// <param name="Trees">The rounds kept; none where the start alone did best. Its features are counted as in the set's rows.</param>
/// <param name="StopLogLoss">Log loss on the stop part with them.</param>
public sealed record BoostedTrees(TreeEnsemble Trees, double StopLogLoss)
{
    /// <summary>Grows trees round by round until the stop part's log loss has not fallen for <see cref="BoostingParameters.Patience"/> rounds.</summary>
    /// <param name="set">The matches.</param>
    /// <param name="split">Which of them to fit and which to stop by.</param>
    /// <param name="parameters">How; the same parameters and inputs on the same matches give the same trees.</param>
    /// <param name="inputs">Which features, which start, which targets.</param>
    /// <param name="progress">Told after every round, on the calling thread.</param>
    /// <param name="cancellation">Asked before every round.</param>
    /// <exception cref="ArgumentException">The inputs don't fit the set, or leave a part empty.</exception>
    /// <exception cref="XGBoostException">XGBoost is missing or refused a parameter.</exception>
    /// <exception cref="LightGBMException">LightGBM is missing or refused a parameter.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BoostedTrees Fit(
        TrainingSet set, TimeSplit split, BoostingParameters parameters, BoostingInputs inputs, Action<BoostingRound> progress, CancellationToken cancellation)
    {
        inputs.Check(set);
        var fit = BoostingRows.Of(set, split.Fit, inputs);
        var stop = BoostingRows.Of(set, split.Stop, inputs);
        using var grower = Grower(fit, stop, parameters);
        var loss = SoftLoss.Of(fit);
        var margins = stop.Margins;
        // A good start on few matches can be better than any tree; then none is kept.
        var startLoss = Softmax.LogLoss(margins, stop.Outcomes);
        var best = new BoostingRound(0, startLoss, 0, startLoss);
        for (var round = 0; round < parameters.Rounds && round - best.BestRound < parameters.Patience; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!Grow(grower, round, loss))
                break;

            grower.StopMargins(margins);
            var logLoss = Softmax.LogLoss(margins, stop.Outcomes);
            best = logLoss < best.BestLogLoss ? new(round + 1, logLoss, round + 1, logLoss) : best with { Round = round + 1, LogLoss = logLoss };
            progress(best);
        }

        return new(Kept(grower, best.BestRound, inputs), best.BestLogLoss);
    }

    /// <summary>Grows a number of rounds that is known already: once more with the stop part among the matches to fit.</summary>
    /// <param name="set">The matches.</param>
    /// <param name="fit">Which of them to fit.</param>
    /// <param name="parameters">As above; rounds and patience don't count.</param>
    /// <param name="inputs">As above.</param>
    /// <param name="rounds">Rounds to grow, from 0.</param>
    /// <param name="progress">Told after every round how many there are, on the calling thread.</param>
    /// <param name="cancellation">Asked before every round.</param>
    /// <exception cref="ArgumentException">The inputs don't fit the set, or there is no match to fit.</exception>
    /// <exception cref="XGBoostException">XGBoost is missing or refused a parameter.</exception>
    /// <exception cref="LightGBMException">LightGBM is missing or refused a parameter.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TreeEnsemble Refit(
        TrainingSet set, Range fit, BoostingParameters parameters, BoostingInputs inputs, int rounds, Action<int> progress, CancellationToken cancellation)
    {
        inputs.Check(set);
        var rows = BoostingRows.Of(set, fit, inputs);
        using var grower = Grower(rows, null, parameters);
        var loss = SoftLoss.Of(rows);
        var grown = 0;
        for (; grown < rounds; grown++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!Grow(grower, grown, loss))
                break;

            progress(grown + 1);
        }

        return Kept(grower, grown, inputs);
    }

    static ITreeGrower Grower(BoostingRows fit, BoostingRows? stop, BoostingParameters parameters) => parameters.Library switch
    {
        BoostingLibrary.LightGBM => new LightGBMGrower(fit, stop, parameters),
        _ => new XGBoostGrower(fit, stop, parameters),
    };

    static bool Grow(ITreeGrower grower, int round, SoftLoss? loss) => loss is null ? grower.Grow(round) : loss.Grow(grower, round);

    static TreeEnsemble Kept(ITreeGrower grower, int rounds, BoostingInputs inputs)
    {
        var trees = grower.Trees(rounds);
        return inputs.Columns is { } columns ? trees.WithFeatures(columns) : trees;
    }
}
