using Soccer.Forecasting;
using Soccer.Forecasting.Models;

namespace Soccer.Train;

/// <summary>Fits the forecaster of one kind.</summary>
public static class KindFit
{
    /// <summary>
    /// Fits on the fit part, lets the stop part say when to stop and how to blend, and fits on both once more. With a fixed number of rounds and enough matches it fits on both at once, and
    /// blends all parts alike. The hold-out is not looked at.
    /// </summary>
    /// <param name="kind">results-only, market-memory or market-aware.</param>
    /// <param name="set">The matches.</param>
    /// <param name="split">Which of them are for what.</param>
    /// <param name="parameters">How.</param>
    /// <param name="progress">Told after every round, on the calling thread.</param>
    /// <param name="cancellation">Asked before every round.</param>
    /// <returns>None where the kind sees nothing that a kind before it doesn't see, or too few matches have it.</returns>
    /// <exception cref="XGBoost.XGBoostException">The library is missing or refused a parameter.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static KindModel? Fit(
        string kind, TrainingSet set, TimeSplit split, KindParameters parameters, Action<FitProgress> progress, CancellationToken cancellation)
    {
        int[] columns = [.. set.Features.Index().Where(feature => ModelKinds.Sees(kind, feature.Item)).Select(feature => feature.Index)];
        var needs = Needs(kind, set.Features);
        if (!HasOwn(kind, set, split.Fit) || !HasOwn(kind, set, split.Stop))
            return null;

        if (needs.Length > 0)
            (set, split) = Serving(set, split, needs);
        if (set.Rows(split.Fit).IsEmpty || split.Stop.End.Value - split.Stop.Start.Value < TimeSplit.LeastMatches)
            return null;

        var fits = new PartFits(kind, set, columns, parameters, progress, cancellation);
        var whole = split.Fit.Start..(parameters.Refit ? split.Stop.End : split.Fit.End);
        if (fits.IsSettled(whole))
        {
            var settled = fits.FitSettled(whole);
            return new(kind, needs, settled, [.. settled.Select(_ => 1d / settled.Length)], null);
        }

        var ensemble = Ensemble.Choose(fits, set, split, fits.Fit(split), parameters.Folds, cancellation);
        // The newest year says when to stop and then is too good to leave unlearnt.
        var parts = parameters.Refit ? fits.Refit(ensemble.Parts, whole) : ensemble.Parts;
        return new(kind, needs, parts, ensemble.Weights, ensemble.Meta);
    }

    /// <summary>A model's forecasts of consecutive matches; none of one that it doesn't serve.</summary>
    public static Probabilities?[] Forecasts(KindModel model, TrainingSet set, Range matches)
    {
        var (offset, count) = matches.GetOffsetAndLength(set.Count);
        var forecasts = new Probabilities?[count];
        for (var match = 0; match < count; match++)
            if (model.Serves(set.Row(offset + match)))
                forecasts[match] = model.Predict(set.Row(offset + match));

        return forecasts;
    }

    /// <summary>The first of the price's features stands for all: where it is missing there is no price.</summary>
    static int[] Needs(string kind, string[] features) => kind == ModelKinds.MarketAware
        ? [.. features.Index().Where(feature => feature.Item.StartsWith(ModelKinds.PricePrefix, StringComparison.Ordinal)).Select(feature => feature.Index).Take(1)]
        : [];

    /// <summary>Whether any match has a feature that this kind sees first.</summary>
    static bool HasOwn(string kind, TrainingSet set, Range matches)
    {
        var prefix = kind switch { ModelKinds.MarketMemory => ModelKinds.MemoryPrefix, ModelKinds.MarketAware => ModelKinds.PricePrefix, _ => null };
        if (prefix is null)
            return true;

        int[] own = [.. set.Features.Index().Where(feature => feature.Item.StartsWith(prefix, StringComparison.Ordinal)).Select(feature => feature.Index)];
        for (var match = matches.Start.Value; match < matches.End.Value; match++)
            foreach (var feature in own)
                if (!float.IsNaN(set.Row(match)[feature]))
                    return true;

        return false;
    }

    static (TrainingSet Set, TimeSplit Split) Serving(TrainingSet set, TimeSplit split, int[] needs)
    {
        int[] fit = Of(split.Fit), stop = Of(split.Stop);
        return (set.Choose([.. fit, .. stop]), new(..fit.Length, fit.Length..(fit.Length + stop.Length), (fit.Length + stop.Length)..(fit.Length + stop.Length)));

        int[] Of(Range matches)
        {
            var (offset, count) = matches.GetOffsetAndLength(set.Count);
            return [.. Enumerable.Range(offset, count).Where(match => needs.All(need => !float.IsNaN(set.Row(match)[need])))];
        }
    }
}
