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
}
