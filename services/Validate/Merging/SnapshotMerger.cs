using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Tables.Ingest;
using Soccer.Tables.Validate;
using Soccer.Validate.Matching;
using Soccer.Validate.Reading;

namespace Soccer.Validate.Merging;

/// <summary>Judges a snapshot's content against what was merged last and merges it, in one transaction under one lock.</summary>
public sealed class SnapshotMerger(NpgsqlDataSource database, IOptions<ValidateOptions> options, TimeProvider time)
{
    /// <summary>A merge that writes this many odds rows changes the tables' statistics.</summary>
    const int LargeMerge = 100_000;

    /// <summary>Unreadable files that the event names.</summary>
    const int MostNamed = 20;

    /// <summary>The number of the newest merged snapshot; zero before the first.</summary>
    public async Task<int> NewestMerged(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(ValidateSql.NewestMerged, cancellationToken: cancellation));
    }

    /// <summary>Judges and merges. What it finds is stored in any case, but not for a superseded snapshot.</summary>
    public async Task<Validation> Merge(
        Dataset dataset, int number, string snapshotId, DateOnly asOf, DateOnly lastBegun, Action<int, int> progress, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(ValidateSql.Lock, cancellationToken: cancellation));
        var merged = await connection.ExecuteScalarAsync<int>(new CommandDefinition(ValidateSql.NewestMerged, cancellationToken: cancellation));
        if (merged > number)
            return Validation.Superseded(dataset.Hash, merged);

        var open = await OpenRows.Matches(connection, cancellation);
        var files = merged == 0 ? [] : await Manifest.Read(connection, merged, cancellation);
        var known = new KnownDataset(open.ToDictionary(match => match.Key, match => match.Value.Known), [.. files.Select(file => file.Path)]);
        var gates = Gates.Judge(dataset, known, asOf, lastBegun, options.Value);
        await StoreJudgement(connection, dataset, number, asOf, JsonSerializer.Serialize(gates), cancellation);
        var result = new Validation(
            dataset.Hash, null, null, dataset.Played, dataset.Matches.Count - dataset.Played, dataset.OddsRows, 0, 0, 0,
            dataset.Quarantine.Count, gates, [.. dataset.Defects.OrderBy(file => file.Key, StringComparer.Ordinal).Take(MostNamed)
                .Select(file => $"{file.Key}: {file.Value}")]);
        if (gates.All(gate => gate.Passed))
        {
            var version = await Write(connection, dataset, open, number, snapshotId, progress, cancellation);
            // A version that another snapshot made holds this one's content already, and this one changed nothing.
            result = version.SnapshotNumber == number
                ? result with { DatasetVersion = version.Version, Added = version.Added, Changed = version.Changed, Removed = version.Removed }
                : result with { DatasetVersion = version.Version };
        }
        await transaction.CommitAsync(cancellation);
        return result;
    }

    async Task StoreJudgement(NpgsqlConnection connection, Dataset dataset, int number, DateOnly asOf, string gates, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var tally = JsonSerializer.Serialize(dataset.Tally.Counts);
        await connection.ExecuteAsync(new CommandDefinition(
            ValidateSql.InsertJudgement, new { number, asOf, gates, tally, now }, cancellationToken: cancellation));
        await connection.ExecuteAsync(new CommandDefinition(ValidateSql.DeleteQuarantine, new { number }, cancellationToken: cancellation));
        (string File, int Line, string Kind, int Rows, string Reason, string Raw)[] rows =
        [
            .. dataset.Defects.Select(file => (file.Key, 0, QuarantineKind.File, 0, file.Value, "")),
            .. dataset.Quarantine.Select(row => (row.File, row.Line, QuarantineKind.Row, 1, row.Reason, row.Raw)),
            .. dataset.Notes.Select(note => (note.File, note.Line, QuarantineKind.Note, note.Rows, note.Text, "")),
        ];
        await connection.ExecuteAsync(new CommandDefinition(ValidateSql.InsertQuarantine, new
        {
            number,
            files = rows.Select(row => row.File).ToArray(),
            lines = rows.Select(row => row.Line).ToArray(),
            kinds = rows.Select(row => row.Kind).ToArray(),
            rows = rows.Select(row => row.Rows).ToArray(),
            reasons = rows.Select(row => Storable(row.Reason)).ToArray(),
            raws = rows.Select(row => Storable(row.Raw)).ToArray(),
        }, cancellationToken: cancellation));
    }

    /// <summary>PostgreSQL's text holds every character but this one.</summary>
    static string Storable(string text) => text.Replace('\0', ' ');

    async Task<DatasetVersion> Write(
        NpgsqlConnection connection, Dataset dataset, Dictionary<long, OpenMatch> open, int number, string snapshotId,
        Action<int, int> progress, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var version = await connection.QuerySingleOrDefaultAsync<DatasetVersion>(
            new CommandDefinition(ValidateSql.NewestDataset, cancellationToken: cancellation));
        if (version?.Hash != dataset.Hash)
        {
            var merge = Merging.Merge.Of(dataset.Matches, open);
            version = new DatasetVersion(
                (version?.Version ?? 0) + 1, dataset.Hash, number, snapshotId, dataset.Played, dataset.Matches.Count - dataset.Played, dataset.OddsRows,
                merge.Added, merge.Changed, merge.Removed.Count);
            await WriteRows(connection, dataset, merge, version.Version, progress, cancellation);
            await connection.ExecuteAsync(new CommandDefinition(ValidateSql.InsertDataset, new
            {
                version.Version,
                version.Hash,
                version.SnapshotNumber,
                version.SnapshotId,
                version.Matches,
                version.Fixtures,
                version.OddsRows,
                version.Added,
                version.Changed,
                version.Removed,
                now,
            }, cancellationToken: cancellation));
        }
        await connection.ExecuteAsync(new CommandDefinition(
            ValidateSql.InsertMerge, new { number, version = version.Version, now }, cancellationToken: cancellation));
        return version;
    }

    static async Task WriteRows(
        NpgsqlConnection connection, Dataset dataset, Merge merge, int version, Action<int, int> progress, CancellationToken cancellation)
    {
        await connection.ExecuteAsync(new CommandDefinition(ValidateSql.InsertTeams, new
        {
            ids = dataset.Teams.Select(team => team.Id).ToArray(),
            countries = dataset.Teams.Select(team => team.Country).ToArray(),
            names = dataset.Teams.Select(team => team.Name).ToArray(),
        }, cancellationToken: cancellation));

        var first = version == 1;
        if (first)
            await connection.ExecuteAsync(new CommandDefinition(ValidateSql.EmptyTables, cancellationToken: cancellation));
        await connection.ExecuteAsync(new CommandDefinition(
            ValidateSql.CloseMatches, new { version, ids = merge.Close.ToArray() }, cancellationToken: cancellation));
        long[] touched = [.. merge.ChangedOdds.Select(match => match.Id), .. merge.Removed];
        var odds = OddsMerge.Of(merge.ChangedOdds, touched.Length == 0 ? [] : await OpenRows.Odds(connection, touched, cancellation));
        await CloseOdds(connection, odds, version, cancellation);

        await MatchCopy.Matches(connection, merge.Write, version, first, cancellation);
        var total = odds.Write.Count + merge.NewOdds.Sum(match => match.Odds.Length);
        progress(0, total);
        var written = await MatchCopy.Odds(
            connection, OddsOf(merge.NewOdds).Concat(odds.Write), version, first, done => progress(done, total), cancellation);
        if (written >= LargeMerge)
            await connection.ExecuteAsync(new CommandDefinition(ValidateSql.Analyze, cancellationToken: cancellation));
        progress(total, total);
    }

    static Task CloseOdds(NpgsqlConnection connection, OddsMerge odds, int version, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(ValidateSql.CloseOdds, new
        {
            version,
            ids = odds.Close.Select(row => row.MatchId).ToArray(),
            bookmakers = odds.Close.Select(row => row.Odds.Bookmaker).ToArray(),
            phases = odds.Close.Select(row => (short)row.Odds.Phase).ToArray(),
            markets = odds.Close.Select(row => (short)row.Odds.Market).ToArray(),
        }, cancellationToken: cancellation));

    static IEnumerable<(long MatchId, CanonicalOdds Odds)> OddsOf(IEnumerable<CanonicalMatch> matches)
    {
        foreach (var match in matches)
        {
            for (var at = 0; at < match.Odds.Length; at++)
                yield return (match.Id, match.Odds.Span[at]);
        }
    }
}
