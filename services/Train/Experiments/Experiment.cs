using System.Security.Cryptography;
using System.Text.Json;
using Soccer.Forecasting.Models;

namespace Soccer.Train.Experiments;

/// <summary>A fit, as it is written down.</summary>
/// <param name="Owner">What it was made for.</param>
/// <param name="Sources">Where its rows, code and libraries come from.</param>
/// <param name="Parameters">How it was fitted, by name.</param>
/// <param name="Fitted">What came of it.</param>
/// <param name="Cost">What it cost.</param>
/// <param name="Judged">Scores on matches that it had no part in: of the hold-out, of a test season. First on all of them that the kind serves; none of a trial.</param>
/// <param name="ModelId">The model that it is in, if any.</param>
public sealed record Experiment(
    ExperimentOwner Owner, TrainingSources Sources, SortedDictionary<string, string> Parameters, FittedKind Fitted, FitCost Cost, FoldScore[] Judged, string? ModelId = null)
{
    /// <summary>The score that stands for it: the first on matches that it had no part in, else the one of the stop part; none where nothing judged it.</summary>
    public FoldScore? Headline => Judged is [var first, ..] ? first : Fitted.StopScore;

    /// <summary>SHA-256 of all that was to be done and for whom, lower-case hex. Scores and costs are no part of it: a fit that is repeated after a crash stands once.</summary>
    public string Id() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new { Owner, Sources, Fitted.Model.Kind, Parameters, Fitted.Fit, Fitted.Stop, Headline?.Fold, Headline?.From, Headline?.To })));

    /// <summary>The fit of a kind of a model.</summary>
    public static Experiment Of(Guid runId, TrainingSources sources, TrainingParameters parameters, TrainedModel model, TrainedKind of)
    {
        var (kind, boundaries) = (of.Fitted.Model.Kind, model.Artifact.Boundaries);
        return new(
            ExperimentOwner.Of(runId), sources, parameters.Described(parameters.Of(kind).Described(kind)), of.Fitted, of.Cost,
            JudgedOn(kind, FoldScore.HoldOut, new(boundaries.HoldOutFrom, boundaries.HoldOutTo, boundaries.HoldOutRows), model.Artifact.Scores), model.ModelId);
    }

    /// <summary>A kind's own of the scores on a fold, on all matches first.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="fold">The fold's name.</param>
    /// <param name="span">Its days.</param>
    /// <param name="scores">All forecasters' scores on it, as <see cref="Evaluation"/> names them.</param>
    public static FoldScore[] JudgedOn(string kind, string fold, MatchSpan span, IEnumerable<ForecasterScore> scores) =>
    [
        .. scores.Where(score => score.Forecaster == kind || score.Forecaster.StartsWith($"{kind}, ", StringComparison.Ordinal))
            .Select(score => new FoldScore(fold, span.From, span.To, score)),
    ];
}
