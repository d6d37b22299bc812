namespace Soccer.Cli.Results;

/// <summary>Settled forecasts beside the market, as the Api answers.</summary>
sealed record ResultsView(
    string By, DateOnly? From, DateOnly? To, string? Kind, string? Division, string? Note, ResultRow? Total, IReadOnlyList<ResultRow> Rows);

/// <summary>The forecasts of a week, of a division or of all.</summary>
sealed record ResultRow(
    string Key, string? League, int Matches, int Days, double? LogLoss, double? Rps, double? Brier, double? Accuracy, MarketResult? Market);

/// <summary>Forecast and market on the matches with odds.</summary>
sealed record MarketResult(int Matches, int Days, double LogLoss, double ForecastLogLoss, DifferenceView Difference);

/// <summary>The forecast's log loss minus the market's, with its 95% interval, which is unknown for a single match day.</summary>
sealed record DifferenceView(double Mean, double? Low, double? High);
