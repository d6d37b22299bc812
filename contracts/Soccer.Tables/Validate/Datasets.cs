using Dapper;
using Npgsql;

namespace Soccer.Tables.Validate;

/// <summary>A version of the dataset.</summary>
public sealed record DatasetRow(int Version, string Hash, int SnapshotNumber, string SnapshotId, int Matches, int Fixtures, int OddsRows);

/// <summary>What a version has of a division.</summary>
/// <param name="Division">Its code.</param>
/// <param name="Matches">Matches with a result.</param>
/// <param name="NewestMatch">The newest day with a result; null if there is none.</param>
/// <param name="Coming">Matches to come.</param>
public sealed record DivisionRow(string Division, int Matches, DateOnly? NewestMatch, int Coming);

/// <summary>Reads the dataset's versions.</summary>
public static class Datasets
{
    const string Columns = "version, hash, snapshot_number, snapshot_id, matches, fixtures, odds_rows";

    /// <summary>One version, or none.</summary>
    public static Task<DatasetRow?> Find(NpgsqlConnection connection, int version, CancellationToken cancellation) =>
        connection.QuerySingleOrDefaultAsync<DatasetRow>(
            new CommandDefinition($"select {Columns} from validate.dataset where version = @version", new { version }, cancellationToken: cancellation));

    /// <summary>The newest version, or none before the first snapshot.</summary>
    public static Task<DatasetRow?> Newest(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.QuerySingleOrDefaultAsync<DatasetRow>(
            new CommandDefinition($"select {Columns} from validate.dataset order by version desc limit 1", cancellationToken: cancellation));

    /// <summary>Codes of the divisions that the newest version has matches of, in their order.</summary>
    public static async Task<IReadOnlyList<string>> Divisions(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string sql = "select distinct division from validate.match where to_version is null order by division";
        return (await connection.QueryAsync<string>(new CommandDefinition(sql, cancellationToken: cancellation))).AsList();
    }

    /// <summary>What the newest version has of each division, by its code.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="knownThrough">The day after which matches without a result are to come; null for any day.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<IReadOnlyList<DivisionRow>> CountByDivision(
        NpgsqlConnection connection, DateOnly? knownThrough, CancellationToken cancellation)
    {
        const string sql = """
            select division, count(home_goals)::int as matches, max(date) filter (where home_goals is not null) as newest_match,
                   (count(*) filter (where home_goals is null and (@knownThrough::date is null or date > @knownThrough)))::int as coming
            from validate.match
            where to_version is null
            group by division
            order by division
            """;
        return (await connection.QueryAsync<DivisionRow>(
            new CommandDefinition(sql, new { knownThrough }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>
    /// When the source was looked through that made each of some versions, UTC, by the version: what came in a version was there at that
    /// time, and not yet at the snapshot before.
    /// </summary>
    public static async Task<IReadOnlyDictionary<int, DateTime>> TakenAt(NpgsqlConnection connection, IReadOnlyCollection<int> versions, CancellationToken cancellation)
    {
        const string sql = """
            select version, taken_at
            from validate.dataset
            join ingest.snapshot on number = snapshot_number
            where version = any(@versions)
            """;
        return (await connection.QueryAsync<(int Version, DateTime TakenAt)>(
            new CommandDefinition(sql, new { versions = versions.ToArray() }, cancellationToken: cancellation))).ToDictionary(row => row.Version, row => row.TakenAt);
    }
}
