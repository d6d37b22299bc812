using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests;

/// <summary>After the last test.</summary>
[SetUpFixture]
sealed class EndOfTests
{
    [OneTimeTearDown]
    public async Task StopWhatTestsShare()
    {
        await AfterFirstRun.Stop();
        await Twins.Stop();
    }
}
