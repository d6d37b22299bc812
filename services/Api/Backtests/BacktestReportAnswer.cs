using System.Text.Json.Serialization;
using Soccer.Forecasting.Metrics;

namespace Soccer.Api.Backtests;

/// <summary>
/// All that a backtest found, as Train stored it. The Api returns the stored text unread, so that the same backtest has the same report to
/// the byte; this says what the text holds. Reports of earlier versions have no divisions and no edges.
/// </summary>
/// <param name="Inputs">What it was made of.</param>
/// <param name="Seasons">The test seasons, oldest first.</param>
/// <param name="Slices">Scores: "pooled" first, then by season, by group of divisions, and the countries with closing odds only.</param>
/// <param name="Divisions">The kinds in each division, over all test seasons.</param>
/// <param name="Bets">What betting on the forecasts would have come to, pooled and by season; empty if no match has odds.</param>
/// <param name="Reliability">Forecast beside frequency, pooled.</param>
/// <param name="Months">Log loss over time.</param>
/// <param name="Edges">Claimed edges beside realised ones; empty if no match has odds.</param>
public sealed record BacktestReportAnswer(
    ReportInputs Inputs, IReadOnlyList<ReportSeason> Seasons, IReadOnlyList<ReportSlice> Slices,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ReportDivision>? Divisions,
    IReadOnlyList<ReportBets> Bets, IReadOnlyList<ReportReliability> Reliability, IReadOnlyList<ReportMonth> Months,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ReportEdges>? Edges);

/// <summary>What a report was made of, by hashes of content.</summary>
/// <param name="DatasetHash">The matches and odds.</param>
/// <param name="FeatureSetHash">The feature rows.</param>
/// <param name="SchemaHash">What the features are.</param>
/// <param name="CodeVersion">The code that fitted.</param>
/// <param name="Parameters">How it fitted and with which libraries, by name.</param>
public sealed record ReportInputs(
    string DatasetHash, string FeatureSetHash, string SchemaHash, string CodeVersion, IReadOnlyDictionary<string, string> Parameters);

/// <summary>A test season and what was known when it began.</summary>
/// <param name="Season">2023/24.</param>
/// <param name="FitFrom">First match day that was fitted on.</param>
/// <param name="FitTo">The last.</param>
/// <param name="FitMatches">How many matches.</param>
/// <param name="StopMatches">Newer matches that said when to stop.</param>
/// <param name="TestMatches">Matches forecast.</param>
/// <param name="Marginals">How often each outcome came in the matches fitted on: home win, draw, away win.</param>
public sealed record ReportSeason(
    string Season, DateOnly FitFrom, DateOnly FitTo, int FitMatches, int StopMatches, int TestMatches, IReadOnlyList<double> Marginals);

/// <summary>Forecasters side by side on the same matches.</summary>
/// <param name="Name">pooled, a season, a group of divisions.</param>
/// <param name="Matches">How many.</param>
/// <param name="Days">On how many days.</param>
/// <param name="Scores">One per forecaster.</param>
public sealed record ReportSlice(string Name, int Matches, int Days, IReadOnlyList<ReportScore> Scores);

/// <summary>How well a forecaster did on a slice.</summary>
/// <param name="Forecaster">class marginals, a kind, and with odds also market opening and market closing.</param>
/// <param name="LogLoss">Mean, nats.</param>
/// <param name="Rps">Mean ranked probability score.</param>
/// <param name="Brier">Mean three-class Brier score.</param>
/// <param name="Accuracy">Share in which the likeliest outcome came.</param>
/// <param name="MacroAuc">Mean over the outcomes of the area under the curve.</param>
/// <param name="CalibrationError">Expected calibration error.</param>
/// <param name="CalibrationFloor">What a forecaster whose probabilities are all right would have: mean and 95% range.</param>
/// <param name="Share">Of the way from the marginals' log loss to the closing market's: 0 is no better than the one, 1 as good as the
/// other; null without closing odds.</param>
/// <param name="Against">Its log loss less that of each forecaster of reference.</param>
public sealed record ReportScore(
    string Forecaster, double LogLoss, double Rps, double Brier, double Accuracy, double MacroAuc, double CalibrationError,
    Interval CalibrationFloor, double? Share, IReadOnlyList<ReportDifference> Against);

/// <summary>A difference of log loss on the same matches; below 0 the first is better.</summary>
/// <param name="Reference">Whose log loss is taken away.</param>
/// <param name="Difference">With its 95% interval by the bootstrap of match days.</param>
public sealed record ReportDifference(string Reference, Interval Difference);

/// <summary>How the kinds did in a division.</summary>
/// <param name="Code">E0.</param>
/// <param name="Name">England, Premier League; the code if the division is not published.</param>
/// <param name="Matches">How many.</param>
/// <param name="Reference">What the kinds are compared with: market opening, market closing or class marginals.</param>
/// <param name="Scores">One per kind.</param>
public sealed record ReportDivision(string Code, string Name, int Matches, string Reference, IReadOnlyList<ReportDivisionScore> Scores);

/// <summary>How a kind did in a division.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="LogLoss">Mean, nats.</param>
/// <param name="Difference">Its log loss less the reference's, with its 95% interval by the bootstrap of match days.</param>
/// <param name="CalibrationError">Expected calibration error.</param>
/// <param name="CalibrationFloor">What a forecaster whose probabilities are all right would have: mean and 95% range.</param>
public sealed record ReportDivisionScore(
    string Kind, double LogLoss, Interval Difference, double CalibrationError, Interval CalibrationFloor);

/// <summary>What betting on a kind's forecasts would have come to.</summary>
/// <param name="Slice">pooled, or a season.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Prices">Which of the opening odds.</param>
/// <param name="Matches">Matches with such prices.</param>
/// <param name="Record">The bets; null if no edge was large enough.</param>
public sealed record ReportBets(string Slice, string Kind, string Prices, int Matches, BettingRecord? Record);

/// <summary>What claimed edges came to, with one way to take probabilities from forecasts and prices.</summary>
/// <param name="Slice">pooled: all test seasons; "from 2013/14": those with one before them; "2013/14 to 2022/23": those that choices were
/// made on.</param>
/// <param name="Forecaster">market-aware, or "price with" a kind that has not seen the price.</param>
/// <param name="Weights">How far the price is pulled towards the kind, by test season; empty for market-aware.</param>
/// <param name="Matches">Matches with prices that it forecasts.</param>
/// <param name="OverMarket">Its log loss less that of the opening price without margin, on the same matches.</param>
/// <param name="Record">The bets; null if no edge is above 0.</param>
public sealed record ReportEdges(
    string Slice, string Forecaster, IReadOnlyList<ReportWeight> Weights, int Matches, Interval OverMarket, ClaimedEdges? Record);

/// <summary>How far the price was pulled towards a kind in a test season.</summary>
/// <param name="Season">2023/24.</param>
/// <param name="Weight">0 is the price alone, 1 the kind alone.</param>
public sealed record ReportWeight(string Season, double Weight);

/// <summary>A reliability diagram.</summary>
/// <param name="Forecaster">Whose forecasts.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Bins">Ten points.</param>
public sealed record ReportReliability(string Forecaster, string Outcome, IReadOnlyList<ReliabilityBin> Bins);

/// <summary>A month's mean log loss.</summary>
/// <param name="Month">2023-08.</param>
/// <param name="Matches">How many.</param>
/// <param name="LogLoss">By forecaster.</param>
public sealed record ReportMonth(string Month, int Matches, IReadOnlyDictionary<string, double> LogLoss);
