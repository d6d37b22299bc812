using System.Text.Json;
using Soccer.Api.Tests.Cli.Screens;
using Soccer.Cli.Forecasts;

namespace Soccer.Api.Tests.Cli;

[NonParallelizable]
public sealed class FixturesVerbSpecs
{
    static readonly DateOnly First = new(2025, 2, 2), Last = new(2025, 2, 8);

    static IEnumerable<TestCaseData> Lists =>
    [
        new((DateOnly?)null, (DateOnly?)null, "there is no champion", "There are no forecasts: there is no champion."),
        new((DateOnly?)First, (DateOnly?)Last, null, "There are no forecasts of matches from 2025-02-02 to 2025-02-08."),
        new((DateOnly?)First, (DateOnly?)null, null, "There are no forecasts of matches from 2025-02-02 on."),
        new((DateOnly?)null, (DateOnly?)Last, null, "There are no forecasts of matches up to 2025-02-08."),
        new((DateOnly?)Last, (DateOnly?)First, null, "Matches to come begin on 2025-02-08, after --to 2025-02-02: add --from for matches that have kicked off."),
    ];

    [TestCaseSource(nameof(Lists))]
    public void Says_why_there_is_nothing_to_show(DateOnly? from, DateOnly? to, string? note, string said) =>
        Assert.That(
            FixturesVerb.NoneOf(new FixturesView(new DateOnly(2025, 2, 1), "m1", 3, 5, from, to, note, null, [])), Is.EqualTo(said));

    [Test]
    public void Names_the_team_and_the_league_that_have_no_match() =>
        Assert.That(
            FixturesVerb.NoneOf(new FixturesView(new DateOnly(2025, 2, 1), "m1", 3, 5, First, null, null, null, []), "of Arsenal in E0"),
            Is.EqualTo("There are no forecasts of matches of Arsenal in E0 from 2025-02-02 on."));

    [Test]
    public async Task A_table_that_was_cut_says_of_how_many_and_how_to_see_more() =>
        Assert.That(
            await ScreenTrial.Show(80, "fixtures", "--limit", "2"), Does.Contain("2 of 8 matches, --limit N or --limit all shows more"));

    [Test]
    public async Task Only_columns_that_are_shown_are_explained_and_three_of_a_sort_are_left_out_under_one_name()
    {
        var lines = (await ScreenTrial.Show(80, "fixtures")).Split('\n');
        var left = Array.FindIndex(lines, line => line.StartsWith("columns left out", StringComparison.Ordinal));
        Assert.That(lines[left..(left + 3)].Select(line => line.TrimEnd()), Is.EqualTo(new[]
        {
            "columns left out to fit the line: fair, best, at, p, edge, id; see --wide,", "--columns or --json",
            "1 home win, X draw, 2 away win; % = forecast",
        }));
        Assert.That(await ScreenTrial.Show(80, "fixtures", "--wide"), Does.Contain("fair = 1 / probability").And.Contain("at = that bookmaker"));
    }

    [Test]
    public async Task The_CSV_has_the_shape_of_a_competition_and_all_matches()
    {
        var lines = (await ScreenTrial.Show(80, "fixtures", "--csv", "-")).Split('\n');
        Assert.That((lines.Length, lines[0]), Is.EqualTo((10, "Date,League,Home,Away,HomeWin,Draw,AwayWin")));
    }

    [Test]
    public async Task The_CSV_is_cut_if_a_limit_is_given() =>
        Assert.That((await ScreenTrial.Show(80, "fixtures", "--csv", "-", "--limit", "3")).Split('\n'), Has.Length.EqualTo(5));

    [Test]
    public async Task Columns_are_named_by_their_paths_in_the_answer() =>
        Assert.That(
            await ScreenTrial.Show(
                80, "fixtures", "--csv", "-", "--limit", "2", "--columns", "kickOffAt,home,homeWin.edgeProbability,draw.bestPriceAt"),
            Is.EqualTo(
                """
                kickOffAt,home,homeWin.edgeProbability,draw.bestPriceAt
                2025-02-08T12:30:00Z,Man United,0.341186,BFE
                2025-02-08T15:00:00Z,Crystal Palace,0.393982,BFE

                """));

    [Test]
    public async Task Up_to_a_day_there_are_only_matches_to_come()
    {
        var shown = await ScreenTrial.Show(80, "fixtures", "--to", "2025-02-08", "--csv", "-", "--columns", "home");
        Assert.That(ScreenTrial.Asked, Is.EqualTo(new[] { "/v1/fixtures" }));
        Assert.That(shown, Is.EqualTo("home\nMan United\nCrystal Palace\nAth Madrid\nM'gladbach\n"));
    }

    [Test]
    public async Task A_match_that_has_kicked_off_is_marked() =>
        Assert.That(
            await ScreenTrial.Show(120, "fixtures", "--team", "Tottenham"),
            Does.Contain("2025-02-01 15:00*").And.Contain("* kicked off, 1 of 2: these are the last forecasts sealed before the kick-off"));

    [Test]
    public async Task Matches_of_several_models_name_them_and_no_dataset() =>
        Assert.That(
            await ScreenTrial.Show(120, "fixtures", "--team", "Tottenham"),
            Does.Contain("models: fcde2b2edba5, 2c26b46b68ff; ./soccer fixture ID names").And.Not.Contain("dataset 3"));

    [Test]
    public async Task The_legend_explains_only_what_is_shown()
    {
        var screen = await ScreenTrial.Show(120, "fixtures", "--columns", "home");
        Assert.That(screen, Does.Not.Contain("1 home win").And.Not.Contain("edge =").And.Contain("8 matches"));
        Assert.That(
            (await ScreenTrial.Show(200, "fixtures", "--columns", "homeWin.bestPrice")).Split('\n'),
            Has.Member("1 home win, X draw, 2 away win; best = the odds of a named bookmaker that pay best after commission"));
    }

    [TestCase("2025-04-05 14:00  Bournemouth", "--utc")]
    [TestCase("2025-04-05 15:00  Bournemouth")]
    public async Task Kick_offs_are_in_UK_time_unless_UTC_is_asked_for(string line, params string[] options) =>
        Assert.That(await ScreenTrial.Show(80, ["fixtures", .. options]), Does.Contain(line));

    [Test]
    public async Task The_JSON_has_every_member_of_the_answer_and_is_not_cut()
    {
        using var json = JsonDocument.Parse(await ScreenTrial.Show(80, "fixtures", "--json"));
        using var answer = JsonDocument.Parse(Checkout.Read("tests/Api/Cli/Screens/Answers/v1_fixtures.json"));
        Assert.That(JsonElement.DeepEquals(json.RootElement, answer.RootElement));
    }

    [TestCase("edge", "Crystal Palace")]
    [TestCase("probability", "Ath Madrid")]
    [TestCase("date", "Man United")]
    public async Task The_matches_are_in_the_order_that_is_asked_for(string sort, string first) =>
        Assert.That(
            await ScreenTrial.Show(80, "fixtures", "--sort", sort, "--limit", "1", "--columns", "home", "--csv", "-"),
            Is.EqualTo($"home\n{first}\n"));

    [TestCase("--league and --division both choose a league: leave one of them out", "--league", "La Liga", "--division", "E0")]
    [TestCase("--utc and --local are two clocks: leave one of them out", "--utc", "--local")]
    [TestCase("--list names its own fixtures: leave --team out", "--list", "list.json", "--team", "Arsenal")]
    [TestCase("--limit 'many': write a number of at least 1, or all", "--limit", "many")]
    [TestCase("--to 2025-02-01 is before --from 2025-02-08", "--from", "2025-02-08", "--to", "2025-02-01")]
    [TestCase("--sort 'odds': write date, edge or probability", "--sort", "odds")]
    public async Task Options_that_exclude_each_other_are_refused(string message, params string[] options) =>
        Assert.That(await ScreenTrial.Show(80, ["fixtures", .. options]), Does.StartWith(message));
}
