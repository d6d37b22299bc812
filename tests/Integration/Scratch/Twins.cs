namespace Soccer.Integration.Tests.Scratch;

/// <summary>
/// Tests of something that is done to one system, and must leave it as another to which it was not done. All fixtures of this kind share the two, of the tiny world and with the same first run,
/// one after the other, since their start takes longer than most of them. Each leaves them alike, row by row.
/// </summary>
abstract class Twins
{
    static ScratchSystem? disturbed;
    static ScratchSystem? undisturbed;
    static DateOnly day = Worlds.Day;

    protected static ScratchSystem Disturbed => disturbed!;

    protected static ScratchSystem Undisturbed => undisturbed!;

    /// <summary>The day to work on next.</summary>
    protected static DateOnly NextWeek()
    {
        day = day.AddDays(7);
        Assert.That(day, Is.LessThan(Worlds.LastDay), "the tiny world's last season has no week left: begin earlier in it");
        return day;
    }

    [OneTimeSetUp]
    public async Task Start()
    {
        Surroundings.Need();
        if (disturbed is not null)
            return;
        var (one, other) = (ScratchSystem.Start(Worlds.Tiny), ScratchSystem.Start(Worlds.Tiny));
        await Task.WhenAll(one, other);
        (disturbed, undisturbed) = (await one, await other);
        var (first, same) = (disturbed.Run(day), undisturbed.Run(day));
        Assert.That((await first).Content, Is.EqualTo((await same).Content));
    }

    /// <summary>Ends both.</summary>
    public static async Task Stop()
    {
        foreach (var each in new[] { disturbed, undisturbed })
            if (each is not null)
                await each.DisposeAsync();
    }
}
