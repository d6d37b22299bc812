using Soccer.Forecasting;
using Soccer.Tables.Train;

namespace Soccer.Train.Backtesting;

/// <summary>Puts the seasons' forecasts of each kind together, as they would have been served.</summary>
public static class KindForecasts
{
    /// <summary>
    /// Each kind's forecasts by position in the training set; where it has nothing to say of a match, the kind before it says it. A kind that never had anything of its own to
    /// say is left out.
    /// </summary>
    /// <param name="seasons">The test seasons.</param>
    /// <param name="kinds">The kinds from the one that sees least to the one that sees most, each with its forecasts of every season's rows.</param>
    public static (string Kind, Dictionary<int, Probabilities> Forecasts)[] Served(
        IReadOnlyList<BacktestSeason> seasons, IEnumerable<(string Kind, IReadOnlyList<MatchForecasts> Forecasts)> kinds)
    {
        List<(string Kind, Dictionary<int, Probabilities> Forecasts)> served = [];
        foreach (var (kind, forecasts) in kinds)
        {
            var own = new Dictionary<int, Probabilities>();
            for (var season = 0; season < seasons.Count; season++)
                foreach (var (row, forecast) in seasons[season].Rows.Zip(forecasts[season].Forecasts))
                    if (forecast is { } said)
                        own.Add(row, said);

            if (own.Count == 0)
                continue;

            foreach (var (row, forecast) in served.Count > 0 ? served[^1].Forecasts : [])
                own.TryAdd(row, forecast);

            served.Add((kind, own));
        }

        return [.. served];
    }
}
