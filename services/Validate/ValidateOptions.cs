using System.ComponentModel.DataAnnotations;

namespace Soccer.Validate;

/// <summary>
/// What a snapshot may have wrong and still be merged. Read from the section Validate. Limits on single rows and odds are code, because a dataset's
/// content must not depend on configuration; these decide only whether it is let through. The mirror is the whole history to 2025.
/// </summary>
public sealed class ValidateOptions
{
    /// <summary>
    /// Share of files that can't be read. Default 2 %: the mirror has none, and a layout that the source changed breaks all of a kind (a season is 3 %).
    /// </summary>
    [Range(0, 1)]
    public double UnreadableFiles { get; init; } = 0.02;

    /// <summary>Share of rows in quarantine. Default 1 %: the mirror has 2 of 291,000; a shifted column puts most rows of a file there.</summary>
    [Range(0, 1)]
    public double QuarantinedRows { get; init; } = 0.01;

    /// <summary>Share of odds rows dropped. Default 2 %: the mirror has 0.04 %, and one new bookmaker's bad column must not stop the forecasts.</summary>
    [Range(0, 1)]
    public double DroppedOdds { get; init; } = 0.02;

    /// <summary>Share of the last version's results that are gone. Default 0.5 %: the publisher corrects names and dates of a few matches a year.</summary>
    [Range(0, 1)]
    public double VanishedResults { get; init; } = 0.005;

    /// <summary>Share of the last version's results whose score is another. Default 0.5 %: scores are corrected, awarded and annulled one at a time.</summary>
    [Range(0, 1)]
    public double ChangedScores { get; init; } = 0.005;

    /// <summary>
    /// Largest share of one division's season that is gone. Default 25 %: half a file is 50 %, while a club whose name the publisher corrects in a
    /// division of ten is 20 %.
    /// </summary>
    [Range(0, 1)]
    public double VanishedOfASeason { get; init; } = 0.25;

    /// <summary>Share of the last snapshot's files that are gone. Default 5 %: files are never taken away, and one country less is 4 %.</summary>
    [Range(0, 1)]
    public double MissingFiles { get; init; } = 0.05;

    /// <summary>Share of the last version's matches by which there are fewer. Default 0.5 %, as for results that are gone.</summary>
    [Range(0, 1)]
    public double FewerMatches { get; init; } = 0.005;

    /// <summary>
    /// Share of results dated after the run's clock. Default 0.05 %: a mistyped date is one of hundreds of thousands, and its match
    /// counts as still to
    /// come; more is a source that stands at a later day than the run.
    /// </summary>
    [Range(0, 1)]
    public double ResultsAfterTheDay { get; init; } = 0.0005;

    /// <summary>
    /// Days since the newest result of all divisions. Default 160: a source of a single division has none for as long as its summer break, which was
    /// 146 days in Greece in 2016; with many divisions it is never that old unless the source has stopped.
    /// </summary>
    [Range(1, 3660)]
    public double DaysWithoutResults { get; init; } = 160;
}
