using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Odds;

namespace Soccer.Train.Backtesting;

/// <summary>Scores the forecasts of test seasons beside the marginals and the market.</summary>
public static class BacktestScoring
{
    public const string Pooled = "pooled";

    /// <summary>Groups of divisions by their level.</summary>
    static readonly (string Name, Func<Division, bool> Has)[] Groups =
    [
        ("first divisions", division => division.Level == 1),
        ("second divisions", division => division.Level == 2),
        ("lower divisions", division => division.Level > 2),
    ];

    /// <summary>The report of forecasts.</summary>
    /// <param name="matches">All matches.</param>
    /// <param name="seasons">The test seasons, oldest first.</param>
    /// <param name="kinds">
    /// Each kind's forecasts by position in the training set, over all test seasons. Compared are the main divisions' matches that every kind forecasts, with usable opening and
    /// closing odds; where there are no such odds, all divisions' matches, without the market.
    /// </param>
    /// <param name="inputs">What they were made of.</param>
    /// <exception cref="BacktestRequestException">No match can be compared.</exception>
    public static BacktestReport Report(
        BacktestMatches matches, BacktestSeason[] seasons, (string Kind, Dictionary<int, Probabilities> Forecasts)[] kinds, BacktestInputs inputs)
    {
        var set = matches.Set;
        var marginals = seasons.ToDictionary(season => season.Season, season => Marginals.Of(set.Outcomes.AsSpan(season.Split.Fit)));
        var rows = seasons.SelectMany(season => season.Rows.Select(row => (Row: row, season.Season))).ToArray();
        (int Row, int Season)[] served = [.. rows.Where(row => kinds.All(kind => kind.Forecasts.ContainsKey(row.Row)))];
        (int Row, int Season)[] priced = [.. served.Where(row => set.IsMain(row.Row) && set.Opening[row.Row] is { IsUsable: true } && set.Closing[row.Row] is { IsUsable: true })];
        var compared = priced.Length > 0 ? priced : served;
        (int Row, int Season)[] other = [.. rows.Where(row => !set.IsMain(row.Row) && set.Closing[row.Row] is { IsUsable: true })];
        if (kinds.Length == 0 || compared.Length == 0)
            throw new BacktestRequestException("testSeasons", "no match of these seasons has a forecast of every kind: there is nothing to compare");

        var table = Table(compared, withOpening: priced.Length > 0, withClosing: priced.Length > 0);
        List<BacktestSlice> slices = [table.Scored(Pooled)];
        foreach (var season in seasons.Where(_ => seasons.Length > 1))
            Slice(season.Name, row => row.Season == season.Season);
        foreach (var (name, has) in Groups)
            Slice(name, row => Division.Of(set.Divisions[row.Row]) is { } division && has(division));
        List<BacktestDivision> divisions = [.. DivisionScoring.Of(table, Divisions(compared))];
        if (other.Length > 0)
        {
            var closing = Table(other, withOpening: false, withClosing: true);
            slices.Add(closing.Scored("countries with closing odds only"));
            divisions.AddRange(DivisionScoring.Of(closing, Divisions(other)));
        }

        return new(
            inputs, [.. seasons.Select(season => Line(season, set, marginals[season.Season]))], [.. slices], [.. divisions],
            [.. priced.Length > 0 ? BacktestBetting.Of(matches, priced, seasons, kinds) : []], Reliabilities(table), Months(table),
            [.. priced.Length > 0 ? EdgeScoring.Of(matches, priced, seasons, kinds) : []]);

        void Slice(string name, Func<(int Row, int Season), bool> has)
        {
            int[] chosen = [.. Enumerable.Range(0, compared.Length).Where(at => has(compared[at]))];
            if (chosen.Length > 0)
                slices.Add(table.Choose(chosen).Scored(name));
        }

        string[] Divisions((int Row, int Season)[] of) => [.. of.Select(row => set.Divisions[row.Row])];

        ForecastTable Table((int Row, int Season)[] of, bool withOpening, bool withClosing) => new(
            [.. of.Select(row => set.Dates[row.Row])], [.. of.Select(row => set.Outcomes[row.Row])],
            [
                (ForecastTable.Marginals, [.. of.Select(row => marginals[row.Season])]),
                .. kinds.Where(kind => of.All(row => kind.Forecasts.ContainsKey(row.Row)))
                    .Select(kind => (kind.Kind, (Probabilities[])[.. of.Select(row => kind.Forecasts[row.Row])])),
                .. withOpening ? [(ForecastTable.Opening, Market(of, set.Opening))] : Array.Empty<(string, Probabilities[])>(),
                .. withClosing ? [(ForecastTable.Closing, Market(of, set.Closing))] : Array.Empty<(string, Probabilities[])>(),
            ]);
    }

    static Probabilities[] Market((int Row, int Season)[] rows, Prices?[] prices) => [.. rows.Select(row => MarginRemoval.Power(prices[row.Row]!.Value))];

    static BacktestSeasonLine Line(BacktestSeason season, TrainingSet set, Probabilities marginals)
    {
        var dates = set.Dates.AsSpan(season.Split.Fit);
        return new(
            season.Name, dates[0], dates[^1], dates.Length, set.Dates.AsSpan(season.Split.Stop).Length, season.Rows.Length,
            [marginals.Home, marginals.Draw, marginals.Away]);
    }

    static BacktestReliability[] Reliabilities(ForecastTable table) =>
        [.. table.Columns.Where(column => column.Forecaster != ForecastTable.Marginals).SelectMany(column => new[]
        {
            new BacktestReliability(column.Forecaster, "home win", Reliability.Of(column.Forecasts, table.Outcomes, Outcome.HomeWin)),
            new BacktestReliability(column.Forecaster, "draw", Reliability.Of(column.Forecasts, table.Outcomes, Outcome.Draw)),
            new BacktestReliability(column.Forecaster, "away win", Reliability.Of(column.Forecasts, table.Outcomes, Outcome.AwayWin)),
        })];

    static BacktestMonth[] Months(ForecastTable table) =>
        [.. table.Days.Index().GroupBy(day => $"{day.Item:yyyy-MM}", day => day.Index).OrderBy(month => month.Key, StringComparer.Ordinal).Select(month =>
        {
            var own = table.Choose([.. month]);
            return new BacktestMonth(
                month.Key, own.Days.Length,
                new(own.Columns.ToDictionary(column => column.Forecaster, column => own.Losses(column.Forecasts).Average()), StringComparer.Ordinal));
        })];
}
