using Dapper;
using Npgsql;

namespace Soccer.Tables.Validate;

/// <summary>Kinds of rows of validate.quarantine.</summary>
public static class QuarantineKind
{
    /// <summary>A row that can't be right.</summary>
    public const string Row = "row";

    /// <summary>A file that can't be read.</summary>
    public const string File = "file";

    /// <summary>Something to know of rows with which nothing is wrong.</summary>
    public const string Note = "note";
}

/// <summary>Something of a snapshot that was not read, or was read in an unusual way.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Line">Physical line, from 1; 0 for a whole file.</param>
/// <param name="Rows">Of how many rows it is said.</param>
/// <param name="Reason">What is wrong, with the value.</param>
/// <param name="Raw">The row as it stands in the file; empty for files and notes.</param>
public sealed record QuarantineEntry(string File, int Line, int Rows, string Reason, string Raw);

/// <summary>Rows in quarantine of one file.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Rows">How many.</param>
public sealed record QuarantineCount(string File, long Rows);

/// <summary>Reads what was not read of a snapshot.</summary>
public static class Quarantine
{
    /// <summary>The first entries of some kind, by file and line.</summary>
    public static async Task<IReadOnlyList<QuarantineEntry>> First(
        NpgsqlConnection connection, int snapshotNumber, string kind, int most, CancellationToken cancellation)
    {
        const string sql = """
            select file, line, rows, reason, raw
            from validate.quarantine
            where snapshot_number = @snapshotNumber and kind = @kind
            order by file collate "C", line
            limit @most
            """;
        return (await connection.QueryAsync<QuarantineEntry>(
            new CommandDefinition(sql, new { snapshotNumber, kind, most }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>Rows in quarantine by file, the file with most of them first.</summary>
    public static async Task<IReadOnlyList<QuarantineCount>> ByFile(
        NpgsqlConnection connection, int snapshotNumber, CancellationToken cancellation)
    {
        const string sql = """
            select file, count(*) as rows
            from validate.quarantine
            where snapshot_number = @snapshotNumber and kind = 'row'
            group by file
            order by count(*) desc, file collate "C"
            """;
        return (await connection.QueryAsync<QuarantineCount>(
            new CommandDefinition(sql, new { snapshotNumber }, cancellationToken: cancellation))).AsList();
    }
}
