using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>A service whose queues are never connected again, although its broker can be reached.</summary>
[TestFixture]
sealed class BusWatchSpecs
{
    [Test]
    public async Task The_service_ends_so_as_to_be_started_anew()
    {
        Surroundings.Need();
        await using var system = await ScratchSystem.Start(Worlds.Tiny, new() { ["Bus__PatienceSeconds"] = "15" }, ["DriftCheck"]);
        await system.DropVirtualHost();
        await Eventually.Happens("it ends", () => Task.FromResult(system["DriftCheck"].Ends > 0), TimeSpan.FromSeconds(90));
        await Eventually.Happens("it says why", () => Task.FromResult(system["DriftCheck"].Log.Contains("the service ends, to be started anew", StringComparison.Ordinal)), TimeSpan.FromSeconds(10));
    }
}
