using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;
using Soccer.Forecasting.Odds;

namespace Soccer.Train;

/// <summary>Scores a model on its hold-out, each time beside others on the same matches.</summary>
public static class Evaluation
{
    /// <summary>
    /// "class marginals" on all matches, and each kind under its name: on all matches that it serves, on those of the "main divisions", and on the main divisions'
    /// "matches with opening odds" and "with closing odds" beside "market opening" and "market closing". The market is its prices without the margin (power). What has no match is left out.
    /// </summary>
    /// <param name="set">The matches.</param>
    /// <param name="matches">Positions of those to score on.</param>
    /// <param name="marginals">The frequencies in the fit part.</param>
    /// <param name="kinds">Each kind's forecasts, one a position; none of a match that it does not serve.</param>
    public static ForecasterScore[] Scores(TrainingSet set, int[] matches, Probabilities marginals, IReadOnlyList<(string Kind, Probabilities?[] Forecasts)> kinds)
    {
        int[] all = [.. Enumerable.Range(0, matches.Length)];
        int[] main = [.. all.Where(at => set.IsMain(matches[at]))];
        int[] opening = Priced(set.Opening), closing = Priced(set.Closing);
        List<ForecasterScore> scores = [];
        Add("class marginals", all, _ => marginals);
        Add("market opening", opening, at => MarginRemoval.Power(set.Opening[matches[at]]!.Value));
        Add("market closing", closing, at => MarginRemoval.Power(set.Closing[matches[at]]!.Value));
        foreach (var (kind, forecasts) in kinds)
        {
            Add(kind, all, at => forecasts[at]);
            Add($"{kind}, main divisions", main, at => forecasts[at]);
            Add($"{kind}, matches with opening odds", opening, at => forecasts[at]);
            Add($"{kind}, matches with closing odds", closing, at => forecasts[at]);
        }

        return [.. scores];

        int[] Priced(Prices?[] prices) => [.. main.Where(at => prices[matches[at]] is { IsUsable: true })];

        void Add(string forecaster, int[] positions, Func<int, Probabilities?> forecast)
        {
            var served = positions.Select(at => (Forecast: forecast(at), Outcome: set.Outcomes[matches[at]])).Where(match => match.Forecast is not null).ToList();
            if (served.Count > 0)
                scores.Add(Score(forecaster, [.. served.Select(match => match.Forecast!.Value)], [.. served.Select(match => match.Outcome)]));
        }
    }

    /// <summary>The same on consecutive matches.</summary>
    public static ForecasterScore[] Scores(TrainingSet set, Range holdOut, Probabilities marginals, IReadOnlyList<(string Kind, Probabilities?[] Forecasts)> kinds)
    {
        var (offset, count) = holdOut.GetOffsetAndLength(set.Count);
        return Scores(set, [.. Enumerable.Range(offset, count)], marginals, kinds);
    }

    /// <summary>All five measures of forecasts of at least one match.</summary>
    public static ForecasterScore Score(string forecaster, ReadOnlySpan<Probabilities> forecasts, ReadOnlySpan<Outcome> outcomes) => new(
        forecaster, forecasts.Length, LogLoss.Of(forecasts, outcomes), RankedProbabilityScore.Of(forecasts, outcomes), BrierScore.Of(forecasts, outcomes),
        Accuracy.Of(forecasts, outcomes), CalibrationError.Of(forecasts, outcomes));
}
