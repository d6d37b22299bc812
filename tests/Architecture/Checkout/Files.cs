namespace Soccer.Architecture.Tests.Checkout;

/// <summary>The project's own files: everything under its folder but what builds, runs and editors put there.</summary>
static class Files
{
    static readonly string[] Foreign = ["bin", "obj", ".git", ".run", ".secrets", ".vs", ".idea", "TestResults", "BenchmarkDotNet.Artifacts"];

    /// <summary>The project's folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>Paths from the root, with forward slashes, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Under(new DirectoryInfo(Root)).Select(Relative).Order(StringComparer.Ordinal)];

    /// <summary>Paths that begin and end so.</summary>
    public static IEnumerable<string> Of(string start, string end) =>
        All.Where(path => path.StartsWith(start, StringComparison.Ordinal) && path.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Sources of the product: what is under contracts, infra and services.</summary>
    public static IEnumerable<string> ProductSources => Of("contracts/", ".cs").Concat(Of("infra/", ".cs")).Concat(Of("services/", ".cs"));

    public static string Read(string path) => File.ReadAllText(Full(path));

    public static string Full(string path) => Path.Combine(Root, path);

    /// <summary>"path:line: text" of every line that a test says yes to.</summary>
    public static IEnumerable<string> Lines(IEnumerable<string> paths, Func<string, bool> test) => paths.SelectMany(path => File.ReadLines(Full(path))
        .Select((line, at) => (Line: line, At: at + 1)).Where(line => test(line.Line)).Select(line => $"{path}:{line.At}: {line.Line.Trim()}"));

    static string Relative(FileInfo file) => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/');

    static IEnumerable<FileInfo> Under(DirectoryInfo folder) => folder.EnumerateFiles()
        // A worktree's .git is a file, and .env holds its owner's passwords.
        .Where(file => file.Name is not (".git" or ".env"))
        .Concat(folder.EnumerateDirectories().Where(child => !Foreign.Contains(child.Name) && child.LinkTarget is null).SelectMany(Under));

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Soccer.EventDriven.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the checkout was not found above the test's folder");
    }
}
