namespace Soccer.Api.Tests.Cli.Screens;

[NonParallelizable]
public sealed class ForecastScreenSpecs
{
    static readonly int[] Widths = [80, 120, 200];

    static readonly (string Name, string[] Command)[] Commands =
    [
        ("fixtures", ["fixtures"]),
        ("fixtures-by-edge", ["fixtures", "--sort", "edge", "--limit", "2", "--utc"]),
        ("fixture", ["fixture", "Man United", "Nott'm Forest"]),
        ("explain", ["explain", "418221"]),
        ("predict", ["predict", "Arsenal", "Chelsea", "--odds", "1.9/3.6/4.1"]),
    ];

    static IEnumerable<TestCaseData> Screens =>
        from command in Commands
        from width in Widths
        select new TestCaseData($"{command.Name}.{width}", width, command.Command).SetArgDisplayNames($"{command.Name} at {width}");

    [TestCaseSource(nameof(Screens))]
    public async Task Every_screen_fits_the_line(string name, int width, string[] command)
    {
        var screen = await ScreenTrial.Show(width, command);
        ScreenTrial.MatchSnapshot(name, screen);
        Assert.That(screen.Split('\n').Select(line => line.TrimEnd().Length), Has.All.LessThanOrEqualTo(width));
    }

    [TestCase("fixtures", "soccer fixtures --sort edge --limit 10")]
    [TestCase("fixture", "soccer fixture Arsenal \"Aston Villa\"")]
    [TestCase("explain", "soccer explain 418221 --kind market-memory")]
    [TestCase("predict", "soccer predict Arsenal \"Aston Villa\"")]
    public async Task Help_has_an_example(string verb, string example) =>
        Assert.That(await ScreenTrial.Show(120, verb, "--help"), Does.Contain("Examples:").And.Contain(example));
}
