using Soccer.Forecasting.Models;

namespace Soccer.Train.LightGBM;

/// <summary>Reads the trees out of LightGBM's text format (v3 and v4).</summary>
public static class ModelText
{
    /// <summary>All trees of a three-class model, with matches as covers. A node's children become neighbours.</summary>
    /// <param name="text">What <see cref="Booster.ToText"/> gave.</param>
    /// <exception cref="LightGBMException">The model is not one of plain trees, three a round.</exception>
    public static TreeEnsemble Read(string text)
    {
        var (header, blocks) = Cut(text);
        if (header.GetValueOrDefault("num_tree_per_iteration") != "3" || header.ContainsKey("average_output"))
            throw new LightGBMException($"The model has {header.GetValueOrDefault("num_tree_per_iteration") ?? "no"} trees a round, or averages them; it must sum 3 a round.");

        var roots = new int[blocks.Count];
        List<TreeNode> nodes = [];
        List<float> covers = [];
        for (var tree = 0; tree < roots.Length; tree++)
        {
            roots[tree] = nodes.Count;
            new ModelTree(tree, blocks[tree]).Append(nodes, covers);
        }

        return new(0, roots, [.. nodes], [.. covers]);
    }

    /// <summary>The lines name=values before the first tree, and those of each tree.</summary>
    static (Dictionary<string, string> Header, List<Dictionary<string, string>> Trees) Cut(string text)
    {
        Dictionary<string, string> header = [];
        List<Dictionary<string, string>> trees = [];
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line == "end of trees")
                return (header, trees);

            var cut = line.IndexOf('=');
            var (name, values) = cut < 0 ? (line, "") : (line[..cut], line[(cut + 1)..]);
            if (name == "Tree")
                trees.Add([]);
            else
                (trees.Count == 0 ? header : trees[^1])[name] = values;
        }

        throw new LightGBMException("The model's text ends before its trees do.");
    }
}
