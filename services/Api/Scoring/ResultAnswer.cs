namespace Soccer.Api.Scoring;

/// <summary>How the forecasts of played matches did beside the market.</summary>
/// <param name="By">What a row is: week or division.</param>
/// <param name="From">The first match day counted; null before the first run.</param>
/// <param name="To">The last.</param>
/// <param name="Division">The only division counted; null for all.</param>
/// <param name="Kind">The kind of forecast counted; null if of each match it is the one that knows most.</param>
/// <param name="Note">Why there are no rows; null if there are some.</param>
/// <param name="Total">All rows together; null if there are none.</param>
/// <param name="Rows">Weeks, the newest first; or divisions, by code.</param>
public sealed record ResultList(
    string By, DateOnly? From, DateOnly? To, string? Division, string? Kind, string? Note, ResultRow? Total, IReadOnlyList<ResultRow> Rows);

/// <summary>The scores of some matches' forecasts.</summary>
/// <param name="Key">The Monday of the week, the division's code, or all.</param>
/// <param name="League">The division's country and name; null for weeks and for all.</param>
/// <param name="Matches">Matches counted, each once.</param>
/// <param name="Days">Days on which they were played.</param>
/// <param name="LogLoss">The forecasts' mean log loss, nats: 0 is perfect, 1.0986 is knowing nothing.</param>
/// <param name="Rps">Their mean ranked probability score, 0 to 1; 0 is perfect.</param>
/// <param name="Brier">Their mean Brier score over the three outcomes, 0 to 2; 0 is perfect.</param>
/// <param name="Accuracy">How often the likeliest outcome happened, 0 to 1.</param>
/// <param name="Market">The comparison with the market; null if no match had odds.</param>
public sealed record ResultRow(
    string Key, string? League, int Matches, int Days, double LogLoss, double Rps, double Brier, double Accuracy, ResultMarket? Market);

/// <summary>The market and the forecasts on the same matches: those that had odds when the forecast was made.</summary>
/// <param name="Matches">Matches counted.</param>
/// <param name="Days">Days on which they were played.</param>
/// <param name="LogLoss">The market's mean log loss: its opening odds without their margin.</param>
/// <param name="Rps">Its mean ranked probability score.</param>
/// <param name="Brier">Its mean Brier score.</param>
/// <param name="Accuracy">How often its likeliest outcome happened.</param>
/// <param name="ForecastLogLoss">The forecasts' mean log loss on these matches.</param>
/// <param name="ForecastRps">Their mean ranked probability score.</param>
/// <param name="ForecastBrier">Their mean Brier score.</param>
/// <param name="ForecastAccuracy">How often their likeliest outcome happened.</param>
/// <param name="Difference">The forecasts' log loss less the market's: below zero the forecasts were better. Its interval is null on fewer
/// than 20 match
/// days.</param>
public sealed record ResultMarket(
    int Matches, int Days, double LogLoss, double Rps, double Brier, double Accuracy,
    double ForecastLogLoss, double ForecastRps, double ForecastBrier, double ForecastAccuracy, DayInterval Difference);
