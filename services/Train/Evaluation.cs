using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;
using Soccer.Forecasting.Odds;

namespace Soccer.Train;

/// <summary>Scores a model on its hold-out, each time beside others on the same matches.</summary>
public static class Evaluation
{
    /// <summary>
    /// "class marginals" and "model" on all matches, "model, main divisions", and on the main divisions' matches with usable prices "model, matches with opening odds" beside
    /// "market opening" and "model, matches with closing odds" beside "market closing". The market is its prices without the margin (power). What has no match is left out.
    /// </summary>
    /// <param name="set">The matches.</param>
    /// <param name="holdOut">Which of them.</param>
    /// <param name="marginals">The frequencies in the fit part.</param>
    /// <param name="forecasts">The model's, one a held-out match.</param>
    public static ForecasterScore[] Scores(TrainingSet set, Range holdOut, Probabilities marginals, ReadOnlySpan<Probabilities> forecasts)
    {
        var (offset, count) = holdOut.GetOffsetAndLength(set.Count);
        var outcomes = set.Outcomes.AsSpan(holdOut);
        var model = forecasts.ToArray();
        List<ForecasterScore> scores =
        [
            Score("class marginals", Enumerable.Repeat(marginals, count).ToArray(), outcomes),
            Score("model", model, outcomes),
        ];

        var main = Enumerable.Range(0, count).Where(match => set.IsMain(offset + match)).ToArray();
        Add("model, main divisions", main, match => model[match]);
        Compare("opening", set.Opening);
        Compare("closing", set.Closing);
        return [.. scores];

        void Compare(string phase, Prices?[] prices)
        {
            var priced = main.Where(match => prices[offset + match] is { IsUsable: true }).ToArray();
            Add($"model, matches with {phase} odds", priced, match => model[match]);
            Add($"market {phase}", priced, match => MarginRemoval.Power(prices[offset + match]!.Value));
        }

        void Add(string forecaster, int[] matches, Func<int, Probabilities> forecast)
        {
            if (matches.Length > 0)
                scores.Add(Score(forecaster, [.. matches.Select(forecast)], [.. matches.Select(match => set.Outcomes[offset + match])]));
        }
    }

    /// <summary>All five measures of forecasts of at least one match.</summary>
    public static ForecasterScore Score(string forecaster, ReadOnlySpan<Probabilities> forecasts, ReadOnlySpan<Outcome> outcomes) => new(
        forecaster, forecasts.Length, LogLoss.Of(forecasts, outcomes), RankedProbabilityScore.Of(forecasts, outcomes), BrierScore.Of(forecasts, outcomes),
        Accuracy.Of(forecasts, outcomes), CalibrationError.Of(forecasts, outcomes));
}
