namespace Soccer.Cli.Models;

/// <summary>A trained model as the Api tells it.</summary>
sealed record ModelLineView(
    string Id, IReadOnlyList<string> Aliases, IReadOnlyList<string> Kinds, DateTime TrainedAt, int DatasetVersion, DateOnly HoldOutFrom, DateOnly HoldOutTo,
    IReadOnlyList<HoldOutView> HoldOut)
{
    const string WithOdds = ", matches with opening odds";
    const string MarketName = "market opening";

    /// <summary>The market on the hold-out; none where there were no odds.</summary>
    public HoldOutView? Market => HoldOut.FirstOrDefault(score => score.Forecaster == MarketName);

    /// <summary>A kind on the matches that the market priced, or on all where it priced none.</summary>
    public HoldOutView? Of(string kind) => HoldOut.FirstOrDefault(score => score.Forecaster == (Market is null ? kind : kind + WithOdds));
}

sealed record HoldOutView(string Forecaster, int Matches, double LogLoss);

/// <summary>Two models on the matches that are in both hold-outs.</summary>
sealed record ComparisonView(string A, string B, DateOnly From, DateOnly To, IReadOnlyList<KindComparisonView> Kinds);

sealed record KindComparisonView(string Kind, int Matches, int Days, double A, double B, DifferenceView Difference, string Verdict);

/// <summary>A mean and its 95% interval.</summary>
sealed record DifferenceView(double Mean, double Low, double High);

/// <summary>A fit as the Api tells it.</summary>
sealed record ExperimentView(
    string Purpose, string Kind, OwnerView Owner, string? ModelId, string Blend, int Rounds, SpanView Fit, string? JudgedOn, SpanView? Judged,
    double? LogLoss, double Seconds, long PeakBytes, DateTime At, SpanView? Stop = null);

sealed record OwnerView(Guid? RunId, string? StudyId, int? Trial, int? Round, Guid? BacktestId);

sealed record SpanView(DateOnly From, DateOnly To, int Matches);
