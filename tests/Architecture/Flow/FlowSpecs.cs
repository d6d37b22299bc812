using System.Text.RegularExpressions;
using MassTransit;
using Soccer.Architecture.Tests.Checkout;
using Soccer.Contracts;

namespace Soccer.Architecture.Tests.Flow;

/// <summary>Who publishes what, and who takes it: docs/flow.md says what the code does.</summary>
public sealed partial class FlowSpecs
{
    static IEnumerable<Type> Commands => FlowRow.Messages.Where(FlowRow.IsCommand);

    static IEnumerable<Type> Events => FlowRow.Messages.Where(message => !FlowRow.IsCommand(message));

    [Test]
    public void The_flow_table_is_what_the_code_does()
    {
        var written = Files.Read("docs/flow.md").ReplaceLineEndings("\n").Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Count(letter => letter == '|') == 5);
        Assert.That(written, Is.EquivalentTo(FlowRow.All.Select(row => $"{row}")), $"docs/flow.md should have these rows:\n{string.Join('\n', FlowRow.All)}");
    }

    [Test]
    public void The_readmes_table_of_the_stages_is_what_the_code_does()
    {
        var written = ReadmeRow.Matches(Files.Read("README.md"))
            .ToDictionary(row => row.Groups["stage"].Value, row => (Takes: Names(row.Groups["takes"]), Says: Names(row.Groups["says"])));
        Assert.Multiple(() =>
        {
            Assert.That(written.Keys.Select(stage => new Service(stage).Name), Is.EqualTo(Stage.All));
            foreach (var stage in Service.All.Where(service => written.ContainsKey(service.Folder)))
            {
                var takes = Subscription.All.Where(taken => taken.Service == stage).SelectMany(taken => taken.Messages);
                var says = Events.Where(message => message.Name != "StageProgressed" && FlowRow.Published(message).Contains(stage));
                Assert.That(written[stage.Folder].Takes, Is.EquivalentTo(takes.Select(message => message.Name)), $"{stage} takes");
                Assert.That(written[stage.Folder].Says, Is.EquivalentTo(says.Select(message => message.Name)), $"{stage} says");
            }
        });
    }

    [Test]
    public void Every_message_of_the_contracts_travels() => Assert.That(
        typeof(Run).Assembly.GetExportedTypes().Where(type => type.Namespace!.EndsWith(".V1", StringComparison.Ordinal)).Except(FlowRow.Messages)
            .Select(type => type.Name),
        Is.EquivalentTo((string[])["AskedMatch", "GateFigure", "Score"]), "these are parts of messages; anything else is not used");

    [TestCaseSource(nameof(Commands))]
    public void A_command_is_taken_from_its_own_queue_and_nowhere_else(Type command) => Assert.That(
        Subscription.All.Where(taken => taken.Messages.Contains(command)).Select(taken => taken.Queue),
            Is.EqualTo(new[] { command.GetField("Queue")!.GetRawConstantValue() }),
        "a second binding would satisfy the broker while nobody carries the command out");

    [TestCaseSource(nameof(Commands))]
    public void A_command_is_sent_and_never_published(Type command) => Assert.That(
        Service.All.Where(service => service.Code.GenericCalls.Any(call => call.Method == "Publish" && call.Arguments.Contains(command.FullName))), Is.Empty);

    [TestCaseSource(nameof(Events))]
    public void An_event_is_published_by_the_stage_in_whose_namespace_it_lies_and_heard_by_somebody(Type e)
    {
        var stage = e.Namespace!.Split('.')[2];
        Assert.Multiple(() =>
        {
            if (stage != "Progress")
                Assert.That(FlowRow.Published(e).Select(service => service.Folder), Is.EqualTo((string[])[stage]));
            Assert.That(Subscription.All.Any(taken => taken.Messages.Contains(e)) || FlowRow.Askers(e).Any(), Is.True);
        });
    }

    [Test]
    public void Commands_are_sent_by_the_hosting_alone_which_waits_for_the_broker() => Assert.That(
        Service.All.SelectMany(service => service.Code.GenericCalls
            .Where(call => call.Method == "Send" && call.Type.StartsWith("MassTransit.", StringComparison.Ordinal))
            .Select(call => $"{service}: {call.Type}.{call.Method} of {call.Arguments[0]}")), Is.Empty,
        "SendCommand returns when the command is on the broker's disk");

    [Test]
    public void A_fault_of_every_message_that_a_stage_takes_is_heard_by_the_ledger()
    {
        var heard = Subscription.All.SelectMany(taken => taken.Messages).Where(IsFault).Select(fault => fault.GetGenericArguments()[0]);
        // The fault of a question is its answer.
        var taken = Subscription.All.Where(taken => taken.Service.Folder != "Api" && !taken.Queue.EndsWith("-request", StringComparison.Ordinal)).SelectMany(taken => taken.Messages).Distinct();
        Assert.That(taken.Except(heard).Select(message => message.Name), Is.Empty, "a stage that gives such a message up would leave the run without a reason");
    }

    [Test]
    public void Redelivery_by_delay_is_not_used() => Assert.That(
        Service.All.Where(service => service.Code.Members.Any(member => member.EndsWith(".UseDelayedRedelivery", StringComparison.Ordinal)
            || member.EndsWith(".UseScheduledRedelivery", StringComparison.Ordinal))),
        Is.Empty, "it needs a plugin that the broker lacks, and loops for ever");

    static IEnumerable<string> Names(Group cell) => Name.Matches(cell.Value).Select(name => name.Groups[1].Value);

    static bool IsFault(Type message) => message.IsGenericType && message.GetGenericTypeDefinition() == typeof(Fault<>);

    [GeneratedRegex(@"^\| \*\*(?<stage>\w+)\*\* \|(?<takes>[^|]*)\|[^|]*\|(?<says>[^|]*)\|", RegexOptions.Multiline)]
    static partial Regex ReadmeRow { get; }

    [GeneratedRegex("`(\\w+)`")]
    static partial Regex Name { get; }
}
