using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using MassTransit;
using MassTransit.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Soccer.Contracts;
using Soccer.Contracts.Ingest.V1;
using Soccer.Hosting.Database;
using Soccer.Tables;
using Soccer.Validate;

namespace Soccer.Validating.Tests.Consuming;

/// <summary>The real service on a bus in memory and a database of its own, with whatever snapshots a test stores.</summary>
sealed class ScratchStage : WebApplicationFactory<ValidateSnapshotConsumer>, IAsyncDisposable
{
    readonly string name = $"test_{Guid.NewGuid():N}"[..20];
    readonly string server = Environment.GetEnvironmentVariable("SOCCER_TEST_POSTGRES")!;

    /// <summary>Starts the stage; settings are such as Validate:UnreadableFiles.</summary>
    public static async Task<ScratchStage> Start(params (string Key, string Value)[] settings)
    {
        if (Environment.GetEnvironmentVariable("SOCCER_TEST_POSTGRES") is null)
            Assert.Ignore("no database: run ./soccer test");
        var stage = new ScratchStage { Settings = settings };
        await using (var connection = new NpgsqlConnection(stage.server))
            await connection.ExecuteAsync($"create database {stage.name}");
        await using var database = await stage.Database();
        await database.ExecuteAsync("create schema ingest; create schema validate");
        foreach (var migration in MigrationFiles.In(PublishedTables.Assembly, "Ingest"))
            await database.ExecuteAsync(migration.Contents);
        await stage.Services.GetRequiredService<Migrator>().Completed;
        return stage;
    }

    (string Key, string Value)[] Settings { get; init; } = [];

    public ITestHarness Bus => Services.GetTestHarness();

    public async Task<NpgsqlConnection> Database()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Stores a snapshot under a number.</summary>
    public async Task<SnapshotIngested> Store(int number, params (string Path, string Text)[] files)
    {
        await using var database = await Database();
        var manifest = Hash(string.Join('\n', files.Select(file => $"{file.Path} {Hash(file.Text)}")));
        await database.ExecuteAsync(
            "insert into ingest.snapshot values (@number, @manifest, 'test', now(), @Length, 0, 0, 0)", new { number, manifest, files.Length });
        foreach (var (path, text) in files)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var hash = Hash(text);
            await database.ExecuteAsync(
                "insert into ingest.blob values (@hash, @Length, @zipped) on conflict do nothing", new { hash, bytes.Length, zipped = Zipped(bytes) });
            await database.ExecuteAsync("insert into ingest.snapshot_file values (@number, @path, @hash, false)", new { number, path, hash });
        }
        return new SnapshotIngested(RunOf(), manifest, number, files.Length, files.Length, 0, 0, [], new StepTime("", DateTime.UnixEpoch, 0, false));
    }

    /// <summary>Gives the service a snapshot and waits for what it publishes for its run.</summary>
    public async Task<T> Consume<T>(SnapshotIngested snapshot) where T : class
    {
        await Bus.Bus.Publish(snapshot);
        return (await Bus.Published.SelectAsync<T>(published => RunIdOf(published.Context.Message) == snapshot.Run.Id).First()).Context.Message;
    }

    public static Run RunOf(bool force = false) => new(Guid.NewGuid(), new DateOnly(2025, 1, 31), "test", "test", Training.Auto, force);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Soccer", ConnectionString);
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.UseSetting("Bus:Username", "none");
        builder.UseSetting("Bus:Password", "none");
        builder.ConfigureServices(services => services.AddMassTransitTestHarness(
            harness => harness.SetTestTimeouts(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1))));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await using var connection = new NpgsqlConnection(server);
        await connection.ExecuteAsync($"drop database if exists {name} with (force)");
    }

    string ConnectionString => new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;

    static Guid RunIdOf(object message) => ((Run)message.GetType().GetProperty("Run")!.GetValue(message)!).Id;

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    static byte[] Zipped(byte[] bytes)
    {
        var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Fastest))
            zip.Write(bytes);
        return zipped.ToArray();
    }
}
