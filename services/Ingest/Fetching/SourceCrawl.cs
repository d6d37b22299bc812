using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Csv;
using Soccer.Forecasting;

namespace Soccer.Ingest.Fetching;

/// <summary>The source's state: every linked file, fetched, unchanged, or standing with its last good bytes; and the pages that could not be read.</summary>
/// <param name="Source">The site's address.</param>
/// <param name="Files">The files, by path.</param>
/// <param name="FailedPages">Pages that could not be read, each with the reason.</param>
/// <param name="Now">The instant at which the crawl began, UTC, by the source's own clock if it has one.</param>
/// <param name="Live">Whether the source follows the real clock.</param>
public sealed record Crawled(string Source, IReadOnlyList<SourceFile> Files, IReadOnlyList<string> FailedPages, DateTime Now, bool Live);

/// <summary>Finds the files by the site's pages and asks for those that may have changed.</summary>
public sealed class SourceCrawl(PoliteClient client, SourceResilience resilience, NpgsqlDataSource database, IOptions<IngestOptions> options, TimeProvider time)
{
    readonly Uri site = options.Value.Source!;

    /// <summary>
    /// Every linked file as the source has it now. Fetched bytes are stored as they come, so that a crawl that is cut off does not ask
    /// again.
    /// </summary>
    /// <param name="asOf">The day that the run asks for; null for a run as of now.</param>
    /// <param name="report">Told how far the crawl is.</param>
    /// <param name="cancellation">Ends the crawl.</param>
    /// <exception cref="SourceException">The site is away, too many files failed, or the day has not ended; the message says which and
    /// why.</exception>
    public async Task<Crawled> Fetch(DateOnly? asOf, Action<string, long, long> report, CancellationToken cancellation)
    {
        Dictionary<string, KnownFile> known;
        IReadOnlyList<string> newest;
        await using (var connection = await database.OpenConnectionAsync(cancellation))
        {
            known = await IngestSql.KnownFiles(connection, site.AbsoluteUri, cancellation);
            newest = await IngestSql.NewestPaths(connection, cancellation);
        }
        var (robots, clock) = await ReadRobots(cancellation);
        var now = clock ?? time.GetUtcNow().UtcDateTime;
        CheckDay(asOf, now);
        var (paths, failedPages) = await FindFiles(robots, report, cancellation);
        if (failedPages.Count > 0)
            // A page that can't be read must not make its files vanish.
            paths.UnionWith(newest.Where(known.ContainsKey));
        if (paths.Count == 0)
            throw new SourceException($"{site} links no data file{(failedPages.Count > 0 ? $"; {failedPages[0]}" : "")}", null);

        ConcurrentBag<SourceFile> files = [];
        report("fetch files", 0, paths.Count);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = resilience.IsExempt(site) ? 4 : 1, CancellationToken = cancellation };
        await Parallel.ForEachAsync(paths.Order(StringComparer.Ordinal), parallel, async (path, token) =>
        {
            files.Add(robots.Allows(new Uri(site, path).AbsolutePath)
                ? await Fetch(path, known.GetValueOrDefault(path), asOf ?? London.DayOf(now), token)
                : Failed(path, known.GetValueOrDefault(path), "robots.txt does not allow it"));
            report("fetch files", files.Count, paths.Count);
        });
        Check(files);
        await using (var connection = await database.OpenConnectionAsync(cancellation))
            await IngestSql.StoreChecks(
                connection, site.AbsoluteUri, [.. files.Where(file => file.Checked).Select(file => file.Path)], time.GetUtcNow().UtcDateTime, cancellation);
        return new Crawled(site.AbsoluteUri, [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)], failedPages, now, Live: clock is null);
    }

    /// <summary>
    /// A run that claimed to know the results of a day before it has ended would outrank the runs that follow, and hide the matches of that
    /// evening.
    /// </summary>
    void CheckDay(DateOnly? asOf, DateTime now)
    {
        var ended = London.DayOf(now).AddDays(-1);
        if (asOf > ended)
            throw new SourceException(
                $"asOf is {asOf:yyyy-MM-dd}, which has not ended at {site}: its results are not all known. Use a day up to {ended:yyyy-MM-dd}, or leave asOf out for a run as of now", null);
    }

    async Task<(Robots Rules, DateTime? Clock)> ReadRobots(CancellationToken cancellation)
    {
        // RFC 9309: a site that answers 4xx has no rules; one that fails must not be crawled, and Get throws.
        var answer = await client.Get(new Uri(site, "/robots.txt"), null, null, cancellation);
        var robots = answer.Status == HttpStatusCode.OK ? Robots.Read(Encoding.UTF8.GetString(answer.Content), PoliteClient.Robot) : Robots.None;
        resilience.CrawlDelay = robots.CrawlDelay;
        return (robots, answer.Clock);
    }

    async Task<(HashSet<string> Paths, List<string> Failed)> FindFiles(Robots robots, Action<string, long, long> report, CancellationToken cancellation)
    {
        HashSet<string> files = [];
        List<string> failed = [];
        var pages = new Queue<string>(options.Value.IndexPages);
        var seen = pages.ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var read = 0; pages.TryDequeue(out var page); read++)
        {
            report("read pages", read, seen.Count);
            var address = new Uri(site, page);
            if (!robots.Allows(address.AbsolutePath))
            {
                failed.Add($"{address}: robots.txt does not allow it");
                continue;
            }
            try
            {
                var answer = await client.Get(address, null, null, cancellation);
                // The site has dead links to pages of its own; they lead nowhere and lose nothing.
                if (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
                    continue;
                if (answer.Status != HttpStatusCode.OK)
                {
                    failed.Add($"{address}: the source answered {(int)answer.Status} {answer.Status}");
                    continue;
                }
                var (linked, further) = SourceLinks.Read(Encoding.Latin1.GetString(answer.Content), address, site);
                files.UnionWith(linked);
                foreach (var next in further.Where(seen.Add))
                    pages.Enqueue(next);
            }
            catch (SourceException error)
            {
                failed.Add(error.Message);
            }
        }
        return (files, failed);
    }

    async Task<SourceFile> Fetch(string path, KnownFile? known, DateOnly asOf, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (known is not null && !resilience.IsExempt(site) && ClosedSeason.IsClosed(path, asOf)
            && now - known.CheckedAt < TimeSpan.FromDays(options.Value.ClosedSeasonDays))
            return Standing(known, isChecked: false, failure: null);
        SourceFile file;
        try
        {
            var answer = await client.Get(new Uri(site, path), known?.ETag, known?.LastModified, cancellation);
            file = answer.Status switch
            {
                // A server may answer with a page, or with a similar file where this one is not there yet: the last good bytes stand.
                HttpStatusCode.OK when FileCheck.Problem(path, answer.Content) is { } problem => Failed(
                    path, known, problem, isSourceFault: false),
                HttpStatusCode.OK => new SourceFile(
                    path, answer.Sha256, answer.Content, answer.Content.Length, answer.ETag, answer.LastModified, Checked: true, Failure: null),
                HttpStatusCode.NotModified when known is not null => Standing(known, isChecked: true, failure: null),
                // Pages link files of a new season before they are there.
                HttpStatusCode.NotFound or HttpStatusCode.Gone when known is null => Failed(
                    path, known, $"the source answered {(int)answer.Status} {answer.Status}", isSourceFault: false),
                _ => Failed(path, known, $"the source answered {(int)answer.Status} {answer.Status}"),
            };
        }
        catch (SourceException error)
        {
            return Failed(path, known, error.Message);
        }
        if (file.Content is not null)
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
            await IngestSql.StoreFile(connection, site.AbsoluteUri, file, now, cancellation);
        }
        return file with { Content = null };
    }

    static SourceFile Standing(KnownFile known, bool isChecked, string? failure) =>
        new(known.Path, known.Sha256, null, known.Bytes, known.ETag, known.LastModified, isChecked, failure);

    SourceFile Failed(string path, KnownFile? known, string reason, bool isSourceFault = true)
    {
        var failure = reason.StartsWith(site.AbsoluteUri, StringComparison.Ordinal) ? reason : $"{new Uri(site, path)}: {reason}";
        var file = known is null
            ? new SourceFile(path, null, null, 0, null, null, Checked: false, failure)
            : Standing(known, isChecked: false, failure);
        return file with { IsSourceFault = isSourceFault };
    }

    void Check(ConcurrentBag<SourceFile> files)
    {
        var failed = files.Where(file => file.Failure is not null).Select(file => file.Failure!).Order(StringComparer.Ordinal).ToList();
        if (failed.Count * 2 > files.Count)
            throw new SourceException(
                $"{failed.Count} of the {files.Count} files of {site} could not be read; "
                + $"the first: {string.Join("; ", failed.Take(5))}", null);
        var lost = files.Count(file => file.IsSourceFault);
        if ((double)lost / files.Count > options.Value.MaxFailedShare)
            throw new SourceException(
                $"{lost} of {files.Count} files could not be fetched, more than the share of {options.Value.MaxFailedShare} that is allowed "
                + $"(Ingest:MaxFailedShare); the first: {string.Join("; ", failed.Take(5))}", null);
    }
}
