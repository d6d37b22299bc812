using Soccer.Architecture.Tests.Checkout;

namespace Soccer.Architecture.Tests.Sql;

/// <summary>Migrations are files NNN_name.sql: of published tables in contracts/Soccer.Tables, of others in their service.</summary>
public sealed class MigrationSpecs
{
    static IReadOnlyList<Service> Services => Service.All;

    [TestCaseSource(nameof(Services))]
    public void Has_numbers_that_give_the_order_and_names_that_are_recorded_once(Service service)
    {
        var (published, own) = (Names($"contracts/Soccer.Tables/{service}/"), Names($"services/{service}/Migrations/"));
        Assert.Multiple(() =>
        {
            Assert.That(published.Concat(own), Has.All.Match(@"^\d{3}_[a-z0-9_]+$"));
            Assert.That(published.Concat(own), Is.Unique, "both are recorded in one table");
            Assert.That(published.Select(name => name[..3]), Is.Unique);
            Assert.That(own.Select(name => name[..3]), Is.Unique);
        });
    }

    [TestCaseSource(nameof(Services))]
    public void Makes_no_table_in_its_code(Service service) => Assert.That(
        service.Code.Strings.Select(Statement.Of).OfType<Statement>().SelectMany(statement => statement.Creates), Is.Empty,
        "add a file to its folder Migrations");

    static List<string> Names(string folder) => [.. Files.Of(folder, ".sql").Select(Path.GetFileNameWithoutExtension).OfType<string>()];
}
