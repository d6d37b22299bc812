using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Soccer.Hosting.Database;

/// <summary>
/// Applies a service's migrations at start, each once, under an advisory lock, and waits for a database that is away. Readers in other services may
/// select from every table of the schema but those that begin with an underscore.
/// </summary>
public sealed class Migrator(NpgsqlDataSource database, ServiceIdentity service, IReadOnlyList<Migration> migrations, TimeProvider time, ILogger<Migrator> log)
    : BackgroundService
{
    /// <summary>A statement may have to go through the whole history.</summary>
    internal const int Seconds = 600;

    readonly TaskCompletionSource completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the schema is ready.</summary>
    public Task Completed => completed.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = TimeSpan.FromSeconds(0.5); ; pause = TimeSpan.FromSeconds(Math.Min(30, pause.TotalSeconds * 2)))
        {
            try
            {
                await Apply(stoppingToken);
                completed.SetResult();
                return;
            }
            catch (NpgsqlException error) when (error.IsTransient)
            {
                log.LogWarning("the database is not ready ({Reason}); trying again in {Pause}", error.Message, pause);
                await Task.Delay(pause, time, stoppingToken);
            }
        }
    }

    async Task Apply(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var schema = service.Schema;
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            select pg_advisory_xact_lock(hashtext('migrate {schema}'));
            create table if not exists {schema}._migration (name text primary key, hash text not null, applied_at timestamptz not null default now());
            """, commandTimeout: Seconds, cancellationToken: cancellation));
        var applied = (await connection.QueryAsync<(string Name, string Hash)>(
            new CommandDefinition($"select name, hash from {schema}._migration", cancellationToken: cancellation))).ToDictionary(row => row.Name, row => row.Hash);
        foreach (var migration in migrations)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(migration.Sql)));
            if (!applied.TryGetValue(migration.Name, out var before))
            {
                await connection.ExecuteAsync(new CommandDefinition(migration.Sql.Replace("{schema}", schema, StringComparison.Ordinal), commandTimeout: Seconds, cancellationToken: cancellation));
                await connection.ExecuteAsync(new CommandDefinition(
                    $"insert into {schema}._migration (name, hash) values (@Name, @hash)", new { migration.Name, hash }, cancellationToken: cancellation));
                log.LogInformation("applied the migration {Migration} to {Schema}", migration.Name, schema);
            }
            else if (before != hash)
            {
                throw new InvalidOperationException(
                    $"the migration {migration.Name} of {schema} was changed after it had been applied; write a new one instead");
            }
        }
        await Grant(connection, schema, cancellation);
        foreach (var table in await IdentityRepair.Run(connection, schema, cancellation))
            log.LogWarning("the sequence of {Table} was behind its rows and was moved forward", table);
        await connection.ExecuteAsync(new CommandDefinition(
            $"insert into {schema}.build (code_version, started_at) values (@CodeVersion, @now)",
            new { service.CodeVersion, now = time.GetUtcNow().UtcDateTime }, cancellationToken: cancellation));
        await transaction.CommitAsync(cancellation);
    }

    static Task Grant(NpgsqlConnection connection, string schema, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            do $$
            declare t text;
            begin
              if exists (select from pg_roles where rolname = 'soccer_reader') then
                for t in select relname from pg_class
                         where relnamespace = '{schema}'::regnamespace and relkind in ('r', 'p', 'v', 'm') and not starts_with(relname, '_') loop
                  execute format('grant select on %I.%I to soccer_reader', '{schema}', t);
                end loop;
              end if;
            end $$;
            """, cancellationToken: cancellation));
}
