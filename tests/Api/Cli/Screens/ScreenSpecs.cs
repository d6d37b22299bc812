namespace Soccer.Api.Tests.Cli.Screens;

[NonParallelizable]
public sealed class ScreenSpecs
{
    static readonly int[] Widths = [80, 120, 200];

    /// <summary>A name a command: that of its snapshots.</summary>
    static IEnumerable<TestCaseData> Commands =>
        from command in (string[])
        [
            "runs", "run-show 019a1111", "quarantine 019a1111", "trials", "trials 7d793037", "models", "models compare 2c26b46b fcde2b2e", "experiments",
            "keys", "keys audit", "backtest", "backtests", "incidents", "incidents 7f1ed002", "drift", "results", "results --by division", "bookmakers", "teams",
            "divisions", "alerts",
        ]
        from width in Widths
        select new TestCaseData(width, command.Split(' ')).SetArgDisplayNames($"{command} at {width}");

    [TestCaseSource(nameof(Commands))]
    public async Task Every_list_fits_the_line(int width, string[] command)
    {
        var screen = await ScreenTrial.Show(width, command);
        ScreenTrial.MatchSnapshot($"{string.Join('-', command)}.{width}", screen);
        Assert.That(screen.Split('\n').Select(line => line.TrimEnd().Length), Has.All.LessThanOrEqualTo(width));
    }
}
