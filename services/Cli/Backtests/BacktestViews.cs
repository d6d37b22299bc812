using System.Globalization;

namespace Soccer.Cli.Backtests;

/// <summary>A backtest as the Api tells it.</summary>
sealed record BacktestView(Guid Id, string Status, BacktestProgressView? Progress, double? Seconds, bool? Remembered, string? Report, BacktestProblemView? Problem);

sealed record BacktestProgressView(string Step, long Done, long Total);

sealed record BacktestProblemView(string Field, string Reason);

/// <summary>A backtest's report.</summary>
sealed record ReportView(
    InputsView Inputs, SeasonView[] Seasons, SliceView[] Slices, DivisionView[] Divisions, BetsView[] Bets, ReliabilityView[] Reliability, MonthView[] Months,
    EdgesView[]? Edges = null);

sealed record InputsView(string DatasetHash, string FeatureSetHash, string SchemaHash, string CodeVersion, SortedDictionary<string, string> Parameters);

sealed record SeasonView(string Season, DateOnly FitFrom, DateOnly FitTo, int FitMatches, int StopMatches, int TestMatches);

/// <summary>Forecasters side by side on the same matches.</summary>
sealed record SliceView(string Name, int Matches, int Days, ScoreView[] Scores)
{
    /// <summary>What the forecasters are held against: the market's forecasts that are in the slice; where there are none, the marginals.</summary>
    public string[] References => Scores.Select(score => score.Forecaster).Where(name => name is BacktestTables.Opening or BacktestTables.Closing).ToArray() is { Length: > 0 } market
        ? market
        : [BacktestTables.Marginals];
}

sealed record ScoreView(
    string Forecaster, double LogLoss, double Rps, double Brier, double Accuracy, double MacroAuc, double CalibrationError, IntervalView CalibrationFloor,
    double? Share, DifferenceView[] Against)
{
    /// <summary>Its log loss less that of another; none where that is not in the slice, or its own.</summary>
    public IntervalView? Less(string reference) => Array.Find(Against, difference => difference.Reference == reference)?.Difference;
}

sealed record DifferenceView(string Reference, IntervalView Difference);

/// <summary>The kinds in a division, held against one forecaster.</summary>
sealed record DivisionView(string Code, string Name, int Matches, string Reference, DivisionScoreView[] Scores);

sealed record DivisionScoreView(string Kind, double LogLoss, IntervalView Difference, double CalibrationError, IntervalView CalibrationFloor)
{
    /// <summary>Whether luck alone would seldom make so large a calibration error.</summary>
    public bool IsAbove => CalibrationError > CalibrationFloor.High;
}

/// <summary>A mean and its 95% interval.</summary>
sealed record IntervalView(double Mean, double Low, double High);

sealed record BetsView(string Slice, string Kind, string Prices, int Matches, BettingView? Record);

sealed record BettingView(int Bets, IntervalView FlatYield, IntervalView KellyYield, double KellyBankroll, IntervalView ClosingLineValue);

/// <summary>What claimed edges came to.</summary>
sealed record EdgesView(string Slice, string Forecaster, EdgeWeightView[] Weights, int Matches, IntervalView OverMarket, EdgeRecordView? Record)
{
    /// <summary>The edge that is served is shown bucket by bucket, over all test seasons.</summary>
    public bool IsShownByBucket => Record is not null && Slice == "pooled" && Forecaster == "market-aware";
}

sealed record EdgeWeightView(string Season, double Weight);

sealed record EdgeRecordView(int Bets, int Days, double Claimed, IntervalView Realised, double StandardError, IntervalView? Slope, EdgeBucketView[] Buckets);

sealed record EdgeBucketView(double From, double? To, int Bets, double Claimed, double Realised, IntervalView? Range)
{
    /// <summary>In percent: 2 to 3, above 12.</summary>
    public string Name => To is { } to
        ? string.Create(CultureInfo.InvariantCulture, $"{From * 100:0.#} to {to * 100:0.#}")
        : string.Create(CultureInfo.InvariantCulture, $"above {From * 100:0.#}");
}

sealed record ReliabilityView(string Forecaster, string Outcome, BinView[] Bins);

sealed record BinView(double Forecast, double Frequency, double Low, double High, int Matches);

sealed record MonthView(string Month, int Matches, Dictionary<string, double> LogLoss);
