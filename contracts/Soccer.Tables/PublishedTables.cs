using System.Reflection;

namespace Soccer.Tables;

/// <summary>The DDL of the published tables. The stage that owns a schema applies it; everybody else reads.</summary>
public static class PublishedTables
{
    /// <summary>The migrations of a folder of this project (Ingest, Validate, ...), in the order of their names.</summary>
    public static IEnumerable<(string Name, string Sql)> Of(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"Soccer.Tables.{folder}.";
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[prefix.Length..^4], Read(assembly, name)));
    }

    static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
