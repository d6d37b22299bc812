using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using Soccer.Integration.Tests.Scratch;

namespace Soccer.Integration.Tests.OnCall;

/// <summary>
/// A night on call on a system with two sources: the one that runs fails, and whoever is called finds out why and mends it by the commands
/// of docs/operations.md alone, which are carried out as they are written there.
/// </summary>
[TestFixture]
sealed partial class NightSpecs : AfterFirstRun
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    static readonly string Mirror = $"/mirrors/{Guid.NewGuid():N}";
    static readonly string Name = FrontDoor.NameOf(Mirror);

    /// <summary>Sections whose commands are carried out where they only look.</summary>
    static readonly string[] Looked =
        ["By hand", "Logs", "Dead letters, and putting them back", "What was fitted, and which model is better"];

    /// <summary>How messages end of which every run has one.</summary>
    static readonly string[] Ends =
    [
        "ingest ended StartRun: consumed", "validate ended SnapshotIngested: consumed", "featurize ended SnapshotValidated: consumed",
        "drift-check ended PredictionsRefreshed: consumed",
    ];

    ScratchSystem system = null!;
    FrontDoor door = null!;
    PrometheusServer prometheus = null!;
    RunOutcome before = null!;

    [OneTimeSetUp]
    public async Task GoOnCall()
    {
        system = await ScratchSystem.Start(
            Worlds.Tiny, new() { ["Ingest__Retries"] = "1", ["Ingest__RetryPauseSeconds"] = "0.1" }, name: Name);
        door = new FrontDoor(system, Mirror);
        prometheus = await PrometheusServer.Start(system);
        before = await system.Run(Worlds.Day);
        Assert.That(before.Status, Is.EqualTo("completed"), before.Failure);
    }

    [OneTimeTearDown]
    public async Task GoHome()
    {
        if (prometheus is not null)
            await prometheus.DisposeAsync();
        door?.Dispose();
        if (system is not null)
            await system.DisposeAsync();
    }

    [Test]
    public async Task A_source_that_fails_is_found_and_mended_by_documented_commands()
    {
        Assert.That(await Alarms("DeadLetters"), Is.Zero);
        await system.MoveSource(Worlds.Day.AddDays(7));
        await system.BreakSource(new { path = "*", kind = "status", status = 500 });
        var failed = await system.End(await system.Begin(Worlds.Day.AddDays(7)));
        Assert.That(failed.Status, Is.EqualTo("failed"));

        await Eventually.Happens("RunFailed fires", async () => (await prometheus.Firing("RunFailed")).Count == 1, Limit);
        await Eventually.Happens("DeadLetters fires", async () => await Alarms("DeadLetters") == 1, Limit);

        var status = await Said("RunFailed", "./soccer status", "ServiceDown");
        Assert.That(status, Does.Contain($"database {Name}   virtual host {Name}\n"), "as the alert's vhost");
        Assert.That(status, Does.Contain($"http://127.0.0.1:{door.Port("management")}/#/queues/{Name}/ingest-snapshot "));
        Assert.That(await Said("RunFailed", "./soccer runs --status failed"), Does.Contain($"{failed.Id}"[..8]));
        Assert.That(await Said("RunFailed", "./soccer run-show", run: failed.Id),
            Does.Contain("500").And.Contain(system["Source"].Url.Authority));
        Assert.That(StagesIn(await Said("RunFailed", "./soccer logs --run", run: failed.Id)), Is.EqualTo(new[]
        {
            "ingest began StartRun", "ingest ended StartRun: faulted",
        }));
        Assert.That(await Said("Dead letters, and putting them back", "./soccer redrive"), Does.Match(@"ingest-snapshot_error\s+1\b"));

        Assert.That(Looking.Select(command => command.Section), Is.SupersetOf(AlertNames), "each runbook begins with a look");
        foreach (var command in Looking)
            await CarryOut(command, failed.Id);

        await system.BreakSource();
        Assert.That(await Said("DeadLetters", "./soccer redrive QUEUE"), Is.EqualTo("1 message of ingest-snapshot is on its way again\n"));
        var mended = await system.End(failed.Id, "completed");
        Assert.That(await Said("RunFailed", "./soccer run-show", run: failed.Id), Does.Contain("completed"));
        Assert.That(mended.Forecasts, Is.Positive);
        var log = "";
        await Eventually.Happens(() => $"the log has all of the run, at last {log}", async () =>
        {
            log = await Said("RunFailed", "./soccer logs --run", run: failed.Id);
            return Ends.All(StagesIn(log).Contains);
        }, Limit);
        await Eventually.Happens("DeadLetters ends", async () => await Alarms("DeadLetters") == 0, Limit);
        Assert.That(await Said("Dead letters, and putting them back", "./soccer redrive"), Is.EqualTo("No queue has given-up messages.\n"));
    }

    [Test]
    public async Task Plain_psql_reaches_the_database_of_the_source_that_runs()
    {
        var (code, output) = await InDatabase("psql -XAtc 'select current_database(), count(*) from api._run'");
        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.Match($@"^{Name}\|[12]\n$"));
        Assert.That(First.Id, Is.Not.EqualTo(before.Id), "the other source has runs of its own");
        (code, output) = await InDatabase($"psql -XAtc \"select count(*) from api._run where run_id = '{First.Id}'\"");
        Assert.That((code, output), Is.EqualTo((0, "0\n")));
    }

    [Test]
    public async Task A_dump_has_the_runs_of_the_source_that_runs_and_can_be_put_in_the_place_of_another_state()
    {
        var restored = $"{Name}_restored";
        await using var postgres = new NpgsqlConnection(Surroundings.Postgres);
        await postgres.ExecuteAsync($"create database {restored}");
        try
        {
            var dump = OperationsPage.Command("Back up and restore", "pg_dump --format=custom --file=\"$SOCCER_DATABASE");
            var restore = OperationsPage.Command("Back up and restore", "pg_restore");
            var (code, output) = await InDatabase(
                $"{dump} && mv {Name}.dump soccer.dump && SOCCER_DATABASE={restored} && {restore} && {restore}"
                + $" && psql -XAt {restored} -c \"select count(*) from api._run where run_id = '{before.Id}'\"");
            Assert.That((code, output), Is.EqualTo((0, "1\n")));
        }
        finally
        {
            await postgres.ExecuteAsync($"drop database {restored} with (force)");
        }
    }

    [Test]
    public async Task Each_documented_verb_prints_its_help_and_starts_nothing()
    {
        var verbs = OperationsPage.Commands.Select(command => Verb.Match(command.Text)).Where(match => match.Success)
            .Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.That(verbs, Does.Contain("up").And.Contain("down").And.Contain("run"));
        foreach (var verb in verbs)
        {
            var (code, output) = await door.Shell($"./soccer {verb} --help");
            Assert.That(code, Is.Zero, output);
            Assert.That(output, Does.Contain($"soccer {verb}").Or.Contain("./soccer infra-"));
        }
    }

    // docs/on-call.md tells a night; what is typed there stands in the runbooks, apart from the run and the queue.
    [Test]
    public void The_story_of_a_night_uses_the_commands_of_the_runbooks()
    {
        var typed = Surroundings.Text("docs/on-call.md").Split('\n').Where(line => line.StartsWith("$ ", StringComparison.Ordinal))
            .Select(line => RunId.Replace(line[2..], "RUN").Replace("redrive ingest-snapshot", "redrive QUEUE", StringComparison.Ordinal))
            .Distinct().ToList();
        Assert.That(typed, Has.Count.GreaterThan(8));
        Assert.That(typed, Is.SubsetOf(OperationsPage.Commands.Select(command => command.Text)));
    }

    /// <summary>Commands that change nothing: all but those that start, stop or send something, or come in their own time.</summary>
    static IEnumerable<Documented> Looking => OperationsPage.Commands
        .Where(command => Looked.Contains(command.Section) || AlertNames.Contains(command.Section))
        .Where(command => !Changing.IsMatch(command.Text));

    static IReadOnlyList<string> AlertNames { get; } =
        [.. Alert.Matches(Surroundings.Text("infra/prometheus/rules.yml")).Select(match => match.Groups[1].Value)];

    async Task<int> Alarms(string alert) => (await prometheus.Firing(alert)).Count(labels => labels["vhost"] == Name);

    /// <summary>What a documented command says; it must end well.</summary>
    async Task<string> Said(string section, string beginning, string? elsewhere = null, Guid? run = null)
    {
        var command = OperationsPage.Commands.First(command => (command.Section == section || command.Section == elsewhere)
            && command.Text.StartsWith(beginning, StringComparison.Ordinal));
        var (code, output) = await door.Shell(Filled(command.Text, run));
        Assert.That(code, Is.Zero, $"{command}\n{output}");
        return output;
    }

    async Task CarryOut(Documented command, Guid run)
    {
        if (command.Text.StartsWith("rate(", StringComparison.Ordinal))
        {
            Assert.That(await prometheus.Values(command.Text), Is.Not.Empty, $"{command}");
            return;
        }
        // What a quarantine has is known of a run whose snapshot was taken.
        var known = command.Text.Contains("quarantine", StringComparison.Ordinal) ? before.Id : run;
        var (code, output) = await InDatabase(Filled(command.Text, known));
        Assert.That(code, Is.Zero, $"{command}\n{output}");
    }

    string Filled(string command, Guid? run) => command
        .Replace("RUN", $"{run}", StringComparison.Ordinal).Replace("QUEUE", "ingest-snapshot", StringComparison.Ordinal)
        .Replace("NAME", "validate", StringComparison.Ordinal).Replace("VERB", "runs", StringComparison.Ordinal)
        .Replace(":PORT/", $":{door.Port("validate")}/", StringComparison.Ordinal)
        .Replace(":15401/", $":{door.Port("ingest")}/", StringComparison.Ordinal).Replace(".run", "run", StringComparison.Ordinal);

    Task<(int Code, string Output)> InDatabase(string command) =>
        door.Shell($"{OperationsPage.Command("By hand", "eval ")}\n{command}");

    /// <summary>What the stages say of a run in the log, without time and seconds.</summary>
    static IEnumerable<string> StagesIn(string log) => StageLine.Matches(log).Select(match =>
        match.Groups["outcome"].Success ? $"{match.Groups["what"].Value}: {match.Groups["outcome"].Value}" : match.Groups["what"].Value);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    static partial Regex RunId { get; }

    [GeneratedRegex(@"- alert: (\w+)")]
    static partial Regex Alert { get; }

    [GeneratedRegex(@"^\./soccer (up|down|infra-|run\b(?!s|-)|redrive .+|demo|keys|doctor|models compare)|^dmesg|^pg_|^SOCCER_")]
    static partial Regex Changing { get; }

    [GeneratedRegex(@"^\./soccer ([a-z-]+)")]
    static partial Regex Verb { get; }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ [a-z-]+ +\w+ +(?<what>[a-z-]+ (began|ended) \w+)( after [\d.]+ s: (?<outcome>\w+))?",
        RegexOptions.Multiline)]
    static partial Regex StageLine { get; }
}
