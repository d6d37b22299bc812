using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Soccer.Api.Tests.Http;
using Soccer.Cli;
using Soccer.Cli.Forecasts;
using Soccer.Cli.Services;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Api.Tests.Cli;

/// <summary>predict, against an Api at a real port.</summary>
public sealed class PredictVerbSpecs
{
    ApiTrial api = null!;
    Settings settings = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        // The first one is compiled while it waits.
        api = await ApiTrial.Start(new Dictionary<string, string> { ["Predictions:NowSeconds"] = "30" }, onSocket: true);
        await api.Database.Execute("""
            insert into validate.team values (1, 'England', 'Arsenal'), (2, 'England', 'Chelsea');
            insert into featurize.feature_schema values (1, 'schema', '{}', '{}');
            insert into featurize.feature_set values (5, 1, 3, 'data', 'set', 0, '2025-02-01', now());
            """);
        api.Host.AnswerNow = question => question.RespondAsync(new MatchPredicted(
            question.Message.RequestId, "E0", "Arsenal", "Chelsea", new DateOnly(2025, 2, 8), 0.5, 0.25, 0.25, "m1", 5, question.Message.RequestedAt, "results-only"));
        settings = new(new ConfigurationBuilder().Build(), api.Http.BaseAddress!, ApiHost.AdminKey, null, null);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (api is not null)
            await api.DisposeAsync();
    }

    [Test]
    public async Task Shows_the_probabilities_and_the_fair_odds() =>
        Assert.That(
            await Run("predict", "Arsenal", "Chelsea"),
            Does.StartWith("Arsenal - Chelsea, E0, 2025-02-08").And.Match(@"1 home win\s+50\.0\s+2\.00\s").And.Match(@"2 away win\s+25\.0\s+4\.00\s"));

    [Test]
    public async Task As_JSON_it_is_what_the_Api_says()
    {
        var forecast = JsonDocument.Parse(await Run("predict", "Arsenal", "Chelsea", "--json")).RootElement;
        Assert.That((forecast.GetProperty("homeWin").GetDouble(), forecast.GetProperty("alias").GetString()), Is.EqualTo((0.5, "champion")));
    }

    async Task<string> Run(params string[] args)
    {
        var before = Console.Out;
        await using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            Assert.That(await CommandLine.Run(args, PredictVerb.Create(settings)), Is.Zero);
            return output.ToString();
        }
        finally
        {
            Console.SetOut(before);
        }
    }
}
