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
        var first = await CutOff("{}");
        Assert.That(await IdOf("{}", again: true), Is.EqualTo(first));
    }

    [Test]
    public async Task Is_the_same_as_often_as_it_is_cut_off()
    {
        var first = await CutOff("""{"reason":"cut off"}""");
        Assert.That(await CutOff("""{"reason":"cut off"}""", again: true), Is.EqualTo(first));
        Assert.That(await IdOf("""{"reason":"cut off"}""", again: true), Is.EqualTo(first));
    }

    [Test]
    public async Task Is_another_when_the_same_text_is_pasted_again()
    {
        var first = await IdOf("""{"asOf":"2025-02-01"}""");
        var second = await IdOf("""{"asOf":"2025-02-01"}""");
        Assert.That(second, Is.Not.EqualTo(first));
    }

    // Today's first delivery ended before anything was noted: the database was away.
    [Test]
    public async Task Is_another_than_yesterdays_of_the_same_text_although_it_is_delivered_again()
    {
        var yesterday = await IdOf("""{"reason":"daily"}""");
        trial!.Clock.Move(TimeSpan.FromDays(1));
        Assert.That(await IdOf("""{"reason":"daily"}""", again: true), Is.Not.EqualTo(yesterday));
    }

    [Test]
    public async Task Is_another_for_another_text_that_is_delivered_again()
    {
        var first = await CutOff("""{"reason":"one"}""");
        Assert.That(await IdOf("""{"reason":"two"}""", again: true), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Has_the_id_of_a_message_that_has_one()
    {
        var message = Guid.NewGuid();
        Assert.That(await IdOf("{}", message: message), Is.EqualTo(message));
    }

    /// <summary>The id under which the command is sent.</summary>
    async Task<Guid> IdOf(string text, bool again = false, Guid? message = null)
    {
        var id = Guid.Empty;
        await Send(text, again, message, given =>
        {
            id = given;
            return Task.CompletedTask;
        });
        return id;
    }

    /// <summary>The id under which it would have been sent, had the broker taken it.</summary>
    async Task<Guid> CutOff(string text, bool again = false)
    {
        var id = Guid.Empty;
        await Assert.ThrowsAsync<IOException>(() => Send(text, again, null, given =>
        {
            id = given;
            throw new IOException("the connection was cut");
        }));
        return id;
    }

    Task Send(string text, bool again, Guid? message, Func<Guid, Task> send) =>
        trial!.Ingest.Services.GetRequiredService<PastedCommands>().Send(message, Encoding.UTF8.GetBytes(text), again, send, CancellationToken.None);
}
