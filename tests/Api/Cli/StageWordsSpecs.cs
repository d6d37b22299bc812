using Soccer.Cli.Runs;
using Soccer.Cli.Terminal;

namespace Soccer.Api.Tests.Cli;

public sealed class StageWordsSpecs
{
    [TestCase(1, "1 gate failed, 1 row in quarantine")]
    [TestCase(2, "2 gates failed, 2 rows in quarantine")]
    [TestCase(1200, "1,200 gates failed, 1,200 rows in quarantine")]
    public void One_of_a_thing_is_singular(long count, string words) =>
        Assert.That(
            StageWords.Of(new StageView("validate", "failed", null, false, new Dictionary<string, long> { ["gatesFailed"] = count, ["quarantined"] = count }, null)),
            Is.EqualTo(words));
}
