namespace Soccer.Integration.Tests.Scratch;

/// <summary>A fixture's system, on the tiny world, in which a first run has completed.</summary>
abstract class AfterFirstRun
{
    ScratchSystem? started;

    protected ScratchSystem Running => started!;

    protected RunOutcome First { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        Surroundings.Need();
        started = await ScratchSystem.Start(Worlds.Tiny);
        First = await Running.Run(Worlds.Day);
        Assert.That(First.Status, Is.EqualTo("completed"), First.Failure);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (started is not null)
            await started.DisposeAsync();
    }
}
