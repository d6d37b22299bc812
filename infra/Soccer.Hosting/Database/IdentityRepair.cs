using Dapper;
using Npgsql;

namespace Soccer.Hosting.Database;

/// <summary>
/// Moves identity sequences of a schema forward that stand behind their table's rows. Under wal_level = minimal PostgreSQL 15 loses the advances
/// of a sequence that was created in the transaction of its first use, when the server is killed before the next checkpoint; from then on inserts
/// fail with 23505.
/// </summary>
static class IdentityRepair
{
    /// <summary>The tables that were mended.</summary>
    public static async Task<IReadOnlyList<string>> Run(NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        var mended = new List<string>();
        var columns = await connection.QueryAsync<(string Table, string Column, string Sequence)>(new CommandDefinition(
            """
            select format('%I.%I', n.nspname, c.relname), format('%I', a.attname), pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname)
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = @schema and c.relkind = 'r' and a.attidentity <> '' and not a.attisdropped
            """, new { schema }, cancellationToken: cancellation));
        foreach (var (table, column, sequence) in columns)
        {
            var behind = $"select coalesce(max({column}), 0) > (select case when is_called then last_value else last_value - 1 end from {sequence}) from {table}";
            if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition(behind, cancellationToken: cancellation)))
                continue;
            // Nobody inserts between the look and the move.
            await connection.ExecuteAsync(new CommandDefinition($"lock table {table} in share row exclusive mode", cancellationToken: cancellation));
            await connection.ExecuteAsync(new CommandDefinition(
                $"select setval('{sequence}', greatest((select max({column}) from {table}), (select last_value from {sequence})))", cancellationToken: cancellation));
            mended.Add(table);
        }
        return mended;
    }
}
