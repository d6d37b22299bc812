using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;

namespace Soccer.Train.Tuning;

/// <summary>What a trial made: what its step remembers.</summary>
/// <param name="LogLoss">Mean of −ln p(outcome) on the stop part.</param>
/// <param name="BoostingRounds">Rounds kept.</param>
/// <param name="FitRows">Matches it was fitted on.</param>
/// <param name="Seconds">How long the fit took.</param>
public sealed record TrialFit(double LogLoss, int BoostingRounds, int FitRows, double Seconds);

/// <summary>What a trial is judged by.</summary>
public static class Objective
{
    /// <summary>Fits on the newest share of the fit part and returns how well that did on the stop part. The hold-out is not looked at.</summary>
    /// <param name="set">The matches.</param>
    /// <param name="kind">The kind whose trees are grown.</param>
    /// <param name="parameters">How.</param>
    /// <param name="share">Share of the fit part's matches; at least as many as a part needs are used.</param>
    /// <param name="time">Measures the fit.</param>
    /// <param name="progress">Told after every round of boosting, on the calling thread.</param>
    /// <param name="cancellation">Asked before every round of boosting.</param>
    /// <exception cref="ArgumentException">There are too few matches.</exception>
    /// <exception cref="InvalidOperationException">The kind has nothing to learn from.</exception>
    /// <exception cref="XGBoost.XGBoostException">The library is missing or refused a parameter.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TrialFit Of(
        TrainingSet set, string kind, TrainingParameters parameters, double share, TimeProvider time, Action<FitProgress> progress, CancellationToken cancellation)
    {
        var clock = time.GetTimestamp();
        var whole = TimeSplit.Of(set.Dates, parameters.Split);
        var split = whole with { Fit = Newest(whole.Fit, share) };
        // The trees are what is searched for, stopped alike whatever their parameters; fitted once more on the stop part, they would have seen what judges them.
        var configured = parameters.Of(kind);
        var alone = configured with
        {
            Learners = kind == ModelKinds.MarketAware ? Learner.PriceXGBoost : Learner.LogisticXGBoost,
            Boosting = configured.Boosting with { FixedRounds = 0 },
            Refit = false,
        };
        var model = KindFit.Fit(kind, set, split, alone, progress, cancellation)
            ?? throw new InvalidOperationException($"no {kind} can be fitted on these matches: name another kind in Train:Tuning:Kind");
        return new(
            StopLogLoss(model, set, split.Stop), model.Parts.Max(part => part.Trees?.Rounds ?? 0), split.Fit.End.Value - split.Fit.Start.Value,
            Math.Round(time.GetElapsedTime(clock).TotalSeconds, 3));
    }

    /// <summary>The newest share of consecutive matches, rounded up.</summary>
    public static Range Newest(Range matches, double share)
    {
        var (from, to) = (matches.Start.Value, matches.End.Value);
        return Math.Max(from, to - Math.Max(TimeSplit.LeastMatches, (int)Math.Ceiling(share * (to - from))))..to;
    }

    static double StopLogLoss(KindModel model, TrainingSet set, Range stop)
    {
        var served = KindFit.Forecasts(model, set, stop).Zip(set.Outcomes[stop]).Where(match => match.First is not null).ToArray();
        return LogLoss.Of([.. served.Select(match => match.First!.Value)], [.. served.Select(match => match.Second)]);
    }
}
