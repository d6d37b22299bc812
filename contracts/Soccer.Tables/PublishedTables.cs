using System.Reflection;

namespace Soccer.Tables;

/// <summary>
/// The DDL of the published tables: embedded files, by owner. The stage that owns a schema applies it; everybody else reads.
/// </summary>
public static class PublishedTables
{
    public static Assembly Assembly => typeof(PublishedTables).Assembly;
}
