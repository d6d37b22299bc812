using Soccer.Forecasting;
using Soccer.Forecasting.Models;
using Soccer.Train.XGBoost;

namespace Soccer.Train;

/// <summary>Trees fitted by XGBoost, cut at the round that did best on the stop part.</summary>
/// <param name="Trees">The rounds kept; none where the start alone did best.</param>
/// <param name="StopLogLoss">Log loss on the stop part with them.</param>
public sealed record BoostedTrees(TreeEnsemble Trees, double StopLogLoss)
{
    /// <summary>Grows trees round by round until the stop part's log loss has not fallen for <see cref="BoostingParameters.Patience"/> rounds.</summary>
    /// <param name="set">The matches.</param>
    /// <param name="split">Which of them to fit and which to stop by.</param>
    /// <param name="parameters">How; the same parameters on the same matches give the same trees.</param>
    /// <param name="start">Where margins start, or none for even chances.</param>
    /// <param name="progress">Told after every round, on the calling thread.</param>
    /// <param name="cancellation">Asked before every round.</param>
    /// <exception cref="XGBoostException">The library is missing or refused a parameter.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BoostedTrees Fit(
        TrainingSet set, TimeSplit split, BoostingParameters parameters, MultinomialLogistic? start, Action<BoostingRound> progress, CancellationToken cancellation)
    {
        var margins = Margins(set, split.Stop, start);
        using var fit = Matrix(set, split.Fit, parameters.Threads, Margins(set, split.Fit, start));
        using var stop = Matrix(set, split.Stop, parameters.Threads, margins);
        using var booster = new Booster(parameters.ForXGBoost(fit.Rows), fit, stop);
        var outcomes = set.Outcomes.AsSpan(split.Stop);
        // A good start on few matches can be better than any tree; then none is kept.
        var startLoss = Softmax.LogLoss(margins, outcomes);
        var best = new BoostingRound(0, startLoss, 0, startLoss);
        for (var round = 0; round < parameters.Rounds && round - best.BestRound < parameters.Patience; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            booster.Grow(round, fit);
            booster.Margins(stop, margins);
            var loss = Softmax.LogLoss(margins, outcomes);
            best = loss < best.BestLogLoss ? new(round + 1, loss, round + 1, loss) : best with { Round = round + 1, LogLoss = loss };
            progress(best);
        }

        return new(BoosterJson.Read(booster.ToJson(), best.BestRound), best.BestLogLoss);
    }

    static DMatrix Matrix(TrainingSet set, Range matches, int threads, float[] margins)
    {
        var matrix = new DMatrix(set.Rows(matches), set.Features.Length, threads);
        matrix.SetLabels(set.Outcomes.AsSpan(matches));
        matrix.SetBaseMargins(margins);
        return matrix;
    }

    static float[] Margins(TrainingSet set, Range matches, MultinomialLogistic? start)
    {
        var (offset, count) = matches.GetOffsetAndLength(set.Count);
        var margins = new float[3 * count];
        for (var match = 0; start is not null && match < count; match++)
            start.Margins(set.Row(offset + match), margins.AsSpan(3 * match, 3));

        return margins;
    }
}
