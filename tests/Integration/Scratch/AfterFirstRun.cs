using System.Net.Http.Json;
using System.Text.Json;

namespace Soccer.Integration.Tests.Scratch;

/// <summary>
/// Tests on a system, of the tiny world, in which a first run has completed. All fixtures of this kind share it, one after the other, since its start takes longer than most of them:
/// each works on weeks of its own.
/// </summary>
abstract class AfterFirstRun
{
    /// <summary>Early enough in the season for all tests to have a week.</summary>
    static readonly DateOnly Day = Worlds.Day.AddDays(-28);

    static ScratchSystem? started;
    static RunOutcome? first;
    static DateOnly week = Day;

    protected static ScratchSystem Running => started!;

    protected static RunOutcome First => first!;

    /// <summary>The next Saturday, after the last one that a test has worked on, with matches of the tiny world a week later.</summary>
    /// <remarks>The last two rounds are played a day later than others.</remarks>
    protected static DateOnly NextWeek() =>
        week = Worlds.Rounds.SkipLast(2).Select(round => round.AddDays(-7)).First(day => day > week);

    /// <summary>The teams of a coming match.</summary>
    protected static async Task<(string? Home, string? Away)> Teams()
    {
        using var api = Running.Api;
        var fixture = (await api.GetFromJsonAsync<JsonElement>("v1/fixtures")).GetProperty("fixtures")[0];
        return (fixture.GetProperty("home").GetString(), fixture.GetProperty("away").GetString());
    }

    [OneTimeSetUp]
    public async Task Start()
    {
        Surroundings.Need();
        if (started is null)
        {
            started = await ScratchSystem.Start(Worlds.Tiny);
            first = await Running.Run(Day);
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
