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
    public async Task A_line_of_a_run_does_not_end_at_a_bracket_and_counts_are_grouped()
    {
        using var output = new StringWriter();
        var before = Console.Out;
        Console.SetOut(output);
        try
        {
            Soccer.Cli.Terminal.Screen.Entry("", Soccer.Cli.Terminal.Screen.Plain($"{new string('x', 985)} [+0.00012, +0.00034]"));
        }
        finally
        {
            Console.SetOut(before);
        }
        Assert.That(output.ToString(), Does.Contain("\n            [+0.00012,"));
        Assert.That(await ScreenTrial.Show(120, "run-show", "019a1111"), Does.Contain("on 12,541 matches").And.Contain("150,000 matches to fit, 15,200 to stop, 14,200 held out"));
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
