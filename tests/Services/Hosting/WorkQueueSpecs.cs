using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Soccer.Hosting.Bus;
using Soccer.Promote;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Hosting;

/// <summary>What a work queue does when its consumer fails, with errors that the database really gives.</summary>
sealed class WorkQueueSpecs
{
    ScratchDatabase? scratch;
    StageHost? stage;

    [OneTimeSetUp]
    public async Task Start()
    {
        scratch = await ScratchDatabase.Create();
        stage = StageHost.Of<PromoteModelConsumer>(
            "promote", scratch, replace: services => services.AddSingleton<Attempts>().AddMassTransitTestHarness(bus => bus.AddConsumer<TryConsumer, TryDefinition>()));
    }

    [SetUp]
    public void Forget() => stage!.Services.GetRequiredService<Attempts>().Made = 0;

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (stage is not null)
            await stage.DisposeAsync();
        if (scratch is not null)
            await scratch.DisposeAsync();
    }

    // Another service's migrations have not run yet: the error 42P01.
    [Test]
    public async Task Waits_for_a_table_that_is_not_there_yet()
    {
        await stage!.Consume(new Try("select * from promote.later", Then: "create table promote.later (number int)"));
        Assert.That(Made, Is.EqualTo(2));
    }

    [Test]
    public void Waits_for_such_a_table_for_minutes_not_for_ever() =>
        Assert.That(WorkQueue.PausesForTable.Sum(pause => pause.TotalMinutes), Is.EqualTo(15).Within(0.5));

    // It means a bug, or a migration that was left out: the errors 42703, 55000 and 53400. A second attempt would succeed here.
    [TestCase("select missing from pg_class")]
    [TestCase("create temporary sequence ids; select currval('ids')")]
    [TestCase("do $$ begin raise exception using errcode = '53400'; end $$")]
    public async Task Gives_up_at_once_what_only_another_statement_would_mend(string sql)
    {
        await Assert.ThatAsync(() => stage!.Consume(new Try(sql, Then: "select 1", Once: true)), Throws.TypeOf<StageFaultedException>());
        Assert.That(Made, Is.EqualTo(1));
    }

    // As when the database is restarted: the error 57P01.
    [Test]
    public async Task Tries_again_where_the_connection_is_cut()
    {
        await stage!.Consume(new Try("select pg_terminate_backend(pg_backend_pid())", Then: "select 1", Once: true));
        Assert.That(Made, Is.EqualTo(2));
    }

    // The broker is slow or away while a consumer sends a command on.
    [Test]
    public async Task Sends_a_command_again_that_the_broker_did_not_confirm()
    {
        await stage!.Consume(new Try("select 1", Then: "select 1", Unconfirmed: 1));
        Assert.That(Made, Is.EqualTo(2));
    }

    [Test]
    public async Task Gives_up_at_once_what_can_never_succeed()
    {
        var error = (await Assert.ThrowsAsync<StageFaultedException>(() => stage!.Consume(new Try("select 1 / 0", Then: "select 1"))))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Message, Is.EqualTo("22012: division by zero"));
            Assert.That(Made, Is.EqualTo(1));
        }
    }

    int Made => stage!.Services.GetRequiredService<Attempts>().Made;

    /// <summary>Runs a statement; before the second attempt, another one. The first attempts end with a command that the broker does not confirm.</summary>
    public sealed record Try(string Sql, string Then, bool Once = false, int Unconfirmed = 0);

    public sealed class Attempts
    {
        public int Made { get; set; }
    }

    public sealed class TryConsumer(NpgsqlDataSource database, Attempts attempts) : IConsumer<Try>
    {
        public async Task Consume(ConsumeContext<Try> context)
        {
            if (++attempts.Made > 1)
                await Execute(context.Message.Then);
            if (attempts.Made == 1 || !context.Message.Once)
                await Execute(context.Message.Sql);
            if (attempts.Made <= context.Message.Unconfirmed)
                throw new CommandNotAcceptedException("some-queue", Guid.Empty, isInDoubt: true, new TimeoutException("the broker is slow"));
        }

        async Task Execute(string sql)
        {
            await using var command = database.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }

    public sealed class TryDefinition : ConsumerDefinition<TryConsumer>
    {
        protected override void ConfigureConsumer(
            IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<TryConsumer> consumerConfigurator, IRegistrationContext context) =>
            endpointConfigurator.UseWorkQueue(context);
    }
}
