using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Models;
using Soccer.Forecasting.Odds;

namespace Soccer.Train.Backtesting;

/// <summary>
/// Whether claimed edges are real, and with which probabilities: those of market-aware, which start from the price, or the price pulled
/// towards a kind that has not seen it. Bets are one unit on every
/// outcome with a claimed edge above 0, at the best opening price after commission.
/// </summary>
public static class EdgeScoring
{
    /// <summary>The last season that choices were made on; later ones only report.</summary>
    const int Development = 2022;

    /// <summary>
    /// market-aware over all test seasons; and every candidate over those that have test seasons before them, to fit weights on, all
    /// together and up to the last development season.
    /// </summary>
    /// <param name="matches">All matches, with the best prices of those below.</param>
    /// <param name="rows">Positions of the matches to bet on, with their seasons; all have an opening price.</param>
    /// <param name="seasons">The test seasons, oldest first.</param>
    /// <param name="kinds">Each kind's forecasts by position.</param>
    public static IEnumerable<BacktestEdges> Of(
        BacktestMatches matches, (int Row, int Season)[] rows, BacktestSeason[] seasons, (string Kind, Dictionary<int, Probabilities> Forecasts)[] kinds)
    {
        rows = [.. rows.Where(row => matches.Best[row.Row] is { IsUsable: true })];
        var market = rows.ToDictionary(row => row.Row, row => MarginRemoval.Power(matches.Set.Opening[row.Row]!.Value));
        List<(string Name, Func<int, bool> Has)> slices = [(BacktestScoring.Pooled, _ => true)];
        if (seasons is [_, var second, ..])
        {
            slices.Add(($"from {second.Name}", season => season >= second.Season));
            if (second.Season <= Development && seasons[^1].Season > Development)
                slices.Add(($"{second.Name} to {BacktestSeason.NameOf(Development)}", season => season >= second.Season && season <= Development));
        }

        foreach (var (kind, forecasts) in kinds)
        {
            var (name, weights, probabilities) = kind == ModelKinds.MarketAware
                ? (kind, [], forecasts)
                : Blended(kind, matches, rows, seasons, market, forecasts);
            foreach (var (slice, has) in slices)
            {
                int[] of = [.. rows.Where(row => has(row.Season)).Select(row => row.Row)];
                if (of.Length > 0 && of.All(probabilities.ContainsKey))
                    yield return new(slice, name, weights, of.Length, LogLossOverMarket(matches, of, probabilities, market), ClaimedEdges.Of([.. of.SelectMany(row => Bets(matches, row, probabilities[row]))]));
            }
        }
    }

    /// <summary>The price pulled towards a kind, by the weight that was best on the test seasons before: none in the first.</summary>
    static (string Name, BacktestWeight[] Weights, Dictionary<int, Probabilities> Probabilities) Blended(
        string kind, BacktestMatches matches, (int Row, int Season)[] rows, BacktestSeason[] seasons, Dictionary<int, Probabilities> market, Dictionary<int, Probabilities> forecasts)
    {
        List<BacktestWeight> weights = [];
        var blended = new Dictionary<int, Probabilities>();
        foreach (var season in seasons.Skip(1))
        {
            var before = rows.Where(row => row.Season < season.Season).Select(row => (market[row.Row], forecasts[row.Row], matches.Set.Outcomes[row.Row])).ToList();
            if (before.Count == 0)
                continue;
            var weight = PriceBlend.Fit(before);
            weights.Add(new(season.Name, weight));
            foreach (var (row, _) in rows.Where(row => row.Season == season.Season))
                blended[row] = PriceBlend.Of(market[row], forecasts[row], weight);
        }
        return ($"price with {kind}", [.. weights], blended);
    }

    static Interval LogLossOverMarket(BacktestMatches matches, int[] rows, Dictionary<int, Probabilities> probabilities, Dictionary<int, Probabilities> market)
    {
        double[] Losses(Dictionary<int, Probabilities> of) => [.. rows.Select(row => LogLoss.Of(of[row], matches.Set.Outcomes[row]))];
        return PairedBootstrap.Difference(Losses(probabilities), Losses(market), [.. rows.Select(row => matches.Set.Dates[row])], ForecastTable.Seed);
    }

    static IEnumerable<EdgeBet> Bets(BacktestMatches matches, int row, Probabilities forecast)
    {
        var pays = matches.Best[row]!.Value;
        foreach (var outcome in Enum.GetValues<Outcome>())
            if (Edge.Of(forecast[outcome], pays[outcome]) is > 0 and var edge)
                yield return new(matches.Set.Dates[row], edge, outcome == matches.Set.Outcomes[row] ? pays[outcome] - 1 : -1);
    }
}
