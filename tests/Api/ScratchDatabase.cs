using System.Text.Json;
using Npgsql;
using Soccer.Hosting.Database;
using Soccer.Tables;

namespace Soccer.Api.Tests;

/// <summary>A database of a fixture's own, with the schemas of all services and the tables that the Api reads.</summary>
sealed class ScratchDatabase : IAsyncDisposable
{
    /// <summary>Whose tables the Api reads.</summary>
    static readonly string[] Stages = ["Ingest", "Validate", "Featurize", "Predict", "Train", "Promote", "DriftCheck"];

    readonly string superuser;
    readonly string name;

    ScratchDatabase(string superuser, string name) => (this.superuser, this.name) = (superuser, name);

    public string ConnectionString => new NpgsqlConnectionStringBuilder(superuser) { Database = name, MaxPoolSize = 10 }.ConnectionString;

    /// <summary>Makes one; skips the test where there is no server.</summary>
    public static async Task<ScratchDatabase> Create()
    {
        var superuser = Environment.GetEnvironmentVariable("SOCCER_TEST_POSTGRES");
        if (superuser is null)
            Assert.Ignore("no database: SOCCER_TEST_POSTGRES is not set");
        var database = new ScratchDatabase(superuser!, $"api_{Guid.NewGuid():N}");
        await Execute(superuser!, $"create database {database.name}");
        var schemas = Stages.Prepend("Api").Select(JsonNamingPolicy.SnakeCaseLower.ConvertName);
        await Execute(database.ConnectionString, string.Concat(schemas.Select(schema => $"create schema {schema};")));
        foreach (var migration in Stages.SelectMany(stage => MigrationFiles.In(PublishedTables.Assembly, stage)))
            await Execute(database.ConnectionString, migration.Contents);
        return database;
    }

    /// <summary>Runs statements.</summary>
    public Task Execute(string sql) => Execute(ConnectionString, sql);

    /// <summary>The one value of a query.</summary>
    public async Task<object?> Scalar(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Tables that nobody else can read until it is disposed.</summary>
    public async Task<NpgsqlConnection> Lock(params string[] tables)
    {
        // Without a pool, its end ends the transaction.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"begin; lock table {string.Join(", ", tables)} in access exclusive mode", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>How many statements wait for a table.</summary>
    public async Task<long> Waiting() => (long)(await Scalar("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))!;

    static async Task Execute(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        await Execute(superuser, $"drop database {name} with (force)");
    }
}
