using System.Diagnostics;
using Soccer.Architecture.Tests.Checkout;

namespace Soccer.Architecture.Tests.Around;

/// <summary>Programs that judge files better than a test of ours could.</summary>
static class Tool
{
    /// <summary>
    /// Runs a program in the project's folder and expects it to be content; skips the test, by name, where it is not installed.
    /// </summary>
    public static void Approves(string program, params string[] arguments) => Output(program, arguments);

    /// <summary>The same, and returns what the program wrote.</summary>
    public static string Output(string program, params string[] arguments)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        if (path is null)
            Assert.Ignore($"no {program}");
        using var process = Process.Start(new ProcessStartInfo(path!, arguments)
        {
            WorkingDirectory = Files.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}\n{said}\n{errors.Result}");
        return said;
    }
}
