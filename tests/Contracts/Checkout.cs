namespace Soccer.Contracts.Tests;

/// <summary>The sources that these tests were built from.</summary>
static class Checkout
{
    public static string Root { get; } = Find();

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Soccer.EventDriven.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the checkout was not found above the test's folder");
    }
}
