using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;
using Soccer.Train.Experiments;

namespace Soccer.Train;

/// <summary>Makes a model: a forecaster of each kind, judged, with all that says where it comes from.</summary>
public static class ModelFit
{
    /// <summary>Years at the end of the fit part whose spread of features drift is measured against; 2: old football differs, and a year is one season.</summary>
    public const int ReferenceYears = 2;

    /// <summary>Fits, stops, judges, and writes it all down. The same arguments give the same bytes.</summary>
    /// <param name="set">The matches.</param>
    /// <param name="sources">Where they come from.</param>
    /// <param name="parameters">How to train.</param>
    /// <param name="time">Measures the fits.</param>
    /// <param name="progress">Told after every round, on the calling thread.</param>
    /// <param name="cancellation">Asked before every round.</param>
    /// <exception cref="ArgumentException">There are too few matches.</exception>
    /// <exception cref="XGBoost.XGBoostException">The library is missing or refused a parameter.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrainedModel Train(
        TrainingSet set, TrainingSources sources, TrainingParameters parameters, TimeProvider time, Action<FitProgress> progress, CancellationToken cancellation)
    {
        var split = TimeSplit.Of(set.Dates, parameters.Split);
        TrainedKind[] kinds = [.. ModelKinds.All
            .Select(kind => FitCost.Of(time, () => KindFit.Fit(kind, set, split, parameters.Of(kind), progress, cancellation)))
            .Where(kind => kind.Fitted is not null)
            .Select(kind => new TrainedKind(kind.Fitted!, kind.Cost, new(set.Matches[split.HoldOut], KindFit.Forecasts(kind.Fitted!.Model, set, split.HoldOut))))];
        var boundaries = split.Boundaries(set.Dates);
        var reference = TimeSplit.From(set.Dates, boundaries.FitTo.AddYears(-ReferenceYears).AddDays(1), split.Fit);
        var marginals = Marginals.Of(set.Outcomes.AsSpan(split.Fit));
        var artifact = new ModelArtifact
        {
            DatasetHash = sources.DatasetHash,
            FeatureSetHash = sources.FeatureSetHash,
            SchemaHash = sources.SchemaHash,
            CodeVersion = sources.CodeVersion,
            FeatureNames = set.Features,
            Parameters = new(parameters.Described(), StringComparer.Ordinal) { ["libraries"] = sources.Libraries },
            Boundaries = boundaries,
            Marginals = marginals,
            Scores = Evaluation.Scores(set, split.HoldOut, marginals, [.. kinds.Select(kind => (kind.Fitted.Model.Kind, kind.HoldOut.Forecasts))]),
            ReferencePeriod = new(set.Dates[reference.Start], boundaries.FitTo, reference.End.Value - reference.Start.Value),
            References = References(set, reference),
            Kinds = [.. kinds.Select(kind => kind.Fitted.Model)],
        };
        var bytes = artifact.Write();
        return new(artifact, bytes, ModelArtifact.IdOf(bytes), kinds);
    }

    static FeatureReference[] References(TrainingSet set, Range matches)
    {
        var (offset, count) = matches.GetOffsetAndLength(set.Count);
        var column = new float[count];
        var references = new FeatureReference[set.Features.Length];
        for (var feature = 0; feature < references.Length; feature++)
        {
            for (var match = 0; match < count; match++)
                column[match] = set.Row(offset + match)[feature];

            references[feature] = FeatureReference.Of(column);
        }

        return references;
    }
}
