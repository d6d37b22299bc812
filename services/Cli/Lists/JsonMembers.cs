using System.Globalization;
using System.Text.Json;

namespace Soccer.Cli.Lists;

/// <summary>Every member of the items of a JSON list, as columns.</summary>
static class JsonMembers
{
    /// <summary>A column for each path that some item has, in the order in which they first appear.</summary>
    public static IEnumerable<Column<JsonElement>> ColumnsOf(IReadOnlyCollection<JsonElement> items)
    {
        string[] paths = [.. items.SelectMany(item => PathsOf(item, "")).Distinct(StringComparer.Ordinal)];
        // What is null in one item and an object in another has the object's members.
        var objects = paths.SelectMany(ParentsOf).ToHashSet(StringComparer.Ordinal);
        return paths.Where(path => !objects.Contains(path)).Select(path => new Column<JsonElement>(path, path, item => ValueAt(item, path)) { Wraps = true });
    }

    static IEnumerable<string> ParentsOf(string path) => path.Index().Where(at => at.Item == '.').Select(at => path[..at.Index]);

    static IEnumerable<string> PathsOf(JsonElement element, string path) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(member => PathsOf(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}"))
        : [path];

    /// <summary>
    /// The value at a path: a list of plain values is joined by spaces, one of objects stays JSON; null if the item has none.
    /// </summary>
    public static object? ValueAt(JsonElement item, string path)
    {
        foreach (var name in path.Split('.'))
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out item))
                return null;
        return item.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Object => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => item.TryGetInt64(out var whole) ? whole : item.GetDecimal(),
            JsonValueKind.Array when item.EnumerateArray().All(part => part.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) =>
                string.Join(' ', item.EnumerateArray().Select(part => Convert.ToString(part.ToString(), CultureInfo.InvariantCulture))),
            JsonValueKind.Array => item.GetRawText(),
            _ => item.GetString(),
        };
    }
}
