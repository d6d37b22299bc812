namespace Soccer.Cli.Lists;

/// <summary>A file that an option names for the output.</summary>
static class OutputFile
{
    /// <summary>Refuses what cannot be such a file, before anything is asked for.</summary>
    /// <param name="option">The option, such as --csv.</param>
    /// <param name="path">What it was given.</param>
    /// <exception cref="ExitException">It names no file.</exception>
    public static void Check(string option, string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
            throw Wrong(option, path, "name a file");
        if (Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
            throw Wrong(option, path, "this is a folder: name a file in it");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw Wrong(option, path, $"there is no folder {folder}");
    }

    /// <summary>Writes a text to the file.</summary>
    /// <exception cref="ExitException">It cannot be written.</exception>
    public static async Task Write(string option, string path, string text, CancellationToken cancellation)
    {
        Check(option, path);
        try
        {
            await File.WriteAllTextAsync(path, text, cancellation);
        }
        catch (UnauthorizedAccessException)
        {
            throw Wrong(option, path, "this file may not be written");
        }
        catch (IOException error)
        {
            throw Wrong(option, path, error.Message);
        }
    }

    static ExitException Wrong(string option, string path, string advice) => new(Exit.Usage, $"{option} '{path}': {advice}");
}
