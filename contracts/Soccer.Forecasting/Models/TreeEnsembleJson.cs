using System.Text.Json;
using System.Text.Json.Serialization;

namespace Soccer.Forecasting.Models;

/// <summary>An ensemble as columns over its nodes: a tenth of the bytes that an object a node would take.</summary>
sealed class TreeEnsembleJson : JsonConverter<TreeEnsemble>
{
    public override TreeEnsemble Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var columns = JsonSerializer.Deserialize<Columns>(ref reader, options)!;
        var count = columns.Feature.Length;
        InvalidArtifactException.ThrowUnless(
            columns.Value.Length == count && columns.Left.Length == count && columns.Missing.Length == count,
            $"The trees have {count} features, {columns.Value.Length} values, {columns.Left.Length} children and {columns.Missing.Length} rules for missing values; one a node is needed of each.");

        var nodes = new TreeNode[count];
        for (var at = 0; at < count; at++)
            nodes[at] = new(columns.Feature[at], columns.Value[at], columns.Left[at], columns.Missing[at] == 'L');

        return new(columns.BaseScore, columns.Roots, nodes, columns.Cover);
    }

    public override void Write(Utf8JsonWriter writer, TreeEnsemble value, JsonSerializerOptions options)
    {
        var nodes = value.Nodes.ToArray();
        JsonSerializer.Serialize(
            writer,
            new Columns(
                value.BaseScore, value.Roots.ToArray(), [.. nodes.Select(node => node.Feature)], [.. nodes.Select(node => node.Value)],
                [.. nodes.Select(node => node.Left)], string.Concat(nodes.Select(node => node.IsLeaf ? '-' : node.MissingLeft ? 'L' : 'R')),
                value.Covers.IsEmpty ? null : value.Covers.ToArray()),
            options);
    }

    /// <summary>Missing has a letter a node: L where a missing value goes left, R where right, - in a leaf. Cover is left out where it is not known.</summary>
    sealed record Columns(
        float BaseScore, int[] Roots, int[] Feature, float[] Value, int[] Left, string Missing,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] float[]? Cover = null);
}
