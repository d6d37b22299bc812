using Soccer.Cli.Forecasts;

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

    [Test]
    public async Task The_name_of_a_row_is_the_last_to_go()
    {
        Assert.That(await ScreenTrial.Show(80, "explain", "418221"), Does.Contain("\nprice_home_ratio "));
        Assert.That(await ScreenTrial.Show(80, "models", "compare", "2c26b46b", "fcde2b2e"), Does.Contain(" 0.99212  0.99512 "));
    }

    [Test]
    public async Task The_parts_of_a_sum_are_all_named()
    {
        var lines = (await ScreenTrial.Show(120, "explain", "418221")).Split('\n');
        Assert.That(lines[0], Is.EqualTo("Man United - Nott'm Forest, England Premier League, 2025-02-08 12:30 UK time, market-aware"));
        Assert.That(lines.Single(line => line.StartsWith("of which base", StringComparison.Ordinal)), Does.Match(@"\+0\.060\s+-0\.050\s+-0\.010"));
    }

    [TestCase("--odds '2/2/2': write three decimal odds above 1 as 1.9/3.6/4.1, whose reciprocals sum to 0.95 to 1.25", "2/2/2")]
    [TestCase("--odds '9/9/9': write three decimal odds above 1", "9/9/9")]
    [TestCase("--odds '1.01/1000/2000': write three decimal odds above 1", "1.01/1000/2000")]
    public async Task Odds_that_are_no_offer_are_refused(string message, string odds) =>
        Assert.That(await ScreenTrial.Show(80, "predict", "Arsenal", "Chelsea", "--odds", odds), Does.StartWith(message));

    [Test]
    public async Task A_match_that_has_kicked_off_is_shown_and_said_to_have()
    {
        var screen = await ScreenTrial.Show(120, "fixture", "Tottenham", "LEICESTER");
        Assert.That(screen, Does.EndWith("kicked off 2025-02-08 12:30 UK; this is the last forecast sealed before it\n"));
        Assert.That(ScreenTrial.Asked, Is.EqualTo(new[] { "/v1/fixtures", "/v1/fixtures?team=Tottenham&from=2024-02-02", "/v1/fixtures/418221" }));
    }

    [Test]
    public async Task An_explanation_of_a_match_that_has_kicked_off_says_so()
    {
        var lines = (await ScreenTrial.Show(120, "explain", "418220")).Split('\n');
        Assert.That(lines[1], Is.EqualTo("kicked off 2025-02-01 15:00 UK; this is the last forecast sealed before it"));
        Assert.That(await ScreenTrial.Show(120, "explain", "418221"), Does.Not.Contain("kicked off"));
    }

    [Test]
    public void Of_a_match_without_a_kick_off_time_the_day_is_said() => Assert.That(
        KickOffClock.KickedOff(new(2025, 2, 1), null),
        Is.EqualTo("played on 2025-02-01, kick-off time unknown; this is the last forecast sealed before that day"));

    [TestCase(3.04, true)]
    [TestCase(0.08, false)]
    [TestCase(null, false)]
    public void An_edge_that_no_offer_has_is_remarked_on(double? edge, bool isUnbelievable)
    {
        PriceView price = new(1000, null, null, null, null, edge, null), other = new(1.01, null, null, null, null, -0.6, 0);
        Assert.That(MarketLines.IsUnbelievable(new(null, false, 0.99, null, other, other, price)), Is.EqualTo(isUnbelievable));
    }

    [Test]
    public async Task A_backtest_is_shown_again_by_its_id_or_by_as_much_of_it_as_the_list_prints()
    {
        var screen = await ScreenTrial.Show(120, "backtest");
        foreach (var id in (string[])["019b75aa-6c1d-7e2f-9a0b-1c2d3e4f5a6b", "019b75aa-6c1d"])
            Assert.That(await ScreenTrial.Show(120, "backtest", "--show", id), Is.EqualTo(screen));
    }

    [TestCase("fixtures", "soccer fixtures --sort edge --limit 10")]
    [TestCase("fixture", "soccer fixture Arsenal \"Aston Villa\"")]
    [TestCase("explain", "soccer explain 418221 --kind market-memory")]
    [TestCase("predict", "soccer predict Arsenal \"Aston Villa\"")]
    public async Task Help_has_an_example(string verb, string example) =>
        Assert.That(await ScreenTrial.Show(120, verb, "--help"), Does.Contain("Examples:").And.Contain(example));
}
