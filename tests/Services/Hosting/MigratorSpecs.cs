using DbUp.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Soccer.Hosting;
using Soccer.Hosting.Database;
using Soccer.Promote;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Hosting;

sealed class MigratorSpecs
{
    ScratchDatabase? scratch;
    StageHost? stage;

    [OneTimeSetUp]
    public async Task Start()
    {
        scratch = await ScratchDatabase.Create();
        stage = StageHost.Of<PromoteModelConsumer>("promote", scratch);
        await stage.Services.GetRequiredService<Migrator>().Completed;
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (stage is not null)
            await stage.DisposeAsync();
        if (scratch is not null)
            await scratch.DisposeAsync();
    }

    [Test]
    public async Task Applies_a_migration_once_however_many_replicas_start_with_it()
    {
        SqlScript[] migrations = [new("once", "create table {schema}.once (number int)")];
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Migrate(migrations)));
        await Migrate([.. migrations, new("later", "alter table {schema}.once add column later int")]);
        Assert.That(await scratch!.Value<long>("select count(*) from promote._migration where name in ('once', 'later')"), Is.EqualTo(2));
    }

    [Test]
    public async Task Refuses_a_migration_that_was_changed_after_it_had_been_applied()
    {
        await Migrate([new("fixed", "create table promote.fixed (number int)")]);
        var error = (await Assert.ThrowsAsync<InvalidOperationException>(() => Migrate([new("fixed", "create table promote.fixed (number bigint)")])))!;
        Assert.That(error.Message, Is.EqualTo("the migration fixed of promote was changed after it had been applied; write a new one instead"));
    }

    [Test]
    public async Task Ignores_a_migration_of_a_newer_version_that_started_before()
    {
        await scratch!.Execute("insert into promote._migration (name, hash) values ('999_newer', 'unknown')");
        await Migrate(new SqlScript("older", "create table promote.older (number int)"));
        Assert.That(await scratch.Value<string?>("select to_regclass('promote.older')::text"), Is.EqualTo("promote.older"));
    }

    [Test]
    public async Task Records_each_start_with_its_time()
    {
        var started = new JumpingClock(new(2199, 2, 1, 8, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(1));
        await Migrate(started);
        Assert.That(await scratch!.Value<string>("select code_version from promote.build where started_at = '2199-02-01 08:00Z'"),
            Is.EqualTo(stage!.Services.GetRequiredService<ServiceIdentity>().CodeVersion));
    }

    [Test]
    public async Task Stops_while_a_migration_waits_and_leaves_no_session_behind()
    {
        await scratch!.Execute("create table promote.held (number int); alter table promote.held owner to soccer_promote");
        await using var holder = await scratch.Lock("promote.held");
        using var migrator = Of(TimeProvider.System, new SqlScript("waiting", "alter table promote.held add column late int"));
        await migrator.StartAsync(CancellationToken.None);
        await Eventually.Happens(async () => await scratch.Waiting() == 1);
        await migrator.StopAsync(CancellationToken.None);
        await Eventually.Happens(async () => await scratch.Waiting() == 0);
        Assert.That(migrator.ExecuteTask!.IsCanceled);
    }

    [Test]
    public async Task Leaves_nothing_behind_of_migrations_of_which_one_fails()
    {
        await Assert.ThrowsAsync<PostgresException>(() => Migrate([new("good", "create table promote.good (number int)"), new("bad", "create table promote.bad (")]));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await scratch!.Value<string?>("select to_regclass('promote.good')::text"), Is.Null);
            Assert.That(await scratch.Value<long>("select count(*) from promote._migration where name in ('good', 'bad')"), Is.Zero);
        }
    }

    [Test]
    public async Task Lets_other_services_read_tables_without_an_underscore_and_only_those()
    {
        await Migrate([new("shown", "create table promote.shown (number int); create table promote._hidden (number int);")]);
        await using var reader = NpgsqlDataSource.Create(scratch!.ConnectionOf("predict"));
        await using var shown = reader.CreateCommand("select * from promote.shown");
        await using var hidden = reader.CreateCommand("select * from promote._hidden");
        await using var written = reader.CreateCommand("insert into promote.shown values (1)");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await shown.ExecuteScalarAsync(), Is.Null);
            Assert.That((await Assert.ThrowsAsync<PostgresException>(() => hidden.ExecuteScalarAsync()))!.SqlState, Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege));
            Assert.That((await Assert.ThrowsAsync<PostgresException>(() => written.ExecuteNonQueryAsync()))!.SqlState, Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege));
        }
    }

    [Test]
    public async Task Moves_an_identity_forward_that_went_back_behind_its_rows()
    {
        await Migrate([new("counted", "create table {schema}.counted (id int generated always as identity primary key, a int); insert into {schema}.counted (a) values (1), (2)")]);
        await scratch!.Execute("select setval('promote.counted_id_seq', 1); select setval('promote.build_id_seq', 1, false)");
        await Migrate([]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await scratch.Value<int>("insert into promote.counted (a) values (3) returning id"), Is.EqualTo(3));
            Assert.That(await scratch.Value<bool>("select max(id) = (select last_value from promote.build_id_seq) from promote.build"));
        }
    }

    /// <summary>What a service does at its start.</summary>
    Task Migrate(params SqlScript[] migrations) => Migrate(TimeProvider.System, migrations);

    async Task Migrate(TimeProvider time, params SqlScript[] migrations)
    {
        using var migrator = Of(time, migrations);
        await migrator.StartAsync(CancellationToken.None);
        await migrator.ExecuteTask!;
        await migrator.Completed;
    }

    Migrator Of(TimeProvider time, params SqlScript[] migrations) => new(
        stage!.Services.GetRequiredService<NpgsqlDataSource>(), stage.Services.GetRequiredService<ServiceIdentity>(), migrations, time,
        NullLogger<Migrator>.Instance);
}
