namespace Soccer.Api.Tests.Cli.Screens;

[NonParallelizable]
public sealed class ForecastScreenSpecs
{
    static readonly int[] Widths = [80, 120, 200];

    static readonly (string Name, string[] Command)[] Commands =
    [
        ("fixtures", ["fixtures"]),
        ("fixtures-by-edge", ["fixtures", "--sort", "edge", "--limit", "2", "--utc"]),
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
}
