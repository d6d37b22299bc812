using System.Text.Json.Nodes;

namespace Soccer.Api.Tests.Cli.Screens;

[NonParallelizable]
public sealed class RunVerbsSpecs
{
    [Test]
    public async Task Runs_sends_its_filters_to_the_Api()
    {
        await ScreenTrial.Show(
            80, "runs", "--status", "failed", "--requester", "schedule", "--since", "2025-02-01", "--until", "2025-02-01T07:00:00Z", "--as-of", "2025-01-31");
        Assert.That(ScreenTrial.Asked, Is.EqualTo(new[]
        {
            "/v1/runs?limit=20&status=failed&requester=schedule&since=2025-02-01&until=2025-02-01T07%3A00%3A00Z&asOf=2025-01-31",
        }));
    }

    [Test]
    public async Task Json_of_run_show_has_every_member_of_the_Api_and_those_of_the_short_form()
    {
        var shown = JsonNode.Parse(await ScreenTrial.Show(80, "run-show", "019a1111", "--json"))!.AsObject();
        var answer = JsonNode.Parse(Checkout.Read("tests/Api/Cli/Screens/Answers/v1_runs_019a1111.json"))!.AsObject();
        Assert.That($"{shown["runId"]}", Is.EqualTo("019a1111-2222-7000-8000-000000000001"));
        Assert.That((int)shown["fixtures"]!, Is.EqualTo(1240));
        Assert.That(JsonNode.DeepEquals(shown["model"]!["metrics"], answer["model"]!["holdOut"]));
        foreach (var added in (string[])["runId", "fixtures"])
            shown.Remove(added);
        shown["model"]!.AsObject().Remove("metrics");
        Assert.That(JsonNode.DeepEquals(shown, answer));
    }
}
