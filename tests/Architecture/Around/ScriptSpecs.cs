using System.Diagnostics;
using System.Globalization;
using Soccer.Architecture.Tests.Checkout;

namespace Soccer.Architecture.Tests.Around;

/// <summary>./soccer: what it refuses before it has started or stopped anything.</summary>
public sealed class ScriptSpecs
{
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
            Assert.That(code, Is.EqualTo(1));
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
            Assert.That(code, Is.EqualTo(1));
            Assert.That(said, Does.Contain(message));
            Assert.That(folder.EnumerateFileSystemInfos(), Is.Empty);
        });
    }

    [Test]
    public void A_run_takes_no_day_from_the_environment() => Assert.That(Soccer("run").Said, Does.Not.Contain("from nowhere"));

    (int Code, string Said) Soccer(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Files.Root, "soccer"), arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["SOCCER_RUN_DIR"] = folder.FullName;
        start.Environment["AS_OF"] = "from nowhere";
        start.Environment.Remove("SOCCER_PORT_BASE");
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
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
