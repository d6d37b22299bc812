using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Soccer.Hosting.Database;
using Soccer.Ingest;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Ingesting;

/// <summary>The run of a command that was pasted without an id.</summary>
sealed class PastedCommandsSpecs
{
    IngestTrial? trial;

    [OneTimeSetUp]
    public async Task Start()
    {
        trial = await IngestTrial.Start();
        await trial.Ingest.Services.GetRequiredService<Migrator>().Completed;
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (trial is not null)
            await trial.DisposeAsync();
    }

    [Test]
    public async Task Is_the_same_when_the_broker_delivers_it_again()
    {
        var first = await IdOf("{}");
        Assert.That(await IdOf("{}", redelivered: true), Is.EqualTo(first));
    }

    [Test]
    public async Task Is_another_when_the_same_text_is_pasted_again()
    {
        var first = await IdOf("""{"asOf":"2025-02-01"}""");
        var second = await IdOf("""{"asOf":"2025-02-01"}""");
        Assert.That(second, Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Is_another_for_another_text_that_is_delivered_again()
    {
        var first = await IdOf("""{"reason":"one"}""");
        Assert.That(await IdOf("""{"reason":"two"}""", redelivered: true), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Has_the_id_of_a_message_that_has_one()
    {
        var message = Guid.NewGuid();
        Assert.That(await IdOf("{}", message: message), Is.EqualTo(message));
    }

    Task<Guid> IdOf(string text, bool redelivered = false, Guid? message = null) =>
        trial!.Ingest.Services.GetRequiredService<PastedCommands>().IdOf(message, Encoding.UTF8.GetBytes(text), redelivered, CancellationToken.None);
}
