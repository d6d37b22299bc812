namespace Soccer.Integration.Tests.Scratch;

/// <summary>
/// Tests on a system, of the tiny world, in which a first run has completed. All fixtures of this kind share it, one after the other, since its start takes longer than most of them:
/// each works on weeks of its own.
/// </summary>
abstract class AfterFirstRun
{
    static ScratchSystem? started;
    static RunOutcome? first;
    static DateOnly week = Worlds.Day;

    protected static ScratchSystem Running => started!;

    protected static RunOutcome First => first!;

    /// <summary>A day a week after the last one that a test has worked on.</summary>
    protected static DateOnly NextWeek() => week = week.AddDays(7);

    [OneTimeSetUp]
    public async Task Start()
    {
        Surroundings.Need();
        if (started is null)
        {
            started = await ScratchSystem.Start(Worlds.Tiny);
            first = await Running.Run(Worlds.Day);
        }
        Assert.That(first?.Status, Is.EqualTo("completed"), first?.Failure);
    }

    /// <summary>Ends it.</summary>
    public static async Task Stop()
    {
        if (started is not null)
            await started.DisposeAsync();
    }
}
