using System.Globalization;
using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Tables.DriftCheck;

namespace Soccer.Api.Scoring;

/// <summary>Sums settled forecasts up.</summary>
static class ResultReport
{
    /// <summary>The key of the row of all matches.</summary>
    public const string All = "all";

    /// <summary>A row a week, the newest first.</summary>
    public static IReadOnlyList<ResultRow> ByWeek(IEnumerable<SettledRow> settled) =>
    [
        .. settled.GroupBy(match => MondayOf(match.Date)).OrderByDescending(week => week.Key)
            .Select(week => Row(week.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null, [.. week])),
    ];

    /// <summary>A row a division, by code.</summary>
    public static IReadOnlyList<ResultRow> ByDivision(IEnumerable<SettledRow> settled) =>
    [
        .. settled.GroupBy(match => match.Division).OrderBy(division => division.Key, StringComparer.Ordinal)
            .Select(division => Row(
                division.Key, Division.Of(division.Key) is { } known ? $"{known.Country} {known.Name}" : division.Key, [.. division])),
    ];

    /// <summary>All matches in one row; null if there are none.</summary>
    public static ResultRow? Total(IReadOnlyList<SettledRow> settled) => settled.Count == 0 ? null : Row(All, null, settled);

    /// <summary>The day on which a day's week began.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    static ResultRow Row(string key, string? league, IReadOnlyList<SettledRow> matches)
    {
        var forecast = Scores.Of([.. matches.Select(OwnScores)]);
        var market = matches.Where(match => match is { MarketHomeWin: not null, MarketDraw: not null, MarketAwayWin: not null }).ToList();
        return new(
            key, league, matches.Count, DaysOf(matches), forecast.LogLoss, forecast.Rps, forecast.Brier, forecast.Accuracy,
            market.Count == 0 ? null : Compare(market));
    }

    static ResultMarket Compare(IReadOnlyList<SettledRow> matches)
    {
        Scores[] own = [.. matches.Select(OwnScores)], markets = [.. matches.Select(MarketScores)];
        var (forecast, market) = (Scores.Of(own), Scores.Of(markets));
        var differences = matches.Select((match, at) => (match.Date, own[at].LogLoss - markets[at].LogLoss)).ToList();
        return new(
            matches.Count, DaysOf(matches), market.LogLoss, market.Rps, market.Brier, market.Accuracy,
            forecast.LogLoss, forecast.Rps, forecast.Brier, forecast.Accuracy, DayInterval.Of(differences));
    }

    static int DaysOf(IEnumerable<SettledRow> matches) => matches.Select(match => match.Date).Distinct().Count();

    static Scores OwnScores(SettledRow match) => new(
        match.LogLoss, match.Rps, match.Brier, Hit(new(match.HomeWin, match.Draw, match.AwayWin), (Outcome)match.Outcome));

    static Scores MarketScores(SettledRow match)
    {
        var (market, outcome) = (
            new Probabilities(match.MarketHomeWin!.Value, match.MarketDraw!.Value, match.MarketAwayWin!.Value), (Outcome)match.Outcome);
        return new(
            LogLoss.Of(market, outcome), RankedProbabilityScore.Of(market, outcome), BrierScore.Of(market, outcome), Hit(market, outcome));
    }

    static double Hit(Probabilities forecast, Outcome outcome) => forecast.Favourite == outcome ? 1 : 0;

    /// <summary>The scores of one forecast, or their means.</summary>
    readonly record struct Scores(double LogLoss, double Rps, double Brier, double Accuracy)
    {
        public static Scores Of(IReadOnlyList<Scores> matches) => new(
            Mean(matches, match => match.LogLoss), Mean(matches, match => match.Rps), Mean(matches, match => match.Brier),
            Mean(matches, match => match.Accuracy));

        static double Mean(IReadOnlyList<Scores> matches, Func<Scores, double> score) => Math.Round(matches.Average(score), 6);
    }
}
