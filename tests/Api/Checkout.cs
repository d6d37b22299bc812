namespace Soccer.Api.Tests;

/// <summary>The checkout's own files.</summary>
static class Checkout
{
    /// <summary>The full path of a file, by its path from the checkout's folder.</summary>
    public static string Full(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(Full(path));

    static string Root { get; } = Find();

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Soccer.EventDriven.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the checkout was not found above the test's folder");
    }
}
