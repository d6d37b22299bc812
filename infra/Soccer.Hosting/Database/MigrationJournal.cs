using System.Data;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using DbUp.Engine;
using DbUp.Engine.Transactions;
using DbUp.Support;

namespace Soccer.Hosting.Database;

/// <summary>
/// The table <c>_migration</c> of a schema: the name of each applied migration, and the hash of its text. Names stay for ever; those of
/// newer versions are ignored.
/// </summary>
sealed class MigrationJournal(Func<IConnectionManager> connections, string schema) : IJournal, IScriptFilter
{
    Dictionary<string, string> applied = [];

    /// <summary>Replicas that start together take turns: the lock is held to the end of the transaction.</summary>
    public string[] GetExecutedScripts()
    {
        applied = connections().ExecuteCommandsWithManagedConnection(commands =>
        {
            Execute(commands, $"""
                select pg_advisory_xact_lock(hashtext('migrate {schema}'));
                create table if not exists {schema}._migration (
                    name text primary key, hash text not null, applied_at timestamptz not null default now());
                """);
            using var command = commands();
            return command.Connection!.Query<(string Name, string Hash)>($"select name, hash from {schema}._migration")
                .ToDictionary(row => row.Name, row => row.Hash);
        });
        return [.. applied.Keys];
    }

    /// <exception cref="InvalidOperationException">An applied migration has another text now.</exception>
    public IEnumerable<SqlScript> Filter(IEnumerable<SqlScript> sorted, HashSet<string> executedScriptNames, ScriptNameComparer comparer) =>
        sorted.Where(IsToRun);

    public void StoreExecutedScript(SqlScript script, Func<IDbCommand> dbCommandFactory) =>
        Execute(dbCommandFactory, $"insert into {schema}._migration (name, hash) values (@Name, @hash)",
            new { script.Name, hash = HashOf(script) });

    public void EnsureTableExistsAndIsLatestVersion(Func<IDbCommand> dbCommandFactory)
    {
    }

    bool IsToRun(SqlScript script)
    {
        if (script.SqlScriptOptions.ScriptType == ScriptType.RunAlways || !applied.TryGetValue(script.Name, out var hash))
            return true;
        return hash == HashOf(script) ? false : throw new InvalidOperationException(
            $"the migration {script.Name} of {schema} was changed after it had been applied; write a new one instead");
    }

    static string HashOf(SqlScript script) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script.Contents)));

    static void Execute(Func<IDbCommand> commands, string sql, object? parameters = null)
    {
        using var command = commands();
        command.Connection!.Execute(sql, parameters, command.Transaction, command.CommandTimeout);
    }
}
