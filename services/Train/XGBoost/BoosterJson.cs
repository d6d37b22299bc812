using System.Globalization;
using System.Text.Json;
using Soccer.Forecasting.Models;

namespace Soccer.Train.XGBoost;

/// <summary>Reads the trees out of XGBoost's JSON model (format of version 1.7).</summary>
public static class BoosterJson
{
    /// <summary>The first rounds of a three-class model. Covers are sums of second derivatives. A node's children become neighbours, and nodes that pruning left behind are dropped.</summary>
    /// <param name="json">What <see cref="Booster.ToJson"/> gave.</param>
    /// <param name="rounds">Rounds to keep, from 0.</param>
    /// <exception cref="XGBoostException">The model is not one of plain trees, three a round.</exception>
    public static TreeEnsemble Read(ReadOnlyMemory<byte> json, int rounds)
    {
        using var document = JsonDocument.Parse(json);
        var learner = document.RootElement.GetProperty("learner");
        var baseScore = float.Parse(learner.GetProperty("learner_model_param").GetProperty("base_score").GetString()!, CultureInfo.InvariantCulture);
        var model = learner.GetProperty("gradient_booster").GetProperty("model");
        var classes = model.GetProperty("tree_info");
        var trees = model.GetProperty("trees");
        var kept = rounds * TreeEnsemble.Classes;
        if (kept < 0 || kept > trees.GetArrayLength())
            throw new XGBoostException($"{rounds} rounds of {TreeEnsemble.Classes} trees were asked of a model of {trees.GetArrayLength()} trees.");

        List<TreeNode> nodes = [];
        List<float> covers = [];
        var roots = new int[kept];
        for (var tree = 0; tree < kept; tree++)
        {
            if (classes[tree].GetInt32() != tree % TreeEnsemble.Classes)
                throw new XGBoostException($"Tree {tree} belongs to class {classes[tree].GetInt32()}; trees must come one a class a round.");

            roots[tree] = nodes.Count;
            Append(new(trees[tree]), nodes, covers);
        }

        return new(baseScore, roots, [.. nodes], [.. covers]);
    }

    static void Append(Tree tree, List<TreeNode> nodes, List<float> covers)
    {
        Queue<(int From, int To)> open = new([(0, nodes.Count)]);
        nodes.Add(default);
        covers.Add(0);
        while (open.TryDequeue(out var node))
        {
            covers[node.To] = tree.Covers[node.From];
            var left = tree.Left[node.From];
            if (left < 0)
            {
                nodes[node.To] = TreeNode.Leaf(tree.Conditions[node.From]);
                continue;
            }

            nodes[node.To] = TreeNode.Split(tree.Features[node.From], tree.Conditions[node.From], nodes.Count, tree.MissingLeft[node.From]);
            open.Enqueue((left, nodes.Count));
            open.Enqueue((tree.Right[node.From], nodes.Count + 1));
            nodes.AddRange([default, default]);
            covers.AddRange([0, 0]);
        }
    }

    /// <summary>A tree's columns; a leaf's value stands where a split has its threshold.</summary>
    sealed class Tree(JsonElement json)
    {
        public int[] Left { get; } = [.. json.GetProperty("left_children").EnumerateArray().Select(value => value.GetInt32())];

        public int[] Right { get; } = [.. json.GetProperty("right_children").EnumerateArray().Select(value => value.GetInt32())];

        public int[] Features { get; } = [.. json.GetProperty("split_indices").EnumerateArray().Select(value => value.GetInt32())];

        public float[] Conditions { get; } = [.. json.GetProperty("split_conditions").EnumerateArray().Select(value => value.GetSingle())];

        public float[] Covers { get; } = [.. json.GetProperty("sum_hessian").EnumerateArray().Select(value => value.GetSingle())];

        // Version 1.6 writes true and false, version 1.7 writes 1 and 0.
        public bool[] MissingLeft { get; } =
            [.. json.GetProperty("default_left").EnumerateArray().Select(value => value.ValueKind is JsonValueKind.Number ? value.GetInt32() != 0 : value.GetBoolean())];
    }
}
