using Npgsql;
using Soccer.Hosting.Database;
using Soccer.Tables;
using Soccer.Validate.Merging;

namespace Soccer.Bench;

/// <summary>A database of this program's own, with the tables of Validate and Featurize, dropped afterwards.</summary>
sealed class GrowthDatabase : IDisposable
{
    static readonly string[] Stages = ["Ingest", "Validate", "Featurize"];

    readonly string server;
    readonly string name = $"bench_{Guid.NewGuid():N}";

    /// <summary>Creates it.</summary>
    public GrowthDatabase(string server)
    {
        this.server = server;
        Execute(server, $"create database {name}");
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name, CommandTimeout = 0 }.ConnectionString;
        foreach (var sql in (string[])
        [
            .. Stages.Select(stage => $"create schema {stage.ToLowerInvariant()}"),
            .. Stages.SelectMany(stage => MigrationFiles.In(PublishedTables.Assembly, stage)).Select(migration => migration.Contents),
            .. MigrationFiles.In(typeof(SnapshotMerger).Assembly, "Migrations").Select(migration => migration.Contents),
        ])
            Execute(ConnectionString, sql);
    }

    /// <summary>Where it is.</summary>
    public string ConnectionString { get; }

    /// <summary>The server that ./soccer infra-up has started.</summary>
    /// <exception cref="InvalidDataException">None has been started.</exception>
    public static string Server() => Environment.GetEnvironmentVariable("SOCCER_TEST_POSTGRES")
        ?? throw new InvalidDataException("There is no database: ./soccer infra-up starts one, and ./soccer bench growth finds it.");

    public void Dispose() => Execute(server, $"drop database {name} with (force)");

    static void Execute(string connectionString, string sql)
    {
        using var database = NpgsqlDataSource.Create(connectionString);
        using var command = database.CreateCommand(sql);
        command.ExecuteNonQuery();
    }
}
