using Soccer.Api.Ledger;
using Soccer.Contracts.Train.V1;
using Soccer.Tables.Validate;

namespace Soccer.Api.Runs;

/// <summary>A run in a list.</summary>
/// <param name="Id">The run.</param>
/// <param name="Status">How it stands.</param>
/// <param name="AsOf">The day through which it knows results; null until Ingest has set it.</param>
/// <param name="Reason">Why it was asked for.</param>
/// <param name="Requester">Who asked.</param>
/// <param name="AcceptedAt">When its command was accepted, UTC: as the ledger first heard of it, and never after it started.</param>
/// <param name="LastAt">When the ledger last heard of it, UTC.</param>
/// <param name="Link">Where to read more.</param>
/// <param name="StartedAt">When its first stage began, UTC; null if none has.</param>
/// <param name="EndedAt">When it ended, UTC; null while it is open.</param>
/// <param name="Seconds">From its start to its end; null while it is open.</param>
/// <param name="ForecastFrom">The instant from which it forecasts matches, UTC; null until Ingest has set it.</param>
/// <param name="Failure">Why it did not end as it should, at most 200 characters; null if nothing is wrong. The run itself has the full
/// text.</param>
/// <param name="Training">auto, always or never.</param>
/// <param name="Force">Whether stored steps are computed again.</param>
public sealed record RunSummary(
    Guid Id, RunStatus Status, DateOnly? AsOf, string Reason, string Requester, DateTime AcceptedAt, DateTime LastAt, string Link,
    DateTime? StartedAt = null, DateTime? EndedAt = null, double? Seconds = null, DateTime? ForecastFrom = null, string? Failure = null,
    string Training = "auto", bool Force = false)
{
    /// <summary>The run: id by the name that it has from v2 on.</summary>
    public Guid RunId => Id;
}

/// <summary>The newest runs.</summary>
/// <param name="Runs">The newest first.</param>
public sealed record RunList(IReadOnlyList<RunSummary> Runs);

/// <summary>What the broker has taken.</summary>
/// <param name="Id">The run.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Link">Where to follow it.</param>
public sealed record RunAccepted(Guid Id, RunStatus Status, string Link)
{
    /// <summary>The run: id by the name that it has from v2 on.</summary>
    public Guid RunId => Id;
}

/// <summary>A run with all that is known of it.</summary>
/// <param name="Id">The run.</param>
/// <param name="Status">How it stands.</param>
/// <param name="AsOf">The day through which it knows results; null until Ingest has set it.</param>
/// <param name="Reason">Why it was asked for.</param>
/// <param name="Requester">Who asked.</param>
/// <param name="Training">auto, always or never.</param>
/// <param name="Force">Whether stored steps are computed again.</param>
/// <param name="AcceptedAt">When its command was accepted, UTC: as the ledger first heard of it, and never after it started.</param>
/// <param name="Started">When its first step began, UTC.</param>
/// <param name="Ended">When it ended, UTC; none while it is on its way.</param>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="Failure">Why it did not end as it should, in words.</param>
/// <param name="Stages">The seven stages, first to last.</param>
/// <param name="Snapshot">What Ingest took.</param>
/// <param name="Dataset">What Validate made of it.</param>
/// <param name="FeatureSet">What Featurize made of it.</param>
/// <param name="Model">The model that was trained, else the champion that forecast.</param>
/// <param name="Forecasts">What Predict made.</param>
/// <param name="Failures">Every message that a stage gave up, with the reason.</param>
/// <param name="SameAs">For an unchanged run: the completed run whose dataset, model and forecasts stand, and are shown here.</param>
/// <param name="ForecastFrom">The instant from which it forecasts matches, UTC: what has kicked off before keeps its last forecast. Null
/// until Ingest has set it.</param>
/// <param name="Live">Whether its source follows the real clock.</param>
/// <param name="Quarantine">What was not read of its snapshot; null until Validate has read it.</param>
public sealed record RunAnswer(
    Guid Id, RunStatus Status, DateOnly? AsOf, string Reason, string Requester, string Training, bool Force, DateTime AcceptedAt, DateTime? Started,
    DateTime? Ended, double? Seconds, string? Failure, IReadOnlyList<StageAnswer> Stages, SnapshotAnswer? Snapshot, DatasetAnswer? Dataset,
    FeatureSetAnswer? FeatureSet, ModelAnswer? Model, ForecastsAnswer? Forecasts, IReadOnlyCollection<RunFailure> Failures, Guid? SameAs,
    DateTime? ForecastFrom = null, bool Live = false, QuarantineAnswer? Quarantine = null)
{
    /// <summary>The run: id by the name that it has from v2 on.</summary>
    public Guid RunId => Id;

    /// <summary>When its first step began, UTC; null before.</summary>
    public DateTime? StartedAt => Started;

    /// <summary>When it ended, UTC; null while it is on its way.</summary>
    public DateTime? EndedAt => Ended;

    /// <summary>For an unchanged run: the completed run that stands; else null.</summary>
    public Guid? SameAsRunId => SameAs;
}

/// <summary>How a stage stands in a run.</summary>
public enum StageState
{
    /// <summary>Its turn has not come.</summary>
    Pending,

    /// <summary>At work, or about to be.</summary>
    Running,

    /// <summary>Done.</summary>
    Done,

    /// <summary>The run goes without it.</summary>
    Skipped,

    /// <summary>It gave its message up.</summary>
    Failed,
}

/// <summary>A stage of a run.</summary>
/// <param name="Stage">Its name: drift-check.</param>
/// <param name="State">How it stands.</param>
/// <param name="Started">UTC.</param>
/// <param name="Ended">UTC.</param>
/// <param name="Seconds">How long its step took.</param>
/// <param name="Remembered">Whether a stored result was used.</param>
/// <param name="CodeVersion">Hash of the sources that ran.</param>
/// <param name="Counts">What it counted, by name.</param>
/// <param name="Progress">How far it is; while it runs.</param>
public sealed record StageAnswer(
    string Stage, StageState State, DateTime? Started, DateTime? Ended, double? Seconds, bool Remembered, string? CodeVersion,
    IReadOnlyDictionary<string, long> Counts, ProgressAnswer? Progress)
{
    /// <summary>When its step began, UTC; null before it has ended.</summary>
    public DateTime? StartedAt => Started;

    /// <summary>When its step ended, UTC; null before.</summary>
    public DateTime? EndedAt => Ended;
}

/// <summary>How far a stage is with a step.</summary>
/// <param name="Step">What is being done.</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="Total">How much there is; 0 if that is unknown.</param>
/// <param name="At">When this was reported, UTC.</param>
public sealed record ProgressAnswer(string Step, long Done, long Total, DateTime At);

/// <summary>A snapshot of the source, and the files that could not be fetched.</summary>
/// <param name="Id">Hash of its files.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="StaleFiles">Files that stand with their last good bytes.</param>
/// <param name="FailedUrls">What could not be fetched, each with the reason.</param>
public sealed record SnapshotAnswer(string Id, int Number, int StaleFiles, IReadOnlyList<string> FailedUrls)
{
    /// <summary>The snapshot: id by the name that it has from v2 on.</summary>
    public string SnapshotId => Id;
}

/// <summary>What was not read of a snapshot, or was read in an unusual way.</summary>
/// <param name="Rows">Rows that can't be right.</param>
/// <param name="Files">How many of them are in which file, the file with most of them first.</param>
/// <param name="First">The first of them, by file and line.</param>
/// <param name="Unreadable">Files that can't be read at all; their line is 0.</param>
/// <param name="Notes">What to know of other rows: how many were left out, or read in an unusual way, and why.</param>
public sealed record QuarantineAnswer(
    long Rows, IReadOnlyList<QuarantineCount> Files, IReadOnlyList<QuarantineEntry> First, IReadOnlyList<QuarantineEntry> Unreadable,
    IReadOnlyList<QuarantineEntry> Notes);

/// <summary>A dataset version.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Hash">Hash of its rows.</param>
public sealed record DatasetAnswer(int Version, string Hash);

/// <summary>A feature-set version.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Hash">Hash of its rows.</param>
/// <param name="SchemaHash">Hash of what the features are.</param>
public sealed record FeatureSetAnswer(int Version, string Hash, string SchemaHash);

/// <summary>A model with its scores on the newest matches, which it never saw.</summary>
/// <param name="Id">SHA-256 of the artifact.</param>
/// <param name="Kinds">The kinds it forecasts: results-only, market-memory, market-aware.</param>
/// <param name="Libraries">The native libraries that could grow its trees, by version or build; null if no run of this ledger trained
/// it.</param>
/// <param name="Trained">Whether this run trained it.</param>
/// <param name="Promoted">Whether it became champion in this run.</param>
/// <param name="Reasons">Why it was promoted or held.</param>
/// <param name="HoldOut">Scores; none where no run of this ledger trained it.</param>
public sealed record ModelAnswer(
    string Id, IReadOnlyList<string> Kinds, string? Libraries, bool Trained, bool Promoted, IReadOnlyList<string> Reasons, IReadOnlyList<Score> HoldOut)
{
    /// <summary>The model: id by the name that it has from v2 on.</summary>
    public string ModelId => Id;
}

/// <summary>The forecasts that stand after a run.</summary>
/// <param name="ModelId">The champion that forecast; null if there is none.</param>
/// <param name="Fixtures">Matches to come.</param>
/// <param name="Forecasts">How many of them have a forecast: one per match, of whatever kinds.</param>
/// <param name="NewForecasts">Those that this run made.</param>
/// <param name="Reasons">Why there are none.</param>
public sealed record ForecastsAnswer(string? ModelId, int Fixtures, int Forecasts, int NewForecasts, IReadOnlyList<string> Reasons);
