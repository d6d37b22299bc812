using Microsoft.Extensions.Options;
using Soccer.Api.Ledger;
using Soccer.DriftCheck;
using Soccer.Featurize;
using Soccer.Ingest;
using Soccer.Predict;
using Soccer.Promote;
using Soccer.Schedule;
using Soccer.Services.Tests.Scratch;
using Soccer.Train;
using Soccer.Validate;

namespace Soccer.Services.Tests.Hosting;

/// <summary>A service with a wrong option does not start, and says which it is.</summary>
sealed class OptionsSpecs
{
    static readonly Dictionary<string, Func<Dictionary<string, string>, StageHost>> Services = new()
    {
        ["ingest"] = settings => StageHost.Of<IngestSnapshotConsumer>("ingest", null, settings),
        ["validate"] = settings => StageHost.Of<ValidateSnapshotConsumer>("validate", null, settings),
        ["featurize"] = settings => StageHost.Of<BuildFeaturesConsumer>("featurize", null, settings),
        ["train"] = settings => StageHost.Of<TrainModelConsumer>("train", null, settings),
        ["promote"] = settings => StageHost.Of<PromoteModelConsumer>("promote", null, settings),
        ["predict"] = settings => StageHost.Of<RefreshPredictionsConsumer>("predict", null, settings),
        ["drift-check"] = settings => StageHost.Of<CheckDriftConsumer>("drift-check", null, settings),
        ["api"] = settings => StageHost.Of<LedgerConsumer>("api", null, settings),
        ["schedule"] = settings => StageHost.Of<ScheduleOptions>("schedule", null, settings),
    };

    [TestCase("ingest", "Ingest:RequestsPerSecond", "0")]
    [TestCase("ingest", "Ingest:Source", "")]
    [TestCase("ingest", "Ingest:Source", "football")]
    [TestCase("ingest", "Ingest:Source", "ftp://127.0.0.1/")]
    [TestCase("ingest", "Ingest:Source", "http://127.0.0.1/football")]
    [TestCase("ingest", "Bus:Port", "0")]
    [TestCase("ingest", "Bus:Host", "")]
    [TestCase("validate", "Validate:MissingFiles", "1.5")]
    [TestCase("featurize", "Featurize:KeptStates", "0")]
    [TestCase("train", "Train:Parameters:StartRidge", "0")]
    [TestCase("train", "Train:Parameters:Boosting:Depth", "0")]
    [TestCase("train", "Train:Parameters:Split:HoldOutDays", "0")]
    [TestCase("promote", "Promote:NotWorseThan", "-1")]
    [TestCase("predict", "Predict:Days", "61")]
    [TestCase("drift-check", "DriftCheck:Days", "1")]
    [TestCase("api", "Api:ProgressRuns", "0")]
    [TestCase("schedule", "Schedule:Run", "every day")]
    public void Names_a_value_out_of_its_range(string service, string option, string value) => Assert.That(
        () => Services[service](With(option, value)),
        Throws.InstanceOf<OptionsValidationException>().With.Message.Contains(option.Split(':')[^1]));

    [TestCase("ingest", "Ingest:Retries", "many")]
    [TestCase("predict", "Predict:Days", "a week")]
    [TestCase("train", "Train:Parameters:Boosting:Rounds", "1e3x")]
    public void Names_a_value_that_is_no_number(string service, string option, string value) => Assert.That(
        () => Services[service](With(option, value)), Throws.InvalidOperationException.With.Message.Contains(option).And.Message.Contains(value));

    static Dictionary<string, string> With(string option, string value) => new() { ["Ingest:Source"] = "http://127.0.0.1:1/", [option] = value };
}
