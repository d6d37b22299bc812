using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;

namespace Soccer.Train;

/// <summary>Makes a model of the kind results-only: an opinion that owes the market nothing.</summary>
public static class ResultsOnlyModel
{
    /// <summary>The kind's name.</summary>
    public const string Kind = "results-only";

    /// <summary>Years at the end of the fit part whose spread of features drift is measured against; 2: old football differs, and a year is one season.</summary>
    public const int ReferenceYears = 2;

    /// <summary>Fits, stops, judges, and writes it all down. The same arguments give the same bytes.</summary>
    /// <param name="set">The matches.</param>
    /// <param name="sources">Where they come from.</param>
    /// <param name="parameters">How to train.</param>
    /// <param name="progress">Told after every round, on the calling thread.</param>
    /// <param name="cancellation">Asked before every round.</param>
    /// <exception cref="ArgumentException">There are too few matches.</exception>
    /// <exception cref="XGBoost.XGBoostException">The library is missing or refused a parameter.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrainedModel Train(
        TrainingSet set, TrainingSources sources, TrainingParameters parameters, Action<BoostingRound> progress, CancellationToken cancellation)
    {
        var split = TimeSplit.Of(set.Dates, parameters.Split);
        var start = Start(set, split, parameters, cancellation);
        var trees = BoostedTrees.Fit(set, split, parameters.Boosting, start, progress, cancellation);
        var boundaries = split.Boundaries(set.Dates);
        var reference = TimeSplit.From(set.Dates, boundaries.FitTo.AddYears(-ReferenceYears).AddDays(1), split.Fit);
        var unjudged = new ModelArtifact
        {
            Kind = Kind,
            DatasetHash = sources.DatasetHash,
            FeatureSetHash = sources.FeatureSetHash,
            SchemaHash = sources.SchemaHash,
            CodeVersion = sources.CodeVersion,
            FeatureNames = set.Features,
            Parameters = parameters.Described(),
            Boundaries = boundaries,
            Marginals = Marginals.Of(set.Outcomes.AsSpan(split.Fit)),
            Scores = [],
            ReferencePeriod = new(set.Dates[reference.Start], boundaries.FitTo, reference.End.Value - reference.Start.Value),
            References = References(set, reference),
            Parts = [new(1, start, trees.Trees)],
        };
        var artifact = unjudged with { Scores = Evaluation.Scores(set, split.HoldOut, unjudged.Marginals, Forecasts(unjudged, set, split.HoldOut)) };
        var bytes = artifact.Write();
        return new(artifact, bytes, ModelArtifact.IdOf(bytes));
    }

    /// <summary>The model's forecasts of consecutive matches.</summary>
    public static Probabilities[] Forecasts(ModelArtifact model, TrainingSet set, Range matches)
    {
        var (offset, count) = matches.GetOffsetAndLength(set.Count);
        var forecasts = new Probabilities[count];
        for (var match = 0; match < count; match++)
            forecasts[match] = model.Predict(set.Row(offset + match));

        return forecasts;
    }

    static MultinomialLogistic? Start(TrainingSet set, TimeSplit split, TrainingParameters parameters, CancellationToken cancellation)
    {
        var endings = parameters.StartFeatures.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        int[] columns = [.. set.Features.Index().Where(feature => endings.Any(ending => feature.Item.EndsWith(ending, StringComparison.Ordinal))).Select(feature => feature.Index)];
        return columns.Length == 0 ? null : LogisticFit.Fit(set, split.Fit, columns, parameters.StartRidge, cancellation);
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
