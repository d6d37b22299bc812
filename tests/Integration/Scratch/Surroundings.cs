using System.Diagnostics;

namespace Soccer.Integration.Tests.Scratch;

/// <summary>The broker and the database that <c>./soccer test</c> started, and the built services.</summary>
static class Surroundings
{
    /// <summary>Skips the test, by name, where there are none.</summary>
    public static void Need()
    {
        if (Environment.GetEnvironmentVariable("SOCCER_TEST_POSTGRES") is null)
            Assert.Ignore("no broker and database: run ./soccer test");
    }

    public static string Postgres => Value("SOCCER_TEST_POSTGRES");

    public static string BusHost => Value("SOCCER_TEST_BUS_HOST");

    public static int BusPort => int.Parse(Value("SOCCER_TEST_BUS_PORT"), System.Globalization.CultureInfo.InvariantCulture);

    public static string BusUsername => Value("SOCCER_TEST_BUS_USERNAME");

    public static string BusPassword => Value("SOCCER_TEST_BUS_PASSWORD");

    public static Uri Management => new(Value("SOCCER_TEST_MANAGEMENT"));

    /// <summary>Waits until no other suite needs the broker, and holds it from them: before a load that is to meet its crash.</summary>
    public static async Task<IDisposable> AloneAtBroker()
    {
        // An exclusive flock(2); the other suites hold a shared one of the same file while they run.
        var path = Path.Combine(Run, "broker.lock");
        FileStream? alone = null;
        await Eventually.Happens("no other suite needs the broker", () => Task.FromResult(TryHold(path, out alone)), TimeSpan.FromMinutes(10));
        return alone!;
    }

    static bool TryHold(string path, out FileStream? held)
    {
        try
        {
            held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            held = null;
            return false;
        }
    }

    /// <summary>Kills the broker's process (SIGKILL), starts it again, and waits until it takes connections.</summary>
    public static async Task CrashBroker()
    {
        var start = new ProcessStartInfo(Path.Combine(Root, "soccer"), "infra-crash") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SOCCER_RUN_DIR"] = Run;
        using var crash = Process.Start(start)!;
        var (told, wrong) = (crash.StandardOutput.ReadToEndAsync(), crash.StandardError.ReadToEndAsync());
        await crash.WaitForExitAsync();
        Assert.That(crash.ExitCode, Is.Zero, $"{await told}{await wrong}");
    }

    static string Run => Path.GetDirectoryName(Value("SOCCER_TEST_SECRETS"))!;

    /// <summary>The password of a service's database role.</summary>
    public static string PasswordOf(string role) => File.ReadAllText(Path.Combine(Value("SOCCER_TEST_SECRETS"), role)).Trim();

    /// <summary>The checkout.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The text of a file of the checkout.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Whether a program is installed.</summary>
    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, program)));

    /// <summary>The mirror of real matches; skips the test, by name, where there is none.</summary>
    public static string Mirror()
    {
        var mirror = Environment.GetEnvironmentVariable("SOCCER_MIRROR");
        if (mirror is null)
            Assert.Ignore("no mirror");
        return mirror!;
    }

    static string Value(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set; run ./soccer test");

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Soccer.EventDriven.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the checkout was not found above the test's folder");
    }
}
