using Npgsql;
using Soccer.Tables;

namespace Soccer.Api.Tests;

/// <summary>A database of a fixture's own, with the schemas of all services and the tables that the Api reads.</summary>
sealed class ScratchDatabase : IAsyncDisposable
{
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
        await Execute(database.ConnectionString, "create schema api; create schema validate; create schema featurize; create schema predict; create schema train; create schema promote;");
        foreach (var (_, sql) in PublishedTables.Of("Validate").Concat(PublishedTables.Of("Featurize")).Concat(PublishedTables.Of("Predict")).Concat(PublishedTables.Of("Train")).Concat(PublishedTables.Of("Promote")))
            await Execute(database.ConnectionString, sql);
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
