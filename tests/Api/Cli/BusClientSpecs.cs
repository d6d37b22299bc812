using Soccer.Cli.Services;
using Soccer.Contracts.Ingest.V1;
using Soccer.Hosting.Bus;

namespace Soccer.Api.Tests.Cli;

/// <summary>What the client says of a command that the broker has not confirmed.</summary>
public sealed class BusClientSpecs
{
    static readonly Guid Run = Guid.Parse("0194c1a2-0000-7000-8000-000000000001");

    [Test]
    public void A_run_that_was_not_started_is_told_as_that() => Assert.That(Said(isInDoubt: false), Is.EqualTo((3,
        "Nothing was started: the broker did not take the command for ingest-snapshot: out of luck. Is the service that takes it running? "
        + "./soccer status shows it; then give the command again.")));

    [Test]
    public void A_run_that_may_have_been_started_is_told_with_where_to_look() => Assert.That(Said(isInDoubt: true), Is.EqualTo((3,
        "It is not known whether this was started: the broker did not confirm the command for ingest-snapshot: out of luck. "
        + $"If it was, it will appear as run {Run}: look before you start another: run-show {Run}")));

    static (int Code, string Message) Said(bool isInDoubt)
    {
        var exit = BusClient.Refusal(new CommandNotAcceptedException(StartRun.Queue, Run, isInDoubt, new IOException("out of luck")));
        return (exit.Code, exit.Message);
    }
}
