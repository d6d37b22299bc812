using System.Diagnostics;

namespace Soccer.Containers.Tests;

/// <summary>Runs programs and reads what they print.</summary>
static class Shell
{
    /// <summary>Runs a program to its end; fails with what it printed unless it returns 0.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">Variables beside those of the test.</param>
    /// <param name="input">A file that it reads as its standard input; none for an empty one.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <returns>Its standard output.</returns>
    public static async Task<string> Run(string folder, IReadOnlyDictionary<string, string> environment, string? input, params string[] command)
    {
        using var process = Process.Start(Info(folder, environment, command))!;
        var (told, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (input is not null)
        {
            await using var file = File.OpenRead(input);
            try
            {
                await file.CopyToAsync(process.StandardInput.BaseStream);
            }
            catch (IOException)
            {
                // It ended before it had read everything; its exit code and its errors say why.
            }
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"{string.Join(' ', command)}\n{await told}\n{await wrong}");
        return await told;
    }

    /// <summary>A program to start, with all its streams redirected.</summary>
    public static ProcessStartInfo Info(string folder, IReadOnlyDictionary<string, string> environment, params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        return start;
    }
}
