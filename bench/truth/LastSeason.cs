using Soccer.Forecasting;
using Soccer.Forecasting.Metrics;
using Soccer.Forecasting.Odds;
using Soccer.Tables.Train;
using Soccer.Train.Backtesting;

namespace Soccer.Bench;

/// <summary>How much a forecaster loses against the truth.</summary>
/// <param name="OnResults">Its log loss less the truth's on what happened, with the interval of a paired bootstrap over match days.</param>
/// <param name="Expected">The same on what was to be expected: Σ p ln(p/q), without the luck of the results (Kullback and Leibler 1951).</param>
sealed record Gap(Interval OnResults, double Expected);

/// <summary>The matches that are forecast: those of the main divisions in a world's last season, with usable odds, whose truth is known.</summary>
sealed class LastSeason
{
    /// <summary>Less than this share with a known truth means that names or days were read wrongly.</summary>
    const double LeastShareKnown = 0.98;

    readonly (Match Match, Probabilities Truth)[] matches;

    /// <exception cref="InvalidDataException">The world's matches and their truth don't fit together.</exception>
    public LastSeason(History world, Truth truth, int season)
    {
        Match[] priced = [.. world.Matches.Where(match => match.Season == season && Division.Find(match.Division)!.IsMain
            && match is { Opening.IsUsable: true, Closing.IsUsable: true })];
        matches = [.. priced.Select(match => (Match: match, Truth: truth.Of(match))).Where(match => match.Truth is not null).Select(match => (match.Match, match.Truth!.Value))];
        if (matches.Length < LeastShareKnown * priced.Length)
            throw new InvalidDataException($"Of {priced.Length} matches of the last season only {matches.Length} are in truth.csv by division, day and teams.");
    }

    /// <summary>How many.</summary>
    public int Count => matches.Length;

    /// <summary>Log loss of the true probabilities: what nobody can be better than but by luck.</summary>
    public double TruthLogLoss => matches.Average(match => Loss(match.Truth, match.Match));

    /// <summary>What forecasts of these matches lose.</summary>
    public Gap Of(MatchForecasts forecasts)
    {
        var own = forecasts.Matches.Zip(forecasts.Forecasts).ToDictionary(match => match.First, match => match.Second);
        return Of(match => own[match.Id]!.Value);
    }

    /// <summary>What the opening price loses, its margin removed.</summary>
    public Gap OfOpening() => Of(match => MarginRemoval.Power(match.Opening!.Value));

    /// <summary>What the closing price loses.</summary>
    public Gap OfClosing() => Of(match => MarginRemoval.Power(match.Closing!.Value));

    Gap Of(Func<Match, Probabilities> forecast) => new(
        PairedBootstrap.Difference(
            [.. matches.Select(match => Loss(forecast(match.Match), match.Match))], [.. matches.Select(match => Loss(match.Truth, match.Match))],
            [.. matches.Select(match => match.Match.Date)], ForecastTable.Seed),
        matches.Average(match => Lost(match.Truth, forecast(match.Match))));

    static double Lost(Probabilities truth, Probabilities forecast) =>
        Enum.GetValues<Outcome>().Sum(outcome => truth[outcome] * Math.Log(truth[outcome] / forecast[outcome]));

    static double Loss(Probabilities forecast, Match match) => LogLoss.Of(forecast, match.FullTime!.Value.Outcome);
}
