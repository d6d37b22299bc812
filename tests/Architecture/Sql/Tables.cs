using Soccer.Architecture.Tests.Checkout;
using Soccer.Architecture.Tests.Compiled;

namespace Soccer.Architecture.Tests.Sql;

/// <summary>Which tables there are, and who may read them.</summary>
static class Tables
{
    /// <summary>Tables that everybody may read: those of Soccer.Tables, and each service's list of its starts.</summary>
    public static IReadOnlySet<string> Published { get; } =
        Files.Of("contracts/Soccer.Tables/", ".sql").SelectMany(path => Statement.Of(Files.Read(path))!.Creates)
            .Concat(Service.All.SelectMany(service => EveryServices.Where(table => !table.StartsWith('_')).Select(table => $"{service.Schema}.{table}")))
            .ToHashSet();

    /// <summary>The statements in an assembly's code and in the SQL files that it applies; the published tables' stand alone.</summary>
    public static IEnumerable<Statement> StatementsOf(string assembly) => CompiledCode.Of(assembly).Strings
        .Concat(Files.Of(assembly == "Soccer.Hosting" ? "infra/Soccer.Hosting/" : $"services/{assembly["Soccer.".Length..]}/", ".sql").Select(Files.Read))
        .Select(Statement.Of).OfType<Statement>();

    /// <summary>A service's tables, published or not.</summary>
    public static IReadOnlySet<string> Of(Service service) =>
        Published.Where(table => table.StartsWith($"{service.Schema}.", StringComparison.Ordinal))
            .Concat(StatementsOf($"Soccer.{service}").SelectMany(statement => statement.Creates))
            .Concat(EveryServices.Select(table => $"{service.Schema}.{table}"))
            .ToHashSet();

    /// <summary>The tables that the hosting makes in each schema, without it.</summary>
    static IEnumerable<string> EveryServices => StatementsOf("Soccer.Hosting").SelectMany(statement => statement.Creates)
        .Where(table => table.StartsWith("{schema}.", StringComparison.Ordinal)).Select(table => table["{schema}.".Length..])
        // Made by the migrator itself, before the first migration.
        .Append("_migration");
}
