using System.Text.RegularExpressions;

namespace Soccer.Architecture.Tests.Sql;

/// <summary>
/// SQL as far as the rules ask: which tables it writes and which it reads. Comments, quoted text and names of dropped indexes are taken out.
/// </summary>
sealed partial class Statement
{
    static readonly string[] Schemas = ["ingest", "validate", "featurize", "train", "promote", "predict", "drift_check", "api", "schedule"];

    readonly string sql;

    Statement(string sql) => this.sql = sql;

    /// <summary>The statements of a text; none where it is no SQL.</summary>
    public static Statement? Of(string text)
    {
        var sql = DropIndex.Replace(Quoted.Replace(Comment.Replace(text, " "), "''"), " ");
        return Sql.IsMatch(sql) ? new Statement(sql) : null;
    }

    /// <summary>Tables that it makes, changes, fills or empties, as they are named there.</summary>
    public IReadOnlyList<string> Writes => [.. Write.Matches(sql).SelectMany(match => Names(match.Groups["tables"].Value)).Distinct()];

    /// <summary>Tables that it makes.</summary>
    public IReadOnlyList<string> Creates => [.. Create.Matches(sql).Select(match => match.Groups["table"].Value).Distinct()];

    /// <summary>Of these, views.</summary>
    public IReadOnlyList<string> Views =>
        [.. Create.Matches(sql).Where(match => match.Groups["kind"].Value == "view").Select(match => match.Groups["table"].Value)];

    /// <summary>Every table named with its schema, written or read.</summary>
    public IReadOnlyList<string> Mentions =>
        [.. Mention.Matches(sql).Select(match => match.Value).Where(name => Schemas.Contains(name.Split('.')[0])).Distinct()];

    /// <summary>Names that it reads from without a schema and that are not its own with-tables: the schema should be said.</summary>
    public IReadOnlyList<string> Unqualified =>
    [
        .. Read.Matches(sql).Select(match => match.Groups["table"].Value)
            .Where(name => !name.Contains('.') && !name.StartsWith("pg_", StringComparison.Ordinal) && name is not ("stdin" or "lateral" or "set"))
            .Except(With.Matches(sql).Select(match => match.Groups["table"].Value)).Distinct(),
    ];

    /// <summary>Whether a table's name is put in at run time.</summary>
    public bool IsOpen => Open.IsMatch(sql);

    /// <summary>Whether columns are not listed.</summary>
    public bool HasStar => Star.IsMatch(sql);

    public override string ToString() => string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(14));

    static IEnumerable<string> Names(string tables) => tables.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("--[^\n]*")]
    static partial Regex Comment { get; }

    // Its names are none of tables.
    [GeneratedRegex(@"\bdrop\s+index(\s+if\s+exists)?\s+[\w.]+(\s*,\s*[\w.]+)*", RegexOptions.IgnoreCase)]
    static partial Regex DropIndex { get; }

    [GeneratedRegex("'(?:[^']|'')*'")]
    static partial Regex Quoted { get; }

    [GeneratedRegex(
        @"\bselect\b[\s\S]*\bfrom\b|\binsert\s+into\b|\bupdate\s+[\w.]+(\s+(as\s+)?\w+)?\s+set\b|\bdelete\s+from\b"
        + @"|\btruncate\s+[\w.]+|\bcopy\s+[\w.]+\s*\("
        + @"|\bcreate\s+(unique\s+)?(table|view|index)\b|\balter\s+table\b|\bdrop\s+(table|view)\b|\banalyze\s+[\w.]+",
        RegexOptions.IgnoreCase)]
    static partial Regex Sql { get; }

    [GeneratedRegex(
        @"\b(insert\s+into|(?<!\bdo\s)(?<!\bfor\s)update|delete\s+from|truncate(\s+table)?|copy"
        + @"|create\s+(or\s+replace\s+)?(table|view)(\s+if\s+not\s+exists)?|alter\s+table|drop\s+(table|view)(\s+if\s+exists)?|analyze|lock\s+table"
        + @"|create\s+(unique\s+)?index(\s+if\s+not\s+exists)?(\s+(?!on\b)\w+)?\s+on)\s+(?<tables>[\w.]+(\s*,\s*[\w.]+)*)",
        RegexOptions.IgnoreCase)]
    static partial Regex Write { get; }

    [GeneratedRegex(@"\bcreate\s+(or\s+replace\s+)?(?<kind>table|view)(\s+if\s+not\s+exists)?\s+(?<table>[\w.{}]+)", RegexOptions.IgnoreCase)]
    static partial Regex Create { get; }

    [GeneratedRegex(@"\b[a-z_]+\.[a-z_]+\b")]
    static partial Regex Mention { get; }

    // What follows must end the name, so that from unnest(...) and extract(epoch from max(at)) are none.
    [GeneratedRegex(@"(?<!@)\b(from|join|references)\s+(?<table>[a-z_][\w.]*)\b(?!\s*\()", RegexOptions.IgnoreCase)]
    static partial Regex Read { get; }

    [GeneratedRegex(@"\b(?<table>\w+)\s+as\s+(not\s+)?(materialized\s+)?\(", RegexOptions.IgnoreCase)]
    static partial Regex With { get; }

    [GeneratedRegex(@"\b(from|join|into|update|table|truncate|copy)\s*$", RegexOptions.IgnoreCase)]
    static partial Regex Open { get; }

    [GeneratedRegex(@"(\bselect\s+(distinct\s+)?|,\s*|\w\.)\*(?!\w)", RegexOptions.IgnoreCase)]
    static partial Regex Star { get; }
}
