using System.Diagnostics;
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
    public void A_backtest_as_of_a_day_wants_a_source()
    {
        var (code, said) = Soccer("backtest", "--as-of", "2025-02-01");
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(said, Does.Contain("none is named").And.Contain("--world --as-of 2025-02-01"));
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
}
