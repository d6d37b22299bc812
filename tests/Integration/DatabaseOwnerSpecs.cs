using System.Diagnostics;
using Dapper;
using Npgsql;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>
/// The step of the database's owner runs before every start, on each source's database: what is missing of roles and schemas is made, and
/// nothing that is there is lost. On a PostgreSQL of its own, for roles are the whole cluster's.
/// </summary>
[TestFixture]
sealed class DatabaseOwnerSpecs
{
    const int Postgres = 32;

    // Not one of the user's alone: PostgreSQL and RabbitMQ run as users of their own.
    readonly DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"soccer-owner-{Guid.NewGuid():N}"));
    readonly int portBase = FrontDoor.FreeBlock([Postgres, 69, 72, 73, 82, 83]);

    [OneTimeSetUp]
    public void Need() => Surroundings.Need();

    [OneTimeTearDown]
    public async Task Stop()
    {
        await Soccer("infra-down");
        folder.Delete(recursive: true);
    }

    [Test]
    public async Task Runs_before_every_start_and_puts_right_what_is_missing()
    {
        foreach (var mirror in (string?[])[null, "/mirrors/one", "/mirrors/two"])
        {
            var database = mirror is null ? "soccer" : await Choose(mirror);
            Assert.That(await Start(), Is.Zero, $"{database}: an empty server, or another source's");
            await using (var owner = await Connect(database, "postgres"))
            {
                await owner.ExecuteAsync("""
                    create table api.kept as select 1 as number;
                    drop schema validate;
                    drop owned by soccer_schedule;
                    alter schema predict owner to postgres;
                    """);
                // The other databases have a schema of this role.
                await owner.ExecuteAsync(
                    mirror is null ? "drop role soccer_schedule" : "revoke soccer_reader from soccer_train; alter role soccer_train nologin");
            }
            Assert.That(await Start(), Is.Zero, $"{database}: again");
            foreach (var service in (string[])["schedule", "validate", "predict", "train", "api"])
            {
                await using var connection = await Connect(database, $"soccer_{service}");
                await connection.ExecuteAsync($"create table {service}.own (number int); drop table {service}.own");
                var isReader = await connection.QuerySingleAsync<bool>("select pg_has_role('soccer_reader', 'member')");
                Assert.That(isReader, $"{service} in {database}");
            }
            await using var after = await Connect(database, "postgres");
            Assert.That(await after.QuerySingleAsync<int>("select number from api.kept"), Is.EqualTo(1));
        }
    }

    /// <summary>As <c>./soccer up</c> notes a source; the name of its database.</summary>
    async Task<string> Choose(string mirror)
    {
        var settings = Path.Combine(folder.FullName, "settings");
        var others = (await File.ReadAllLinesAsync(settings)).Where(line => !line.StartsWith("SOURCE", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(settings, [.. others, "SOURCE_KIND=mirror", $"SOURCE={mirror}"]);
        return FrontDoor.NameOf(mirror);
    }

    Task<int> Start() => Soccer("infra-up");

    async Task<int> Soccer(string command)
    {
        var start = new ProcessStartInfo(Path.Combine(Surroundings.Root, "soccer"), command)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SOCCER_RUN_DIR"] = folder.FullName;
        start.Environment["SOCCER_PORT_BASE"] = $"{portBase}";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            TestContext.Out.WriteLine($"{await output}{await errors}");
        return process.ExitCode;
    }

    async Task<NpgsqlConnection> Connect(string database, string role)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = portBase + Postgres,
            Database = database,
            Username = role,
            Password = (await File.ReadAllTextAsync(Path.Combine(folder.FullName, "secrets", role))).Trim(),
            Pooling = false,
        }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
