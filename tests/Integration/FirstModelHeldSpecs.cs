using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>A first model that shows nothing is not promoted, and the run says so.</summary>
[TestFixture]
sealed class FirstModelHeldSpecs
{
    [Test]
    public async Task The_run_ends_without_a_champion_with_no_forecasts_and_the_reasons()
    {
        Surroundings.Need();
        // A ridge that leaves nothing of the start, and one round of trees that learn next to nothing.
        await using var system = await ScratchSystem.Start(Worlds.Tiny, new()
        {
            ["Train__Parameters__ResultsOnly__StartRidge"] = "1000000",
            ["Train__Parameters__ResultsOnly__Boosting__Rounds"] = "1",
            ["Train__Parameters__ResultsOnly__Boosting__LearningRate"] = "0.001",
        });
        var run = await system.Run(Worlds.Day);
        Assert.That(run.Status, Is.EqualTo("no-champion"));
        Assert.That(run.Failure, Does.Contain("smoke").Or.Contain("marginals"));
        Assert.That(run.Forecasts, Is.Zero);
    }
}
