namespace Soccer.Cli.Runs;

/// <summary>A run as the Api tells it.</summary>
sealed record RunView(
    Guid Id, string Status, DateOnly? AsOf, string Reason, string Requester, DateTime? Started, DateTime? Ended, double? Seconds, string? Failure,
    IReadOnlyList<StageView> Stages, DatasetView? Dataset, FeatureSetView? FeatureSet, ModelView? Model, ForecastsView? Forecasts, Guid? SameAs,
    DateTime? ForecastFrom = null, QuarantineView? Quarantine = null, DateTime? AcceptedAt = null)
{
    /// <summary>Whether more is expected of it.</summary>
    public bool IsOpen => Status is "accepted" or "running";

    /// <summary>Whether it came to a good end.</summary>
    public bool IsGood => Status is "completed" or "partial" or "unchanged" or "superseded";

    /// <summary>A count of a stage; 0 where there is none.</summary>
    public long Count(string stage, string count) =>
        Stages.FirstOrDefault(known => known.Stage == stage)?.Counts.GetValueOrDefault(count) ?? 0;
}

/// <summary>A stage of a run.</summary>
sealed record StageView(string Stage, string State, double? Seconds, bool Remembered, IReadOnlyDictionary<string, long> Counts, ProgressView? Progress);

/// <summary>How far a stage is.</summary>
sealed record ProgressView(string Step, long Done, long Total);

/// <summary>What was not read of a run's snapshot.</summary>
sealed record QuarantineView(
    long Rows, IReadOnlyList<QuarantineCountView> Files, IReadOnlyList<QuarantineEntryView> First,
    IReadOnlyList<QuarantineEntryView> Unreadable, IReadOnlyList<QuarantineEntryView> Notes);

sealed record QuarantineCountView(string File, long Rows);

sealed record QuarantineEntryView(string File, int Line, int Rows, string Reason);

sealed record DatasetView(int Version, string Hash);

sealed record FeatureSetView(int Version, string Hash, string SchemaHash);

sealed record ModelView(
    string Id, IReadOnlyList<string> Kinds, string? Libraries, bool Trained, bool Promoted, IReadOnlyList<string> Reasons, IReadOnlyList<ScoreView> HoldOut);

/// <summary>How well a forecaster did on the hold-out.</summary>
sealed record ScoreView(string Forecaster, int Matches, double LogLoss, double Rps, double Brier, double Accuracy, double CalibrationError);

sealed record ForecastsView(string? ModelId, int Fixtures, int Forecasts, int NewForecasts, IReadOnlyList<string> Reasons);

/// <summary>A run in the list.</summary>
sealed record RunLine(
    Guid Id, string Status, DateOnly? AsOf, string Reason, string Requester, DateTime AcceptedAt, DateTime LastAt, DateTime? StartedAt = null,
    DateTime? EndedAt = null, double? Seconds = null);

sealed record RunLines(IReadOnlyList<RunLine> Runs);
