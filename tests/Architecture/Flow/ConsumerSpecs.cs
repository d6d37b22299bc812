using System.Collections;
using System.Text.Json;
using System.Text.RegularExpressions;
using Soccer.Architecture.Tests.Checkout;
using Soccer.Contracts;

namespace Soccer.Architecture.Tests.Flow;

/// <summary>Consumers, their queues, and those who know the queues by name.</summary>
public sealed class ConsumerSpecs
{
    static IReadOnlyList<Subscription> Consumers => Subscription.All;

    // Whoever waits for an answer asks again: such queues keep nothing.
    static IEnumerable<string> WorkQueues => Subscription.All.Select(taken => taken.Queue).Where(queue => !queue.Contains('*') && !queue.EndsWith("-request", StringComparison.Ordinal));

    [TestCaseSource(nameof(Consumers))]
    public void Is_registered_once_with_its_definition(Subscription taken) =>
        Assert.That(Subscription.DefinitionsOf(taken.Service, taken.Consumer),
            Is.EqualTo((string[])[Regex.Replace(taken.Consumer.FullName!, "Consumer$", "Definition")]));

    [TestCaseSource(nameof(Consumers))]
    public void Is_sealed_and_named_a_consumer(Subscription taken) => Assert.Multiple(() =>
    {
        Assert.That(taken.Consumer.IsSealed, Is.True);
        Assert.That(taken.Consumer.Name, Does.EndWith("Consumer"));
    });

    [Test]
    public void No_two_have_the_same_name_in_the_whole_solution() =>
        Assert.That(Subscription.All.Select(taken => taken.Consumer.Name), Is.Unique, "queues are named after them: two would share one");

    [Test]
    public void No_two_share_a_queue() => Assert.That(Subscription.All.Select(taken => taken.Queue), Is.Unique);

    [Test]
    public void The_brokers_policy_is_for_every_work_queue_and_no_other()
    {
        var policy = JsonDocument.Parse(Files.Read("infra/rabbitmq/definitions.json")).RootElement.GetProperty("policies").EnumerateArray().Single();
        var pattern = new Regex(policy.GetProperty("pattern").GetString()!);
        Assert.Multiple(() =>
        {
            Assert.That(WorkQueues, Is.Not.Empty.And.All.Matches<string>(queue => pattern.IsMatch(queue!)),
                "without it a message that can't be delivered goes round for ever");
            Assert.That(WorkQueues.Select(queue => queue + "_error"), Has.None.Matches<string>(queue => pattern.IsMatch(queue!)));
            Assert.That((string[])["dead-letter", "dead-letter-ledger", "progress-ledger-0", "amq.gen-1"],
                Has.None.Matches<string>(queue => pattern.IsMatch(queue!)));
        });
    }

    [Test]
    public void The_client_knows_every_queue_that_can_have_given_up_messages()
    {
        var known = (IEnumerable)Type.GetType("Soccer.Cli.Queues.GivenUpQueues, Soccer.Cli", throwOnError: true)!.GetProperty("Known")!.GetValue(null)!;
        Assert.That(known, Is.EquivalentTo((string[])[.. WorkQueues.Select(queue => queue + "_error"), "dead-letter"]));
    }

    [Test]
    public void The_ledger_knows_whose_each_queue_is() => Assert.Multiple(() =>
    {
        foreach (var taken in Subscription.All.Where(taken => Stage.All.Contains(taken.Service.Name)))
            Assert.That(Api.Ledger.StageNames.OfQueue(taken.Queue, "a message of no stage"), Is.EqualTo(taken.Service.Name), taken.Queue);
    });

    [Test]
    public void Every_stage_is_a_service_and_takes_something() =>
        Assert.That(Stage.All,
            Is.EqualTo(Service.All.Select(service => service.Name).Where(name => Subscription.All.Any(taken => taken.Service.Name == name && name != "api"))));
}
