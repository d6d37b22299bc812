namespace Soccer.Api.Tests.Cli.Screens;

/// <summary>Options that would do nothing are refused, and empty lists keep their columns.</summary>
[NonParallelizable]
public sealed class ListOptionSpecs
{
    [TestCase("--list names its own fixtures: leave --division out", "fixtures", "--list", "list.json", "--division", "E0")]
    [TestCase("--list names its own fixtures: leave --from out", "fixtures", "--list", "list.json", "--from", "2025-02-01")]
    [TestCase("--utc and --local are for tables: CSV and JSON have kick-offs in UTC, as kickOffAt", "fixtures", "--utc", "--json")]
    [TestCase("--csv is for lists, and this shows one incident: leave it out", "incidents", "6f1ed002", "--csv", "i.csv")]
    [TestCase("--limit is for lists, and this shows one incident: leave it out", "incidents", "6f1ed002", "--limit", "3")]
    [TestCase("--columns is for lists, and this shows what it moved: leave it out", "redrive", "train-model", "--columns", "queue")]
    [TestCase("--columns names no column: write such as id,status, or all", "runs", "--columns", ",")]
    [TestCase("--json prints the answer as it is: leave --columns, --wide, --csv and --bom out", "runs", "--json", "--bom")]
    [TestCase("--wide is for tables, and a CSV has every column: leave it out", "runs", "--wide", "--csv", "-")]
    [TestCase("--columns leaves no column out as it is: leave --wide out", "fixtures", "--wide", "--columns", "home")]
    [TestCase("--columns has 'home' twice: leave one out", "fixtures", "--columns", "home,HOME")]
    [TestCase("--limit 'many': write a number from 1 to 1000, or all", "runs", "--limit", "many")]
    [TestCase("--limit '0': write a number from 1 to 5000, or all", "teams", "--limit", "0")]
    [TestCase("--history 'x': write a number from 1 to 100, or all", "drift", "--history", "x")]
    [TestCase("--show shows a backtest as it was: leave --kinds out", "backtest", "--show", "019b75aa-6c1d-7e2f-9a0b-1c2d3e4f5a6b", "--kinds", "results-only")]
    [TestCase("--show '': write a backtest's id, or its first 8 characters or more; backtests lists them", "backtest", "--show", "")]
    [TestCase("--league and --division both choose a league: leave one of them out", "results", "--league", "La Liga", "--division", "E0")]
    [TestCase("--to 2025-02-01 is before --from 2025-02-08", "results", "--from", "2025-02-08", "--to", "2025-02-01")]
    [TestCase("--csv '': name a file", "fixtures", "--csv", "")]
    [TestCase("--csv ' ': name a file", "runs", "--csv", " ")]
    [TestCase("--csv '/nowhere/x.csv': there is no folder /nowhere", "teams", "--csv", "/nowhere/x.csv")]
    [TestCase("--csv '/tmp/': this is a folder: name a file in it", "models", "--csv", "/tmp/")]
    [TestCase("--csv '/tmp': this is a folder: name a file in it", "results", "--csv", "/tmp")]
    [TestCase("--html '': name a file", "backtest", "--html", "")]
    [TestCase("--html '/nowhere/r.html': there is no folder /nowhere", "backtest", "--html", "/nowhere/r.html")]
    [TestCase("--list '': name a file", "fixtures", "--list", "")]
    public async Task What_would_do_nothing_is_refused(string message, params string[] command) =>
        Assert.That((await ScreenTrial.Show(80, command)).Split('\n')[0], Is.EqualTo(message));

    [TestCase("/v1/runs?limit=1000", "runs", "--json")]
    [TestCase("/v1/runs?limit=20", "runs")]
    [TestCase("/v1/runs?limit=3", "runs", "--csv", "-", "--limit", "3")]
    [TestCase("/v1/runs?limit=1000", "runs", "--limit", "all")]
    [TestCase("/v1/backtests?limit=1000", "backtests", "--json")]
    [TestCase("/v1/backtests?limit=20&status=done&since=2025-02-01&until=2025-02-03", "backtests", "--status", "done", "--since", "2025-02-01", "--until", "2025-02-03")]
    [TestCase("/v1/models?limit=1000", "models", "--csv", "-")]
    [TestCase("/v1/teams?limit=5000", "teams", "--csv", "-")]
    [TestCase("/v1/experiments?limit=1000", "experiments", "--csv", "-")]
    [TestCase("/v1/studies?limit=1000", "trials", "--csv", "-")]
    [TestCase("/v1/incidents?limit=1000", "incidents", "--csv", "-")]
    [TestCase("/v1/audit?limit=1000", "keys", "audit", "--csv", "-")]
    [TestCase("/v1/drift?limit=1000&history=100", "drift", "--json")]
    [TestCase("/v1/runs/019a1111/quarantine?limit=10000", "quarantine", "019a1111", "--csv", "-")]
    public async Task A_file_and_JSON_have_all_unless_a_limit_is_given(string asked, params string[] command)
    {
        await ScreenTrial.Show(80, command);
        Assert.That(ScreenTrial.Asked, Is.EqualTo(new[] { asked }));
    }

    [Test]
    public async Task A_table_that_may_have_been_cut_says_so() =>
        Assert.That(await ScreenTrial.Show(120, "runs", "--limit", "2"), Does.Contain("the first 2; --limit N or --limit all shows more, if there are more"));

    [Test]
    public async Task A_file_without_all_rows_says_of_how_many() =>
        Assert.That(await ScreenTrial.Show(80, "quarantine", "019a1111", "--csv", "-", "--limit", "2"), Does.EndWith("showing 2 of 1,212 rows\n"));
}
