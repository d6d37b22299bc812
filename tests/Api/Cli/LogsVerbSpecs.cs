using Microsoft.Extensions.Configuration;
using Soccer.Cli;
using Soccer.Cli.Logs;
using Soccer.Cli.Services;

namespace Soccer.Api.Tests.Cli;

/// <summary>./soccer logs: the files of all processes as one log.</summary>
[NonParallelizable]
sealed class LogsVerbSpecs
{
    const string First = "01946a2b-0000-7000-8000-000000000001";
    const string Second = "01946a2c-0000-7000-8000-000000000002";
    const string Third = "01946a2c-0000-7000-8000-000000000003";

    static readonly DateTimeOffset Now = new(2025, 2, 1, 9, 0, 0, TimeSpan.Zero);

    DirectoryInfo folder = null!;

    [SetUp]
    public void Write()
    {
        folder = Directory.CreateTempSubdirectory("soccer-logs-");
        Write("ingest.log",
            Json("07:00:03.1234567", "Information", "ingest began StartRun", First),
            Json("08:30:00.0000000", "Information", "ingest began StartRun", Second),
            Json("08:30:01.0000000", "Information", "ingest began StartRun", Third));
        Write("validate.log",
            Json("06:59:00.0000000", "Information", "ready", null),
            Json("07:00:04.0000000", "Error", "validate ended SnapshotIngested after 1.5 s: faulted, the row is \\u0000", First),
            "Unhandled exception.");
        Write("validate.log.1", Json("05:00:00.0000000", "Warning", "it \\u0022slept\\u0022", First));
        Write("rabbitmq.log",
            "2025-02-01 07:00:03.555992+00:00 [warning] <0.837.0> closing AMQP connection",
            "client unexpectedly closed TCP connection");
        Write("postgres.log", "2025-02-01 08:00:00.926 UTC [23548] soccer_train@soccer FATAL:  terminating connection");
        Write("prometheus.log", "ts=2025-02-01T08:10:51.415Z caller=main.go:823 level=warn msg=\"Received SIGTERM\"");
        Write("supervisor.log", "2025-02-01T08:20:00Z train died; it starts again in 1 s");
    }

    [TearDown]
    public void Remove() => folder.Delete(recursive: true);

    [Test]
    public async Task All_logs_are_one_in_the_order_of_time() => Assert.That(await Printed(), Is.EqualTo("""
        2025-02-01T06:59:00Z validate     Information  ready
        2025-02-01T07:00:03Z ingest       Information  ingest began StartRun
        2025-02-01T07:00:03Z rabbitmq     Warning      [warning] <0.837.0> closing AMQP connection
            client unexpectedly closed TCP connection
        2025-02-01T07:00:04Z validate     Error        validate ended SnapshotIngested after 1.5 s: faulted, the row is \u0000
            Unhandled exception.
        2025-02-01T08:00:00Z postgres     Critical     [23548] soccer_train@soccer FATAL:  terminating connection
        2025-02-01T08:10:51Z prometheus   Warning      caller=main.go:823 level=warn msg="Received SIGTERM"
        2025-02-01T08:20:00Z supervisor   Information  train died; it starts again in 1 s
        2025-02-01T08:30:00Z ingest       Information  ingest began StartRun
        2025-02-01T08:30:01Z ingest       Information  ingest began StartRun

        """));

    static IEnumerable<TestCaseData> Choices =>
    [
        Choice("a run by its id, also what was put aside", ["--run", First],
            "2025-02-01T05:00:00Z validate     Warning      it \"slept\"",
            "2025-02-01T07:00:03Z ingest       Information  ingest began StartRun",
            "2025-02-01T07:00:04Z validate     Error        validate ended SnapshotIngested after 1.5 s: faulted, the row is \\u0000"),
        Choice("a run by its first characters, in capitals, of one process", ["--run", "01946A2B", "validate"],
            "2025-02-01T05:00:00Z validate     Warning      it \"slept\"",
            "2025-02-01T07:00:04Z validate     Error        validate ended SnapshotIngested after 1.5 s: faulted, the row is \\u0000"),
        Choice("a run's newer lines", ["--run", First, "--since", "2h", "validate"],
            "2025-02-01T07:00:04Z validate     Error        validate ended SnapshotIngested after 1.5 s: faulted, the row is \\u0000"),
        Choice("the last half hour", ["--since", "30m"],
            "2025-02-01T08:30:00Z ingest       Information  ingest began StartRun",
            "2025-02-01T08:30:01Z ingest       Information  ingest began StartRun"),
        Choice("since an instant", ["--since", "2025-02-01T08:30:01Z"],
            "2025-02-01T08:30:01Z ingest       Information  ingest began StartRun"),
        Choice("one process, with what goes on below a line", ["RabbitMQ".ToLowerInvariant()],
            "2025-02-01T07:00:03Z rabbitmq     Warning      [warning] <0.837.0> closing AMQP connection",
            "    client unexpectedly closed TCP connection"),
        Choice("lines as they are", ["--run", Second, "--raw"], Json("08:30:00.0000000", "Information", "ingest began StartRun", Second)),
    ];

    [TestCaseSource(nameof(Choices))]
    public async Task Prints(string[] arguments, string[] lines) =>
        Assert.That((await Printed(arguments)).TrimEnd('\n').Split('\n'), Is.EqualTo(lines));

    [TestCase(2, $"--run '01946a2c' is the beginning of several runs: {Second}, {Third}", "--run", "01946a2c")]
    [TestCase(2, "--run '01946a2': write a run's id, or at least its first 8 characters; ./soccer runs lists them", "--run", "01946a2")]
    [TestCase(2, "--run '........': write a run's id", "--run", "........")]
    [TestCase(2, "--since 'noon': write 90s, 30m, 1h or 2d, or an instant such as 2025-02-01T07:00:00Z", "--since", "noon")]
    [TestCase(2, "There is no log of trian. There are: ingest, postgres, prometheus, rabbitmq, supervisor, validate", "trian")]
    [TestCase(1, "No line of the logs is of that run or time.", "--run", "ffffffff")]
    [TestCase(1, "No line of the logs is of that run or time.", "--since", "60s")]
    public async Task Refuses(int code, string message, params string[] arguments)
    {
        var (ended, _, error) = await Run(arguments);
        Assert.That((ended, error), Is.EqualTo((code, message)).Using<(int Code, string Text)>((said, expected) =>
            said.Code == expected.Code && said.Text.StartsWith(expected.Text, StringComparison.Ordinal)));
    }

    [Test]
    public void What_is_written_later_comes_once_even_where_its_file_was_put_aside()
    {
        using var view = new LogView(folder.FullName, null, new LogFilter(First, null));
        view.Read(10);
        var path = Path.Combine(folder.FullName, "ingest.log");
        var half = Json("08:40:00.0000000", "Information", "half a line", First);
        File.AppendAllText(path, half[..40]);
        Assert.That(view.New(), Is.Empty, "its end has not been written");
        File.AppendAllText(path, half[40..] + "\n" + Json("08:41:00.0000000", "Information", "of another run", Second) + "\n");
        Assert.That(view.New().Select(line => line.Message), Is.EqualTo(new[] { "half a line" }));

        File.Move(path, path + ".1");
        Write("ingest.log", Json("08:50:00.0000000", "Information", "after a new start", First));
        Assert.That(view.New().Select(line => line.Message), Is.EqualTo(new[] { "after a new start" }));
        Write("train.log", Json("08:55:00.0000000", "Information", "a process that is new", First));
        Assert.That(view.New().Select(line => line.Message), Is.EqualTo(new[] { "a process that is new" }));
    }

    [Test]
    public void A_log_that_is_a_link_is_read_once()
    {
        Write("aside/train.log", Json("08:40:00.0000000", "Information", "once", First));
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "train.log"), Path.Combine(folder.FullName, "aside/train.log"));
        using var view = new LogView(folder.FullName, "train", new LogFilter(First, null));
        Assert.That(view.Read(10).Select(line => line.Message), Is.EqualTo(new[] { "once" }));
    }

    [Test]
    public async Task Help_shows_examples() =>
        Assert.That((await Run("--help")).Output, Does.Contain("soccer logs --run 01946a2b --since 1h").And.Contain("--raw"));

    static TestCaseData Choice(string name, string[] arguments, params string[] lines) =>
        new TestCaseData(arguments, lines).SetArgDisplayNames(name);

    static string Json(string time, string level, string message, string? run) =>
        $$"""{"Timestamp":"2025-02-01T{{time}}\u002B00:00","EventId":0,"LogLevel":"{{level}}","Category":"Soccer.Test","""
        + $$""" "Message":"{{message}}","State":{},"Scopes":["""
        + (run is null ? "" : $$"""{"Message":"run","RunId":"{{run}}","{OriginalFormat}":"run {RunId}"}""") + "]}";

    void Write(string file, params string[] lines)
    {
        var path = Path.Combine(folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
    }

    async Task<string> Printed(params string[] arguments) => (await Run(arguments)).Output.ReplaceLineEndings("\n");

    async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        var (output, error) = (Console.Out, Console.Error);
        await using var printed = new StringWriter();
        await using var wrong = new StringWriter();
        Console.SetOut(printed);
        Console.SetError(wrong);
        try
        {
            var environment = new Dictionary<string, string?> { ["Cli:Logs"] = folder.FullName };
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(environment).Build();
            var settings = new Settings(configuration, new Uri("http://127.0.0.1:1/"), null, null, null);
            var code = await CommandLine.Run(["logs", .. arguments], LogsVerb.Create(settings, new Standing()));
            return (code, printed.ToString(), wrong.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    sealed class Standing : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
