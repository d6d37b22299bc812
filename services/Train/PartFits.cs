using Soccer.Forecasting.Models;
using Soccer.Train.LightGBM;

namespace Soccer.Train;

/// <summary>Fits the parts that a kind blends: each learner once, all from one logistic start.</summary>
/// <param name="kind">The kind, for progress.</param>
/// <param name="set">The matches.</param>
/// <param name="columns">The features that the kind sees.</param>
/// <param name="parameters">How.</param>
/// <param name="progress">Told after every round, on the calling thread.</param>
/// <param name="cancellation">Asked before every round.</param>
sealed class PartFits(
    string kind, TrainingSet set, int[] columns, KindParameters parameters, Action<FitProgress> progress, CancellationToken cancellation)
{
    readonly float[]? targets = parameters.SoftLabels ? SoftLabels.Of(set) : null;

    /// <summary>Fits every learner, and lets the stop part say when trees stop.</summary>
    public ModelPart[] Fit(TimeSplit split)
    {
        var start = Start(split.Fit);
        return [.. Learners(start).Select(learner => new ModelPart(learner, StartOf(learner, start), Trees(learner) is { } boosting
            ? BoostedTrees.Fit(
                set, split, boosting, Inputs(StartOf(learner, start)), round => progress(new(kind, learner, round.Round, boosting.Rounds)), cancellation).Trees
            : null))];
    }

    /// <summary>Fits the same learners again on other matches, with as many rounds as they took.</summary>
    public ModelPart[] Refit(IReadOnlyList<ModelPart> parts, Range fit)
    {
        var start = Start(fit);
        return [.. parts.Select(part => new ModelPart(part.Learner, StartOf(part.Learner, start), Trees(part.Learner) is { } boosting
            ? BoostedTrees.Refit(
                set, fit, boosting, Inputs(StartOf(part.Learner, start)), part.Trees!.Rounds, round => progress(new(kind, part.Learner, round, part.Trees.Rounds)), cancellation)
            : null))];
    }

    /// <summary>The parts' log-probabilities of consecutive matches, three a part, match by match.</summary>
    public float[] LogProbabilities(IReadOnlyList<ModelPart> parts, Range matches)
    {
        var (offset, count) = matches.GetOffsetAndLength(set.Count);
        var width = TreeEnsemble.Classes * parts.Count;
        var logs = new float[count * width];
        Parallel.For(0, count, match =>
        {
            Span<float> margins = stackalloc float[TreeEnsemble.Classes];
            for (var part = 0; part < parts.Count; part++)
            {
                parts[part].Margins(set.Row(offset + match), margins);
                KindModel.LogProbabilities(margins, logs.AsSpan(match * width + TreeEnsemble.Classes * part, TreeEnsemble.Classes));
            }
        });
        return logs;
    }

    /// <summary>What can be fitted here: a start needs its features, LightGBM its library.</summary>
    IEnumerable<string> Learners(MultinomialLogistic? start)
    {
        var wanted = parameters.Learners.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] able = [.. wanted.Where(learner =>
            (learner is Learner.XGBoost or Learner.LightGBM || StartOf(learner, start) is not null)
            && (Trees(learner)?.Library != BoostingLibrary.LightGBM || LightGBMLibrary.IsThere()))];
        return able.Length > 0 ? able : [Learner.XGBoost];
    }

    BoostingParameters? Trees(string learner) => learner switch
    {
        Learner.Logistic or Learner.Price => null,
        Learner.LightGBM or Learner.LogisticLightGBM => parameters.Boosting with { Library = BoostingLibrary.LightGBM },
        _ => parameters.Boosting,
    };

    MultinomialLogistic? StartOf(string learner, MultinomialLogistic? start) => learner switch
    {
        Learner.XGBoost or Learner.LightGBM => null,
        Learner.Price or Learner.PriceXGBoost => PriceStart.Of(set.Features),
        _ => start,
    };

    BoostingInputs Inputs(MultinomialLogistic? start) => new() { Columns = columns, Margins = Margins(start), Targets = targets };

    MultinomialLogistic? Start(Range fit)
    {
        var endings = parameters.StartFeatures.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        int[] start = [.. columns.Where(column => endings.Any(ending => set.Features[column].EndsWith(ending, StringComparison.Ordinal)))];
        return start.Length == 0 ? null : LogisticFit.Fit(set, fit, start, parameters.StartRidge, cancellation);
    }

    float[]? Margins(MultinomialLogistic? start)
    {
        if (start is null)
            return null;

        var margins = new float[TreeEnsemble.Classes * set.Count];
        Parallel.For(0, set.Count, match => start.Margins(set.Row(match), margins.AsSpan(TreeEnsemble.Classes * match, TreeEnsemble.Classes)));
        return margins;
    }
}
