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
/// <param name="Scores">Each part on each fold, oldest first, and then all that was tried on the stop part.</param>
public sealed record Ensemble(ModelPart[] Parts, double[]? Weights, MultinomialLogistic? Meta, double StopLogLoss, FoldScore[] Scores)
{
    /// <summary>The parts' geometric mean.</summary>
    public const string Mean = "geometric mean";

    /// <summary>A regression on the parts.</summary>
    public const string Regression = "regression";

    /// <summary>Penalises the regression's weights; 100: a year has some 10,000 matches, and its weights are few.</summary>
    const double MetaRidge = 100;

    /// <summary>Tries all three and keeps what does best on the stop part.</summary>
    internal static Ensemble Choose(PartFits fits, TrainingSet set, TimeSplit split, ModelPart[] parts, int folds, CancellationToken cancellation)
    {
        var stop = fits.LogProbabilities(parts, split.Stop);
        List<FoldScore> scores = [];
        List<Ensemble> tried = [.. parts.Select((part, at) => Tried([part], [1], null, Alone(stop, parts.Length, at)))];
        if (parts.Length > 1)
        {
            tried.Add(Tried(parts, [.. Enumerable.Repeat(1d / parts.Length, parts.Length)], null, stop));
            if (Stacked(fits, set, split, parts, folds, scores, cancellation) is { } meta)
                tried.Add(Tried(parts, null, meta, stop));
        }

        return tried.MinBy(ensemble => ensemble.StopLogLoss)! with { Scores = [.. scores, .. tried.SelectMany(ensemble => ensemble.Scores)] };

        Ensemble Tried(ModelPart[] of, double[]? weights, MultinomialLogistic? meta, float[] logs)
        {
            var score = Score(FoldScore.Stop, NameOf(of, meta), new("", [], of, weights, meta), logs, set, split.Stop);
            return new(of, weights, meta, score.Score.LogLoss, [score]);
        }
    }

    /// <summary>A part alone by its learner, several by how they become one.</summary>
    public static string NameOf(ModelPart[] parts, MultinomialLogistic? meta) => meta is not null ? Regression : parts is [var only] ? only.Learner : Mean;

    /// <summary>Each fold is a year at the end of the fit part, forecast by parts that were fitted on what is older.</summary>
    static MultinomialLogistic? Stacked(
        PartFits fits, TrainingSet set, TimeSplit split, ModelPart[] parts, int folds, List<FoldScore> scores, CancellationToken cancellation)
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

            var forecasts = fits.LogProbabilities(fits.Refit(parts, split.Fit.Start..year.Start), year);
            scores.InsertRange(0, parts.Select((part, at) => Score(
                $"fold {set.Dates[year.Start]:yyyy-MM-dd}", part.Learner, new("", [], [part], [1], null), Alone(forecasts, parts.Length, at), set, year)));
            logs.InsertRange(0, forecasts);
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

    static FoldScore Score(string fold, string forecaster, KindModel model, float[] logs, TrainingSet set, Range matches)
    {
        var outcomes = set.Outcomes.AsSpan(matches);
        var days = set.Dates.AsSpan(matches);
        var width = logs.Length / outcomes.Length;
        var forecasts = new Probabilities[outcomes.Length];
        for (var match = 0; match < outcomes.Length; match++)
            forecasts[match] = model.Combine(logs.AsSpan(match * width, width));

        return new(fold, days[0], days[^1], Evaluation.Score(forecaster, forecasts, outcomes));
    }

    static float[] Alone(float[] logs, int parts, int part)
    {
        var width = TreeEnsemble.Classes * parts;
        return [.. logs.Where((_, at) => at % width / TreeEnsemble.Classes == part)];
    }
}
