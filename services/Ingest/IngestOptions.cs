using System.ComponentModel.DataAnnotations;

namespace Soccer.Ingest;

/// <summary>How Ingest treats its source. Read from the section Ingest.</summary>
public sealed class IngestOptions : IValidatableObject
{
    /// <summary>The site's address, with a slash at the end. No default: a wrong site must not be asked by accident.</summary>
    [Required]
    public Uri? Source { get; init; }

    /// <summary>The pages from which the country pages and files are found, relative to the site.</summary>
    [MinLength(1)]
    public string[] IndexPages { get; init; } = ["data.php", "all_new_data.php", "matches.php", "matches_new_leagues.php"];

    /// <summary>Requests a second to one host. Default 1: the site is a person's, and a day's worth of files is small.</summary>
    [Range(0.01, 1000)]
    public double RequestsPerSecond { get; init; } = 1;

    /// <summary>Whether a source on this machine is asked without pause, and for closed seasons every time. Default true: nobody is behind it.</summary>
    public bool ExemptLoopback { get; init; } = true;

    /// <summary>Days until a closed season's file is asked for again. Default 7: the publisher revises old rows now and then.</summary>
    [Range(0, 365)]
    public int ClosedSeasonDays { get; init; } = 7;

    /// <summary>Seconds until a request is given up. Default 30: the largest file has 2 MB.</summary>
    [Range(1, 600)]
    public double TimeoutSeconds { get; init; } = 30;

    /// <summary>Times a failed request is sent again, with jitter. Default 4: about 15 s in all.</summary>
    [Range(0, 20)]
    public int Retries { get; init; } = 4;

    /// <summary>The pause before the first repetition, in seconds; it doubles. Default 1.</summary>
    [Range(0.001, 60)]
    public double RetryPauseSeconds { get; init; } = 1;

    /// <summary>The largest share of the linked files that may be stale or missing. Default 0.2: more is a broken source, not a broken file.</summary>
    [Range(0, 1)]
    public double MaxFailedShare { get; init; } = 0.2;

    /// <summary>The largest file that is taken, in bytes. Default 20 MB: ten times the largest there is.</summary>
    [Range(1000, 1_000_000_000)]
    public int MaxFileBytes { get; init; } = 20_000_000;

    /// <summary>
    /// Days for which snapshots are kept that no dataset version came of, and bytes that no snapshot has; null for ever. Default 365:
    /// what was rejected can be looked into for a season. At least 30: a run's snapshot may wait among the dead letters for weeks.
    /// Snapshots of dataset versions are kept for ever, whatever this says.
    /// </summary>
    [Range(30, 36_500)]
    public int? KeptDays { get; init; } = 365;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // Without the slash, links would be read relative to the folder above.
        if (Source is { } source && !(source is { IsAbsoluteUri: true, Scheme: "http" or "https" } && source.AbsolutePath.EndsWith('/')))
            yield return new ValidationResult($"Ingest:Source is '{source}': write an address with a slash at the end, such as http://127.0.0.1:15410/", [nameof(Source)]);
    }
}
