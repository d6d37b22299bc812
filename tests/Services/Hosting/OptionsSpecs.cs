using System.Reflection;
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
    // A type of each service's assembly.
    static readonly Dictionary<string, Type> Services = new()
    {
        ["ingest"] = typeof(IngestOptions),
        ["validate"] = typeof(ValidateOptions),
        ["featurize"] = typeof(FeaturizeOptions),
        ["train"] = typeof(TrainOptions),
        ["promote"] = typeof(PromoteOptions),
        ["predict"] = typeof(PredictOptions),
        ["drift-check"] = typeof(DriftCheckOptions),
        ["api"] = typeof(LedgerConsumer),
        ["schedule"] = typeof(ScheduleOptions),
    };

    [TestCase("ingest", "Ingest:RequestsPerSecond", "0")]
    [TestCase("ingest", "Ingest:Source", "")]
    [TestCase("ingest", "Ingest:Source", "football")]
    [TestCase("ingest", "Ingest:Source", "ftp://127.0.0.1/")]
    [TestCase("ingest", "Ingest:Source", "http://127.0.0.1/football")]
    [TestCase("ingest", "Bus:Port", "0")]
    [TestCase("ingest", "Bus:Host", "")]
    [TestCase("ingest", "Ingest:KeptDays", "29")]
    [TestCase("ingest", "Steps:Days", "7")]
    [TestCase("train", "Train:BacktestDays", "1")]
    [TestCase("validate", "Validate:MissingFiles", "1.5")]
    [TestCase("featurize", "Featurize:KeptStates", "0")]
    [TestCase("train", "Train:Parameters:ResultsOnly:StartRidge", "0")]
    [TestCase("train", "Train:Parameters:MarketAware:Boosting:Depth", "0")]
    [TestCase("train", "Train:Parameters:Split:HoldOutDays", "0")]
    [TestCase("train", "Train:Parameters:ResultsOnly:Learners", "guessing")]
    [TestCase("promote", "Promote:NotWorseThan", "-1")]
    [TestCase("predict", "Predict:Days", "3651")]
    [TestCase("drift-check", "DriftCheck:Days", "1")]
    [TestCase("api", "Api:ProgressRuns", "0")]
    [TestCase("schedule", "Schedule:Run", "every day")]
    public void Names_a_value_out_of_its_range(string service, string option, string value) => Assert.That(
        () => Start(service, option, value),
        Throws.InstanceOf<OptionsValidationException>().With.Message.Contains(option.Split(':')[^1]));

    [TestCase("ingest", "Ingest:Retries", "many")]
    [TestCase("predict", "Predict:Days", "a week")]
    [TestCase("train", "Train:Parameters:MarketMemory:Boosting:Rounds", "1e3x")]
    public void Names_a_value_that_is_no_number(string service, string option, string value) => Assert.That(
        () => Start(service, option, value), Throws.InvalidOperationException.With.Message.Contains(option).And.Message.Contains(value));

    // A factory of web applications can find the service gone before it has seen why it did not start, so this calls the program as the system does.
    static Task Start(string service, string option, string value)
    {
        string[] arguments =
        [
            "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft=None", "--Logging:LogLevel:MassTransit=None",
            "--Bus:Username=none", "--Bus:Password=none", "--Ingest:Source=http://127.0.0.1:1/", "--ConnectionStrings:Soccer=Host=127.0.0.1;Port=1",
            $"--{option}={value}",
        ];
        return Task.Run(() => Services[service].Assembly.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null)).WaitAsync(Delivery.Limit);
    }
}
