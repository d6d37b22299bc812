using System.Diagnostics;

namespace Soccer.Clients.Tests.TypeScript;

/// <summary>
/// A folder with the tools of package-lock.json, in which a TypeScript client is made. Needs npm, which ./soccer test installs.
/// </summary>
static class Workshop
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    static readonly Lazy<Task> Installed = new(Install);

    static string Folder => Path.Combine(TestContext.CurrentContext.TestDirectory, "TypeScript");

    /// <summary>Restores the tools, once, and lays the document beside them as openapi.json.</summary>
    public static async Task Open(string document)
    {
        await Installed.Value;
        await File.WriteAllTextAsync(Path.Combine(Folder, "openapi.json"), document);
    }

    /// <summary>A file of the folder.</summary>
    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>Runs a tool of the lock file.</summary>
    public static Task<string> Run(string tool, params string[] arguments) =>
        Start(Path.Combine(Folder, "node_modules", ".bin", tool), arguments);

    /// <summary>Runs a script; what it prints.</summary>
    public static Task<string> Node(string script, params string[] arguments) => Start("node", [script, .. arguments]);

    static Task Install() => Start("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);

    static async Task<string> Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Begin(start);
        using var limit = new CancellationTokenSource(Limit);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new AssertionException($"{program} {string.Join(' ', arguments)} did not end in {Limit.TotalMinutes} minutes");
        }
        if (process.ExitCode != 0)
            throw new AssertionException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}\n{await errors}");
        return await output;
    }

    static Process Begin(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new AssertionException(
                $"{start.FileName} can't be started: {missing.Message}. ./soccer test installs npm; by hand: apt-get install npm");
        }
    }
}
