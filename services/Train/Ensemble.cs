using Soccer.Forecasting;
using Soccer.Forecasting.Models;

namespace Soccer.Train;

/// <summary>
/// How parts become one forecast: the best part alone, their geometric mean, or a regression on their log-probabilities. The regression learns from walk-forward
/// forecasts of years that the parts had not seen; which of the three it is, the stop part says.
/// </summary>
/// <remarks>Wolpert 1992, "Stacked generalization", with folds that only look back.</remarks>
/// <param name="Parts">The parts that are kept.</param>
/// <param name="Weights">Their weights; none with a regression.</param>
/// <param name="Meta">The regression.</param>
/// <param name="StopLogLoss">Mean log loss on the stop part.</param>
public sealed record Ensemble(ModelPart[] Parts, double[]? Weights, MultinomialLogistic? Meta, double StopLogLoss)
{
    /// <summary>Penalises the regression's weights; 100: a year has some 10,000 matches, and its weights are few.</summary>
    const double MetaRidge = 100;

    /// <summary>Tries all three and keeps what does best on the stop part.</summary>
    internal static Ensemble Choose(PartFits fits, TrainingSet set, TimeSplit split, ModelPart[] parts, int folds, CancellationToken cancellation)
    {
        var stop = fits.LogProbabilities(parts, split.Stop);
        List<Ensemble> tried = [.. parts.Select((part, at) => new Ensemble([part], [1], null, Loss(new("", [], [part], [1], null), Alone(stop, parts.Length, at), set, split.Stop)))];
        if (parts.Length > 1)
        {
            double[] weights = [.. Enumerable.Repeat(1d / parts.Length, parts.Length)];
            tried.Add(new(parts, weights, null, Loss(new("", [], parts, weights, null), stop, set, split.Stop)));
            if (Stacked(fits, set, split, parts, folds, cancellation) is { } meta)
                tried.Add(new(parts, null, meta, Loss(new("", [], parts, null, meta), stop, set, split.Stop)));
        }

        return tried.MinBy(ensemble => ensemble.StopLogLoss)!;
    }

    /// <summary>Each fold is a year at the end of the fit part, forecast by parts that were fitted on what is older.</summary>
    static MultinomialLogistic? Stacked(PartFits fits, TrainingSet set, TimeSplit split, ModelPart[] parts, int folds, CancellationToken cancellation)
    {
        List<float> logs = [];
        List<int> matches = [];
        var end = split.Fit.End.Value;
        for (var fold = 0; fold < folds; fold++)
        {
            var year = TimeSplit.From(set.Dates, set.Dates[end - 1].AddYears(-1).AddDays(1), split.Fit.Start..end);
            // What is left to fit must be worth fitting.
            if (year.Start.Value - split.Fit.Start.Value < (end - year.Start.Value) * 2)
                break;

            logs.InsertRange(0, fits.LogProbabilities(fits.Refit(parts, split.Fit.Start..year.Start), year));
            matches.InsertRange(0, Enumerable.Range(year.Start.Value, end - year.Start.Value));
            end = year.Start.Value;
        }

        if (matches.Count == 0)
            return null;

        var chosen = set.Choose([.. matches], []);
        string[] names = [.. Enumerable.Range(0, TreeEnsemble.Classes * parts.Length).Select(column => $"{column}")];
        var stacked = new TrainingSet(names, chosen.Matches, chosen.Dates, chosen.Divisions, chosen.Outcomes, [.. logs], chosen.Opening, chosen.Closing);
        return LogisticFit.Fit(stacked, ..stacked.Count, Enumerable.Range(0, names.Length), MetaRidge, cancellation);
    }

    static double Loss(KindModel model, float[] logs, TrainingSet set, Range matches)
    {
        var outcomes = set.Outcomes.AsSpan(matches);
        var width = logs.Length / outcomes.Length;
        var sum = 0d;
        for (var match = 0; match < outcomes.Length; match++)
            sum += Soccer.Forecasting.Metrics.LogLoss.Of(model.Combine(logs.AsSpan(match * width, width)), outcomes[match]);

        return sum / outcomes.Length;
    }

    static float[] Alone(float[] logs, int parts, int part)
    {
        var width = TreeEnsemble.Classes * parts;
        return [.. logs.Where((_, at) => at % width / TreeEnsemble.Classes == part)];
    }
}
