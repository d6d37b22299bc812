namespace Soccer.Services.Tests.Scratch;

/// <summary>The database server that <c>./soccer test</c> started, and the checkout.</summary>
static class Surroundings
{
    /// <summary>A superuser's connection; skips the test, by name, where there is no server.</summary>
    public static string Postgres()
    {
        var postgres = Environment.GetEnvironmentVariable("SOCCER_TEST_POSTGRES");
        if (postgres is null)
            Assert.Ignore("no database: run ./soccer test");
        return postgres!;
    }

    /// <summary>The password of a service's database role.</summary>
    public static string PasswordOf(string role)
    {
        var secrets = Environment.GetEnvironmentVariable("SOCCER_TEST_SECRETS") ?? throw new InvalidOperationException("SOCCER_TEST_SECRETS is not set; run ./soccer test");
        return File.ReadAllText(Path.Combine(secrets, role)).Trim();
    }

    /// <summary>The text of a file of the checkout.</summary>
    public static string Text(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Soccer.EventDriven.sln")))
            folder = folder.Parent;
        return File.ReadAllText(Path.Combine(folder?.FullName ?? throw new InvalidOperationException("the checkout was not found above the test's folder"), path));
    }
}
