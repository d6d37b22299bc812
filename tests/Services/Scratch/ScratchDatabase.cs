using Dapper;
using Npgsql;
using Soccer.Hosting.Database;
using Soccer.Tables;

namespace Soccer.Services.Tests.Scratch;

/// <summary>
/// A database of a fixture's own, with the schemas and the roles of the services. The services make their tables themselves.
/// </summary>
sealed class ScratchDatabase : IAsyncDisposable
{
    readonly string superuser;
    readonly string name = $"services_{Guid.NewGuid():N}";

    ScratchDatabase(string superuser) => this.superuser = superuser;

    /// <summary>Makes one; skips the test where there is no server.</summary>
    public static async Task<ScratchDatabase> Create()
    {
        var database = new ScratchDatabase(Surroundings.Postgres());
        await using (var connection = new NpgsqlConnection(database.superuser))
            await connection.ExecuteAsync($"create database {database.name}");
        await database.Execute(Surroundings.Text("infra/postgres/schemas.sql"));
        return database;
    }

    /// <summary>A service's connection, with the rights that it has in earnest.</summary>
    public string ConnectionOf(string service)
    {
        var role = $"soccer_{service.Replace('-', '_')}";
        return new NpgsqlConnectionStringBuilder(superuser) { Database = name, Username = role, Password = Surroundings.PasswordOf(role) }.ConnectionString;
    }

    /// <summary>Makes the published tables of a stage that does not run here: "DriftCheck".</summary>
    /// <param name="stage">Its folder.</param>
    /// <param name="applied">Which migrations to apply, by name; all where none is given.</param>
    public async Task Publish(string stage, Func<string, bool>? applied = null)
    {
        var schema = stage == "DriftCheck" ? "drift_check" : stage.ToLowerInvariant();
        foreach (var migration in MigrationFiles.In(PublishedTables.Assembly, stage).Where(migration => applied?.Invoke(migration.Name) ?? true))
            await Execute($"set role soccer_{schema}; {migration.Contents}; grant select on all tables in schema {schema} to soccer_reader;");
    }

    /// <summary>A superuser's connection.</summary>
    public async Task<NpgsqlConnection> Open()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(superuser) { Database = name, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Runs statements as a superuser.</summary>
    public async Task<int> Execute(string sql, object? parameters = null)
    {
        await using var connection = await Open();
        return await connection.ExecuteAsync(sql, parameters);
    }

    /// <summary>The one value of a query.</summary>
    public async Task<T> Value<T>(string sql, object? parameters = null)
    {
        await using var connection = await Open();
        return (await connection.ExecuteScalarAsync<T>(sql, parameters))!;
    }

    /// <summary>The rows of a query.</summary>
    public async Task<List<T>> Rows<T>(string sql, object? parameters = null)
    {
        await using var connection = await Open();
        return [.. await connection.QueryAsync<T>(sql, parameters)];
    }

    /// <summary>A table that nobody else can read until this is disposed of.</summary>
    public async Task<NpgsqlConnection> Lock(string table)
    {
        var connection = await Open();
        await connection.ExecuteAsync($"begin; lock table {table} in access exclusive mode");
        return connection;
    }

    /// <summary>How many statements wait for a table.</summary>
    public Task<long> Waiting() =>
        Value<long>("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");

    /// <summary>
    /// Every table of a service's schema with its number of rows and a hash of them all: equal where nothing was written.
    /// </summary>
    /// <param name="service">Whose.</param>
    /// <param name="published">Only what others may read, not what the service notes for itself.</param>
    public async Task<string[]> Content(string service, bool published = false)
    {
        var schema = service.Replace('-', '_');
        await using var connection = await Open();
        var tables = await connection.QueryAsync<string>("select tablename from pg_tables where schemaname = @schema order by tablename", new { schema });
        List<string> content = [];
        foreach (var table in tables.Where(table => !published || !table.StartsWith('_')))
            content.Add(await connection.QuerySingleAsync<string>($"""
                select '{table}: ' || count(*) || ' rows ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from {schema}."{table}" t
                """));
        return [.. content];
    }

    /// <summary>
    /// Lets a service forget its steps, as after a crash between storing and remembering; they come back when it is disposed of.
    /// </summary>
    public async Task<IAsyncDisposable> Forget(string service)
    {
        var steps = $"{service.Replace('-', '_')}._step";
        await Execute($"create table public.kept as table {steps}; truncate {steps}");
        return new Memory(() => Execute($"truncate {steps}; insert into {steps} table public.kept; drop table public.kept"));
    }

    sealed class Memory(Func<Task> restore) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await restore();
    }

    public async ValueTask DisposeAsync()
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.ExecuteAsync($"drop database if exists {name} with (force)");
    }
}
