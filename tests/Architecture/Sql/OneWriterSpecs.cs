using Soccer.Architecture.Tests.Checkout;

namespace Soccer.Architecture.Tests.Sql;

/// <summary>House rule 2: a table is written by the service whose schema it stands in, and read by others only where it is published.</summary>
public sealed class OneWriterSpecs
{
    static IReadOnlyList<Service> Services => Service.All;

    static IEnumerable<string> Published => Files.Of("contracts/Soccer.Tables/", ".sql");

    [TestCaseSource(nameof(Services))]
    public void Writes_to_its_own_schema_only(Service service) => Assert.That(
        Tables.StatementsOf($"Soccer.{service}")
            .SelectMany(statement => statement.Writes.Where(table => !IsOwn(service, table)).Select(table => $"{table} in: {statement}")),
        Is.Empty, $"{service} may write to {service.Schema} alone: send its owner a message");

    [TestCaseSource(nameof(Services))]
    public void Reads_its_own_tables_and_published_ones_only(Service service)
    {
        var own = Tables.Of(service);
        Assert.That(
            Tables.StatementsOf($"Soccer.{service}").SelectMany(statement => statement.Mentions
                .Where(table => IsOwn(service, table) ? !own.Contains(table) : !Tables.Published.Contains(table)).Select(table => $"{table} in: {statement}")),
            Is.Empty, "a table is published by standing in contracts/Soccer.Tables; one whose name begins with an underscore is its service's own");
    }

    [TestCaseSource(nameof(Services))]
    public void Says_the_schema_of_every_table(Service service) => Assert.That(
        Tables.StatementsOf($"Soccer.{service}").SelectMany(statement => statement.Unqualified.Select(table => $"{table} in: {statement}")
            .Concat(statement.IsOpen ? [$"put in at run time: {statement}"] : [])), Is.Empty);

    [TestCaseSource(nameof(Services))]
    public void Begins_the_names_of_tables_of_its_own_with_an_underscore(Service service) => Assert.That(
        Tables.StatementsOf($"Soccer.{service}").SelectMany(statement => statement.Creates), Has.All.StartWith($"{service.Schema}._"),
        "every other table of the schema is granted to all readers; what they may read stands in contracts/Soccer.Tables");

    [TestCaseSource(nameof(Published))]
    public void Published_tables_stand_in_the_folder_of_their_owner(string path)
    {
        var owner = Service.All.Single(service => service.Folder == path.Split('/')[2]);
        var sql = Statement.Of(Files.Read(path))!;
        Assert.Multiple(() =>
        {
            Assert.That(sql.Writes.Concat(sql.Mentions), Has.All.StartWith($"{owner.Schema}."));
            Assert.That(sql.Creates, Has.All.Match(@"\.[a-z]"), "a table with an underscore is not published");
            Assert.That(sql.HasStar, Is.False);
        });
    }

    [TestCaseSource(nameof(Published))]
    public void Published_tables_are_filled_by_their_owner(string path)
    {
        var owner = Service.All.Single(service => service.Folder == path.Split('/')[2]);
        var views = Statement.Of(Files.Read(path))!.Views;
        Assert.That(
            Statement.Of(Files.Read(path))!.Creates.Except(views).Except(Tables.StatementsOf($"Soccer.{owner}").SelectMany(statement => statement.Writes)),
                Is.Empty,
            "nothing writes to this table, or these tests no longer see how");
    }

    [Test]
    public void Readers_of_published_tables_write_nothing_and_read_nothing_else()
    {
        var statements = Tables.StatementsOf("Soccer.Tables").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(statements.SelectMany(statement => statement.Writes), Is.Empty);
            Assert.That(statements.SelectMany(statement => statement.Mentions).Distinct(), Is.Not.Empty.And.SubsetOf(Tables.Published));
            Assert.That(statements.SelectMany(statement => statement.Unqualified), Is.Empty);
            // The start of a stage that a completed run names; Schema.Of knows the names that it may be.
            Assert.That(statements.Where(statement => statement.IsOpen).Select(statement => $"{statement}"),
                Is.EqualTo((string[])["select code_version from"]));
        });
    }

    [Test]
    public void The_hosting_names_no_schema() =>
        Assert.That(Tables.StatementsOf("Soccer.Hosting").SelectMany(statement => statement.Mentions), Is.Empty,
            "it works on the schema of the service that it hosts");

    [Test]
    public void Columns_are_listed() => Assert.That(
        Service.All.Select(service => $"Soccer.{service}").Concat(["Soccer.Tables", "Soccer.Hosting"])
            .SelectMany(assembly => Tables.StatementsOf(assembly).Where(statement => statement.HasStar).Select(statement => $"{assembly}: {statement}")),
                Is.Empty);

    [Test]
    public void The_client_the_schedule_and_the_source_hold_no_SQL() => Assert.That(
        new[] { "Soccer.Cli", "Soccer.Schedule", "Soccer.Source" }.SelectMany(Tables.StatementsOf).Select(statement => $"{statement}"), Is.Empty);

    static bool IsOwn(Service service, string table) => table.StartsWith($"{service.Schema}.", StringComparison.Ordinal);
}
