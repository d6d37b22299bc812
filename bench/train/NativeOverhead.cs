using System.Diagnostics;
using Soccer.Forecasting.Models;
using Soccer.Train;

namespace Soccer.Bench;

/// <summary>How long the product's call takes beside the bare library on the same matrix: same parameters, same rounds, same trees.</summary>
static class NativeOverhead
{
    /// <summary>
    /// Trees as the product grows them for a kind, and as the library alone does. They take turns round by round: whatever else the machine does then meets both alike.
    /// </summary>
    /// <param name="kind">The kind.</param>
    /// <param name="set">The matches.</param>
    /// <param name="split">Which to fit, and which to stop by.</param>
    /// <param name="parameters">How the product fits the kind.</param>
    /// <param name="repeats">Times that both fits are made.</param>
    /// <param name="limit">The most that the one may take, in times of the other.</param>
    /// <exception cref="InvalidOperationException">The two did not grow the same trees.</exception>
    public static Figure[] Of(string kind, TrainingSet set, TimeSplit split, KindParameters parameters, int repeats, double limit)
    {
        var inputs = Inputs(kind, set, split, parameters);
        var (fit, stop) = (NativeRows.Of(set, split.Fit, inputs), NativeRows.Of(set, split.Stop, inputs));
        var (own, bare, ratios) = (new double[repeats], new double[repeats], new double[repeats]);
        var rounds = 0;
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            (own[repeat], bare[repeat], rounds) = Both(set, split, parameters.Boosting, inputs, fit, stop);
            ratios[repeat] = own[repeat] / bare[repeat];
        }

        return
        [
            new($"trees of {kind}, {rounds} rounds, the product's call", Median(own), "s"),
            new($"trees of {kind}, {rounds} rounds, the bare library", Median(bare), "s"),
            new($"trees of {kind}, the product's call over the bare library", Median(ratios), "", limit),
        ];
    }

    static (double Own, double Bare, int Rounds) Both(
        TrainingSet set, TimeSplit split, BoostingParameters parameters, BoostingInputs inputs, NativeRows fit, NativeRows stop)
    {
        var (own, bare) = (new Stopwatch(), new Stopwatch());
        bare.Start();
        var native = new NativeFit(fit, stop, parameters);
        bare.Stop();
        var last = default(BoostingRound);
        // What one leaves behind must not be collected at the other's cost.
        GC.Collect();
        own.Start();
        BoostedTrees.Fit(set, split, parameters, inputs, grown =>
        {
            own.Stop();
            last = grown;
            bare.Start();
            var logLoss = native.Grow(grown.Round - 1);
            bare.Stop();
            // The library prints six digits.
            if (!(Math.Abs(logLoss - grown.LogLoss) < 2e-6))
                throw new InvalidOperationException(
                    $"After {grown.Round} rounds the product's trees have a log loss of {grown.LogLoss:F6} on the stop part and the library's own {logLoss:F6}: "
                    + "they are not the same, so that their times can't be compared.");

            own.Start();
        }, CancellationToken.None);
        own.Stop();
        bare.Start();
        native.Dispose();
        bare.Stop();
        return (own.Elapsed.TotalSeconds, bare.Elapsed.TotalSeconds, last.Round);
    }

    static BoostingInputs Inputs(string kind, TrainingSet set, TimeSplit split, KindParameters parameters)
    {
        int[] columns = [.. set.Features.Index().Where(feature => ModelKinds.Sees(kind, feature.Item)).Select(feature => feature.Index)];
        var endings = parameters.StartFeatures.Split(',', StringSplitOptions.TrimEntries);
        var start = LogisticFit.Fit(
            set, split.Fit, columns.Where(column => endings.Any(ending => set.Features[column].EndsWith(ending, StringComparison.Ordinal))), parameters.StartRidge,
            CancellationToken.None);
        var margins = new float[3 * set.Count];
        Parallel.For(0, set.Count, match => start.Margins(set.Row(match), margins.AsSpan(3 * match, 3)));
        return new() { Columns = columns, Margins = margins, Targets = parameters.SoftLabels ? SoftLabels.Of(set) : null };
    }

    static double Median(double[] seconds)
    {
        double[] sorted = [.. seconds.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
