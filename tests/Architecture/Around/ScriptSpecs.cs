using System.Diagnostics;
using System.Globalization;
using Soccer.Architecture.Tests.Checkout;

namespace Soccer.Architecture.Tests.Around;

/// <summary>./soccer: what it refuses before it has started or stopped anything.</summary>
public sealed class ScriptSpecs
{
    const string Challenge = "soccer_challenge_6c813f1f";

    DirectoryInfo folder = null!;

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("soccer-script-");

    [TearDown]
    public void Remove() => folder.Delete(recursive: true);

    [Test]
    public void Shellcheck_approves() => Tool.Approves("shellcheck", "soccer");

    [Test]
    public void Broker_and_database_stay_under_a_service_whose_supervisor_is_dead()
    {
        using var service = Process.Start("sleep", "600");
        try
        {
            Write("units/promote/process", $"{service.Id} {StartOf(service)} {File.ReadAllText("/proc/sys/kernel/random/boot_id")}");
            Write("units/supervisor/process", $"{service.Id} 1 {File.ReadAllText("/proc/sys/kernel/random/boot_id")}");
            var (code, said) = Soccer("infra-down");
            Assert.Multiple(() =>
            {
                Assert.That(code, Is.EqualTo(1));
                Assert.That(said, Does.Contain("in use: promote\n").And.Contain("./soccer down"));
                Assert.That(service.HasExited, Is.False);
            });
        }
        finally
        {
            service.Kill();
        }
    }

    [Test]
    public void A_backtest_as_of_a_day_wants_a_source()
    {
        var (code, said) = Soccer("backtest", "--as-of", "2025-02-01");
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(2));
            Assert.That(said, Does.Contain("none is named").And.Contain("--world --as-of 2025-02-01"));
        });
    }

    [TestCase("demo does not know --bogus.", "--bogus")]
    [TestCase("demo does not know run.", "--training", "always", "run")]
    [TestCase("demo --trials wants a value.", "--force", "--trials")]
    public void A_demo_with_an_argument_that_there_is_not_starts_nothing(string message, params string[] arguments)
    {
        var (code, said) = Soccer(["demo", .. arguments]);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(2));
            Assert.That(said, Does.Contain(message));
            Assert.That(folder.EnumerateFileSystemInfos(), Is.Empty);
        });
    }

    [TestCase("up", "./soccer up --mirror DIR --as-of 2025-02-01")]
    [TestCase("demo", "./soccer demo --mirror DIR --as-of 2025-02-01")]
    [TestCase("down", "Stops exactly what up started.")]
    [TestCase("status", "Returns 1 unless all are ready.")]
    [TestCase("build", "Builds what has changed")]
    [TestCase("test", "./soccer test Api Services")]
    [TestCase("bench", "./soccer bench train --help")]
    [TestCase("doctor", "and the fix.")]
    [TestCase("infra-up", "pg_dump --format=custom")]
    [TestCase("infra-down", "./soccer infra-down     stops them")]
    [TestCase("infra-crash", "starts it again")]
    [TestCase("infra-env", "eval \"$(./soccer infra-env)\"")]
    public void A_verb_of_the_script_prints_its_help_and_does_nothing_else(string verb, string text)
    {
        Write("units/wanted", "api\n");
        foreach (var help in (string[])["--help", "-h"])
        {
            var (code, output, said) = Start([verb, help]);
            Assert.That((code, said), Is.EqualTo((0, "")));
            Assert.That(output, Does.StartWith($"./soccer {verb.Split('-')[0]}").And.Contain(text));
        }
        Assert.That(folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Select(file => file.Name),
            Is.EquivalentTo(new[] { ".soccer", "units", "wanted" }));
    }

    [TestCase("down")]
    [TestCase("status")]
    [TestCase("build")]
    [TestCase("doctor")]
    [TestCase("infra-down")]
    public void A_verb_without_options_refuses_them(string verb)
    {
        var (code, said) = Soccer(verb, "--hlep");
        Assert.That(code, Is.EqualTo(2));
        Assert.That(said, Does.Contain($"{verb} does not know --hlep.\n   ./soccer {verb} --help"));
    }

    [TestCase("up does not know --bogus.", "up", "--bogus")]
    [TestCase("--mirror wants a folder; /nowhere is none.", "up", "--mirror", "/nowhere")]
    [TestCase("--source wants an address such as https://www.football-data.co.uk/; nothing is none.", "up", "--source")]
    [TestCase("--fixtures is the list of a competition", "up", "--world", "--fixtures", "/etc/passwd")]
    [TestCase("--live wants the time that a day of the world takes", "up", "--live", "1s")]
    [TestCase("--live lets the simulated world live on", "up", "--source", "https://example.org/", "--live", "1h")]
    [TestCase("--as-of wants a day such as 2025-02-01; 2025-02-30 is none.", "run", "--as-of", "2025-02-30")]
    [TestCase("test does not know --bogus.", "test", "--bogus")]
    [TestCase("--filter wants an expression.", "test", "Api", "--filter")]
    [TestCase("There is no project tests/Nothing.", "test", "Nothing")]
    [TestCase("There is no program bench/nothing.", "bench", "nothing")]
    [TestCase("There is no verb 'dwon'.", "dwon")]
    [TestCase("There is no verb 'with'.", "with")]
    [TestCase("There is no verb '--bogus'.", "--bogus")]
    public void A_wrong_command_line_of_any_verb_ends_with_2_and_starts_nothing(string message, params string[] arguments)
    {
        var (code, said) = Soccer(arguments);
        Assert.Multiple(() =>
        {
            Assert.That((code, said.StartsWith($"✗  {message.TrimEnd('.')}", StringComparison.Ordinal)), Is.EqualTo((2, true)), said);
            Assert.That(folder.EnumerateFileSystemInfos(), Is.Empty);
        });
    }

    [TestCase("run-show")]
    [TestCase("divisions")]
    [TestCase("backtests")]
    public void A_right_command_line_ends_with_1_where_nothing_runs(string verb)
    {
        var (code, said) = Soccer(verb);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(said, Does.StartWith("✗  Nothing "));
    }

    [Test]
    public void A_run_takes_no_day_from_the_environment() => Assert.That(Soccer("run").Said, Does.Not.Contain("from nowhere"));

    [TestCase("simulated world", "soccer", "/", "%2F", "SOURCE_KIND=world")]
    [TestCase("competition of /data/results.csv", Challenge, Challenge, Challenge, "SOURCE_KIND=challenge", "SOURCE=/data/results.csv")]
    public void Status_names_source_database_virtual_host_and_the_page_for_pasting(
        string source, string database, string vhost, string page, params string[] settings)
    {
        Write("settings", string.Join('\n', ["PORT_BASE=23900", .. settings]) + "\n");
        Write("units/wanted", "api\n");
        Assert.That(Output("status").Split('\n')[..2], Is.EqualTo(new[]
        {
            $"source        {source}   database {database}   virtual host {vhost}",
            $"start a run   http://127.0.0.1:23982/#/queues/{page}/ingest-snapshot   "
            + $"login soccer, password in {folder.FullName}/secrets/rabbitmq",
        }));
    }

    [TestCase("soccer", "/", "SOURCE_KIND=world")]
    [TestCase(Challenge, Challenge, "SOURCE_KIND=challenge", "SOURCE=/data/results.csv")]
    public void The_environment_is_that_of_the_chosen_source(string database, string vhost, params string[] settings)
    {
        Write("settings", string.Join('\n', ["PORT_BASE=23900", .. settings]) + "\n");
        Write("secrets/postgres", "of-postgres");
        Write("secrets/rabbitmq", "of-rabbitmq");
        Assert.That(Output("infra-env").Split('\n', StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(new[]
        {
            "export SOCCER_TEST_POSTGRES='Host=127.0.0.1;Port=23932;Database=postgres;Username=postgres;Password=of-postgres'",
            "export SOCCER_TEST_BUS_HOST=127.0.0.1 SOCCER_TEST_BUS_PORT=23972",
            "export SOCCER_TEST_BUS_USERNAME=soccer SOCCER_TEST_BUS_PASSWORD=of-rabbitmq",
            "export SOCCER_TEST_MANAGEMENT=http://127.0.0.1:23982",
            $"export SOCCER_TEST_SECRETS='{folder.FullName}/secrets'",
            $"export PGHOST=127.0.0.1 PGPORT=23932 PGUSER=postgres PGPASSWORD=of-postgres PGDATABASE={database}",
            $"export SOCCER_DATABASE={database} SOCCER_VHOST={vhost}",
        }));
    }

    [TestCase("abc")]
    [TestCase("80")]
    [TestCase("65436")]
    [TestCase("015400")]
    public void A_block_of_ports_that_cannot_be_is_refused(string ports)
    {
        foreach (var verb in (string[])["status", "doctor", "infra-env"])
        {
            var (code, _, said) = Start([verb], ("SOCCER_PORT_BASE", ports));
            Assert.That((code, said), Is.EqualTo((2, $"✗  SOCCER_PORT_BASE must be a whole number from 1024 to 65435, not {ports}.\n   SOCCER_PORT_BASE=16400 ./soccer {verb}\n")));
        }
    }

    // An edit of the alerts or of PostgreSQL's settings must reach a system that runs on, not only one that was stopped before.
    [Test]
    public void A_start_compares_the_settings_of_every_server_that_it_configures()
    {
        var script = Files.Read("soccer");
        var comparing = script[script.IndexOf("stop_outdated() {", StringComparison.Ordinal)..script.IndexOf("exec_prometheus() {", StringComparison.Ordinal)];
        Assert.That(script.IndexOf("\n  stop_outdated\n", StringComparison.Ordinal), Is.LessThan(script.IndexOf("alive \"$unit\" || idle+=", StringComparison.Ordinal)).And.Positive);
        foreach (var file in (string[])["postgres/postgresql.conf", "rabbitmq/rabbitmq.conf", "prometheus/rules.yml", "prometheus/prometheus.yml", "alertmanager/alertmanager.yml"])
            Assert.That(comparing, Does.Contain($"$data/{file}"));
    }

    [Test]
    public void Alerts_name_the_source_of_a_service() => Assert.That(Files.Read("soccer"), Does.Contain("labels: { vhost: $(vhost), service: $unit }"));

    [Test]
    public void There_is_no_environment_before_the_first_start()
    {
        var (code, said) = Soccer("infra-env");
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(said, Does.Contain("Nothing has been started here yet.").And.Contain("./soccer up"));
            Assert.That(folder.EnumerateFileSystemInfos(), Is.Empty);
        });
    }

    [Test]
    public void Where_to_look_names_the_file_of_the_password_and_not_the_password() => Assert.That(
        Files.Read("soccer").Split('\n').Where(line => line.TrimStart().StartsWith("RabbitMQ ", StringComparison.Ordinal)),
        Has.Exactly(1).Items.And.All.Not.Contain("$(secret"));

    (int Code, string Said) Soccer(params string[] arguments)
    {
        var (code, _, said) = Start(arguments);
        return (code, said);
    }

    string Output(params string[] arguments) => Start(arguments).Output;

    (int Code, string Output, string Said) Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Path.Combine(Files.Root, "soccer"), arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["SOCCER_RUN_DIR"] = folder.FullName;
        start.Environment["AS_OF"] = "from nowhere";
        start.Environment.Remove("SOCCER_PORT_BASE");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Result, said);
    }

    void Write(string file, string text)
    {
        var path = Path.Combine(folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        File.WriteAllText(Path.Combine(folder.FullName, ".soccer"), "");
    }

    /// <summary>When a process began, in ticks since the machine's start: the twentieth field after its name.</summary>
    static long StartOf(Process process) =>
        long.Parse(File.ReadAllText($"/proc/{process.Id}/stat").Split(") ")[^1].Split(' ')[19], CultureInfo.InvariantCulture);
}
