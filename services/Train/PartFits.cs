using Soccer.Forecasting.Models;

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
    readonly float[]? targets = parameters.SoftLabels ? SoftLabels.Of(set, parameters.SoftShare) : null;

    /// <summary>
    /// Whether so many matches are to fit that trees take a fixed number of rounds, so that the stop part has nothing to say.
    /// </summary>
    public bool IsSettled(Range fit) => parameters.Boosting.FixedRounds > 0 && fit.End.Value - fit.Start.Value >= BoostingParameters.FixedFrom;

    /// <summary>Fits every learner, and lets the stop part say when trees stop.</summary>
    public ModelPart[] Fit(TimeSplit split)
    {
        var start = Start(split.Fit);
        return [.. Learners(start).Select(learner => Part(learner, start, split.Fit, (boosting, inputs) => BoostedTrees.Fit(
            set, split, boosting, inputs, round => progress(new(kind, learner, round.Round, boosting.Rounds)), cancellation).Trees))];
    }

    /// <summary>Fits every learner with the fixed number of rounds.</summary>
    public ModelPart[] FitSettled(Range fit)
    {
        var start = Start(fit);
        return [.. Learners(start).Select(learner => Grown(learner, start, fit, parameters.Boosting.FixedRounds))];
    }

    /// <summary>Fits the same learners again on other matches, with as many rounds as they took.</summary>
    public ModelPart[] Refit(IReadOnlyList<ModelPart> parts, Range fit)
    {
        var start = Start(fit);
        return [.. parts.Select(part => Grown(part.Learner, start, fit, part.Trees?.Rounds ?? 0))];
    }

    ModelPart Grown(string learner, MultinomialLogistic? start, Range fit, int rounds) => Part(learner, start, fit, (boosting, inputs) => BoostedTrees.Refit(
        set, fit, boosting, inputs, rounds, round => progress(new(kind, learner, round, rounds)), cancellation));

    ModelPart Part(string learner, MultinomialLogistic? start, Range fit, Func<BoostingParameters, BoostingInputs, TreeEnsemble> grow) => learner == Learner.DixonColes
        ? new(learner, null, null, GoalFit.Fit(set, fit, StartColumns(), parameters.StartRidge, cancellation))
        : new(learner, StartOf(learner, start), Trees(learner) is { } boosting ? grow(boosting, Inputs(StartOf(learner, start))) : null);

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

    /// <summary>What can be fitted here: a start needs its features, a model of goals needs scores.</summary>
    IEnumerable<string> Learners(MultinomialLogistic? start)
    {
        string[] able = [.. Wanted().Where(learner => IsAble(learner, start))];
        return able.Length > 0 ? able : [Learner.XGBoost];
    }

    bool IsAble(string learner, MultinomialLogistic? start) => learner switch
    {
        Learner.XGBoost or Learner.LightGBM => true,
        Learner.DixonColes => set.Scores is not null && StartColumns().Length > 0,
        _ => StartOf(learner, start) is not null,
    };

    string[] Wanted() => parameters.Learners.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    BoostingParameters? Trees(string learner) => learner switch
    {
        Learner.Logistic or Learner.DixonColes or Learner.Price => null,
        Learner.LightGBM or Learner.LogisticLightGBM or Learner.PriceLightGBM => parameters.Boosting with { Library = BoostingLibrary.LightGBM },
        _ => parameters.Boosting with { Library = BoostingLibrary.XGBoost },
    };

    MultinomialLogistic? StartOf(string learner, MultinomialLogistic? start) => learner switch
    {
        Learner.XGBoost or Learner.LightGBM => null,
        Learner.Price or Learner.PriceXGBoost or Learner.PriceLightGBM => PriceStart.Of(set.Features),
        _ => start,
    };

    BoostingInputs Inputs(MultinomialLogistic? start) => new() { Columns = columns, Margins = Margins(start), Targets = targets };

    MultinomialLogistic? Start(Range fit) =>
        Wanted().Any(learner => learner.StartsWith(Learner.Logistic, StringComparison.Ordinal)) && StartColumns() is { Length: > 0 } start
            ? LogisticFit.Fit(set, fit, start, parameters.StartRidge, cancellation)
            : null;

    int[] StartColumns()
    {
        var endings = parameters.StartFeatures.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. columns.Where(column => endings.Any(ending => set.Features[column].EndsWith(ending, StringComparison.Ordinal)))];
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
