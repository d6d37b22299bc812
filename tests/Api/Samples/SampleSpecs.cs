using MassTransit.Testing;
using Soccer.Api.Tests.Http;
using Soccer.Contracts.Predict.V1;
using Soccer.Tables.Predict;

namespace Soccer.Api.Tests.Samples;

/// <summary>The sample of docs/api.md does what the page says of it.</summary>
public sealed class SampleSpecs : PredictionTrial
{
    [Test]
    public void The_page_has_the_sample_word_for_word()
    {
        var code = Checkout.Read("tests/Api/Samples/ForecastSample.cs").Split("    // begin\n")[1].Split("    // end\n")[0];
        var shown = string.Join('\n', code.TrimEnd('\n').Split('\n').Select(line => line.StartsWith("    ", StringComparison.Ordinal) ? line[4..] : line));
        Assert.That(Checkout.Read("docs/api.md"), Does.Contain($"```csharp\n{shown}\n```"));
    }

    [Test]
    public async Task It_waits_for_the_forecast()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var asked = ForecastSample.Forecast(Api.Http, "Arsenal", "Chelsea", limit.Token);
        var sent = (await Api.Host.Bus.Sent.SelectAsync<PredictMatch>(_ => true, limit.Token).First()).Context.Message;
        await Answer(sent.RequestId, new MatchAnswer(Forecast(), null));
        Assert.That((await asked).GetProperty("homeWin").GetDouble(), Is.EqualTo(0.5));
    }

    [Test]
    public void It_says_which_argument_is_wrong() => Assert.That(
        () => ForecastSample.Forecast(Api.Http, "Arsenal", "", CancellationToken.None), Throws.ArgumentException.With.Property("ParamName").EqualTo("away"));
}
