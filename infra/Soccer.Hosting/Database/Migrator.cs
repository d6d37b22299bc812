using System.Runtime.ExceptionServices;
using DbUp;
using DbUp.Engine;
using DbUp.Engine.Transactions;
using DbUp.Support;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Soccer.Hosting.Database;

/// <summary>
/// Applies a service's migrations at start, each once, and waits for a database that is away. DbUp applies them, with what runs at every
/// start, in one transaction.
/// </summary>
public sealed class Migrator(
    NpgsqlDataSource database, ServiceIdentity service, IReadOnlyList<SqlScript> migrations, TimeProvider time, ILogger<Migrator> log)
    : BackgroundService
{
    /// <summary>A statement may have to go through the whole history.</summary>
    internal const int Seconds = 600;

    static readonly IReadOnlyList<SqlScript> EveryStart =
        MigrationFiles.In(typeof(Migrator).Assembly, "Database.EveryStart", type: ScriptType.RunAlways);

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
        var session = connection.ProcessID;
        var upgrade = Task.Run(EngineOn(connection).PerformUpgrade, CancellationToken.None);
        try
        {
            await upgrade.WaitAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // DbUp can't be cancelled, but its database session can be ended, which rolls its transaction back.
            await using var end = database.CreateCommand($"select pg_terminate_backend({session})");
            await end.ExecuteNonQueryAsync(CancellationToken.None);
            await upgrade;
            throw;
        }
        var result = await upgrade;
        if (result.Error is { } error)
            ExceptionDispatchInfo.Throw(error);
        foreach (var script in result.Scripts.Except(EveryStart))
            log.LogInformation("applied the migration {Migration} to {Schema}", script.Name, service.Schema);
    }

    UpgradeEngine EngineOn(NpgsqlConnection connection)
    {
        var manager = new OpenConnection(connection);
        var journal = new MigrationJournal(() => manager, service.Schema);
        return DeployChanges.To.PostgresqlDatabase(manager)
            .WithScripts([.. migrations, .. EveryStart])
            .WithScriptSorter(inOrder => inOrder)
            .JournalTo(journal)
            .WithFilter(journal)
            // DbUp's own variables are $name$, which quotes text in PostgreSQL; and what was applied has {schema}.
            .WithVariablesDisabled()
            .WithPreprocessor(new Placeholders(service, time))
            .WithTransaction()
            .WithExecutionTimeout(TimeSpan.FromSeconds(Seconds))
            .LogToNowhere()
            .Build();
    }

    /// <summary>Executes a script as one text: Npgsql finds its statements.</summary>
    sealed class OpenConnection(NpgsqlConnection connection) : DatabaseConnectionManager(_ => connection)
    {
        public override IEnumerable<string> SplitScriptIntoCommands(string scriptContents) => [scriptContents];
    }

    sealed class Placeholders(ServiceIdentity service, TimeProvider time) : IScriptPreprocessor
    {
        public string Process(string contents) => contents
            .Replace("{schema}", service.Schema, StringComparison.Ordinal)
            .Replace("{code_version}", service.CodeVersion, StringComparison.Ordinal)
            .Replace("{now}", $"{time.GetUtcNow():O}", StringComparison.Ordinal);
    }
}
