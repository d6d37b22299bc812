using System.Globalization;
using System.Text;
using RabbitMQ.Client;
using Soccer.Cli;
using Soccer.Cli.Queues;
using Soccer.Hosting.Bus;

namespace Soccer.Api.Tests.Cli;

/// <summary>Moving given-up messages back, on a real broker.</summary>
public sealed class RedriveSpecs
{
    readonly string queue = $"redrive-{Guid.NewGuid():N}";
    IConnection connection = null!;
    IChannel channel = null!;

    [SetUp]
    public async Task Connect()
    {
        if (Environment.GetEnvironmentVariable("SOCCER_TEST_BUS_HOST") is not { } host)
        {
            Assert.Ignore("no broker: SOCCER_TEST_BUS_HOST is not set");
            return;
        }
        connection = await Broker.Connect(new BusOptions
        {
            Host = host,
            Port = int.Parse(Variable("PORT"), CultureInfo.InvariantCulture),
            Username = Variable("USERNAME"),
            Password = Variable("PASSWORD"),
        }, CancellationToken.None);
        channel = await connection.CreateChannelAsync();
        foreach (var name in new[] { queue, queue + "_error" })
            await channel.QueueDeclareAsync(name, durable: false, exclusive: false, autoDelete: false);
    }

    [TearDown]
    public async Task Disconnect()
    {
        if (connection is null)
            return;
        foreach (var name in new[] { queue, queue + "_error" })
            await channel.QueueDeleteAsync(name);
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }

    [Test]
    public async Task Moves_each_message_with_its_body_and_headers_but_without_those_of_the_fault()
    {
        byte[][] bodies = ["{\"a\":1}"u8.ToArray(), [0, 255, 7]];
        foreach (var body in bodies)
        {
            var properties = new BasicProperties
            {
                MessageId = "17",
                ContentType = "application/vnd.masstransit+json",
                DeliveryMode = DeliveryModes.Persistent,
                Headers = new Dictionary<string, object?> { ["mine"] = "kept", ["MT-Fault-Message"] = "out of luck", ["MT-Reason"] = "fault", ["MT-Host-Assembly"] = "x" },
            };
            await channel.BasicPublishAsync("", queue + "_error", mandatory: true, properties, body);
        }

        Assert.That(await Redrive.Run(connection, queue, CancellationToken.None), Is.EqualTo(2));

        Assert.That(await channel.BasicGetAsync(queue + "_error", autoAck: true), Is.Null);
        foreach (var body in bodies)
        {
            var moved = (await channel.BasicGetAsync(queue, autoAck: true))!;
            Assert.That(moved.Body.ToArray(), Is.EqualTo(body));
            Assert.That(moved.BasicProperties.MessageId, Is.EqualTo("17"));
            Assert.That(moved.BasicProperties.ContentType, Is.EqualTo("application/vnd.masstransit+json"));
            Assert.That(Encoding.UTF8.GetString((byte[])moved.BasicProperties.Headers!["mine"]!), Is.EqualTo("kept"));
            Assert.That(moved.BasicProperties.Headers.Keys.Where(key => key.StartsWith("MT-", StringComparison.Ordinal)), Is.Empty);
        }
    }

    [Test]
    public async Task A_message_stays_where_it_is_when_its_queue_is_gone()
    {
        await channel.BasicPublishAsync("", queue + "_error", mandatory: true, new BasicProperties(), "x"u8.ToArray());
        await channel.QueueDeleteAsync(queue);
        var exit = await Assert.ThrowsAsync<ExitException>(() => Redrive.Run(connection, queue, CancellationToken.None));
        Assert.That(exit!.Code, Is.EqualTo(2));
        Assert.That(await Broker.Count(connection, queue + "_error", CancellationToken.None), Is.EqualTo(1));
    }

    [Test]
    public async Task A_queue_that_is_not_there_is_told()
    {
        var exit = await Assert.ThrowsAsync<ExitException>(() => Redrive.Run(connection, "none-such", CancellationToken.None));
        Assert.That(exit!.Message, Does.StartWith("There is no queue none-such_error"));
    }

    [Test]
    public async Task Nothing_waits_where_a_queue_has_had_no_fault_yet()
    {
        await channel.QueueDeleteAsync(queue + "_error");
        Assert.That(await Redrive.Run(connection, queue, CancellationToken.None), Is.Zero);
        Assert.That(await Redrive.Run(connection, "check-drift_error", CancellationToken.None), Is.Zero);
        Assert.That(Redrive.SourceOf("check-drift"), Is.EqualTo("check-drift_error"));
    }

    static string Variable(string name) => Environment.GetEnvironmentVariable($"SOCCER_TEST_BUS_{name}")!;
}
