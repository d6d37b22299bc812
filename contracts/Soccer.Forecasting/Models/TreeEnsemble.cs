namespace Soccer.Forecasting.Models;

/// <summary>
/// Boosted trees of a three-class model, one tree a class a round, laid out flat. Sums are of <see cref="float"/> in the order in which the trees were grown, so
/// that the margins equal the native library's to the last bit.
/// </summary>
public sealed class TreeEnsemble
{
    /// <summary>Home win, draw, away win.</summary>
    public const int Classes = 3;

    readonly int[] roots;
    readonly TreeNode[] nodes;
    readonly float[]? covers;
    readonly TreeWalk walk;

    /// <summary>Checks that every walk from a root ends in a leaf.</summary>
    /// <param name="baseScore">Where margins start, if nothing else gives them a start.</param>
    /// <param name="roots">Where each tree begins among the nodes, ascending from 0; the trees of a round stand together in the classes' order.</param>
    /// <param name="nodes">All trees' nodes; children stand after their parent and within its tree.</param>
    /// <param name="covers">How much of what the trees were grown on came to each node, if known: the sum of second derivatives, or matches.</param>
    /// <exception cref="InvalidArtifactException">The trees are not of that shape.</exception>
    public TreeEnsemble(float baseScore, int[] roots, TreeNode[] nodes, float[]? covers = null)
    {
        InvalidArtifactException.ThrowUnless(float.IsFinite(baseScore), $"The trees' base score is {baseScore}.");
        InvalidArtifactException.ThrowUnless(roots.Length % Classes == 0, $"{roots.Length} trees are not whole rounds of {Classes}.");
        InvalidArtifactException.ThrowUnless(roots is [0, ..] || nodes.Length == 0, "The first tree doesn't begin at node 0.");
        InvalidArtifactException.ThrowUnless(
            covers is null || (covers.Length == nodes.Length && covers.All(cover => float.IsFinite(cover) && cover >= 0)),
            $"The trees have {nodes.Length} nodes and {covers?.Length} covers; one a node is needed, 0 or above.");
        for (var tree = 0; tree < roots.Length; tree++)
        {
            var end = tree + 1 < roots.Length ? roots[tree + 1] : nodes.Length;
            InvalidArtifactException.ThrowUnless(end > roots[tree] && end <= nodes.Length, $"Tree {tree} begins at node {roots[tree]} and ends at {end} of {nodes.Length}.");
            for (var at = roots[tree]; at < end; at++)
                if (!float.IsFinite(nodes[at].Value) || (!nodes[at].IsLeaf && (nodes[at].Left <= at || nodes[at].Left + 1 >= end)))
                    throw new InvalidArtifactException($"Node {at} of tree {tree} has value {nodes[at].Value} and children at {nodes[at].Left}; they must stand after it and before {end}.");
        }

        BaseScore = baseScore;
        this.roots = roots;
        this.nodes = nodes;
        this.covers = covers;
        Features = nodes.Length == 0 ? 0 : nodes.Max(node => node.Feature) + 1;
        walk = new(roots, nodes, Features);
    }

    /// <summary>Where margins start, if nothing else gives them a start.</summary>
    public float BaseScore { get; }

    /// <summary>Where each tree begins.</summary>
    public ReadOnlySpan<int> Roots => roots;

    /// <summary>All trees' nodes.</summary>
    public ReadOnlySpan<TreeNode> Nodes => nodes;

    /// <summary>What came to each node where the trees were grown; empty if that is not known.</summary>
    public ReadOnlySpan<float> Covers => covers;

    /// <summary>Rounds of boosting it holds.</summary>
    public int Rounds => roots.Length / Classes;

    /// <summary>Features a row must have: one more than the greatest that a split looks at.</summary>
    public int Features { get; }

    /// <summary>The same trees over wider rows.</summary>
    /// <param name="columns">Where each of its features stands in the wider row.</param>
    /// <exception cref="InvalidArtifactException">A feature has no place.</exception>
    public TreeEnsemble WithFeatures(ReadOnlySpan<int> columns)
    {
        InvalidArtifactException.ThrowUnless(Features <= columns.Length, $"The trees look at feature {Features - 1}; only {columns.Length} have a place, counted from 0.");
        var moved = new TreeNode[nodes.Length];
        for (var at = 0; at < moved.Length; at++)
            moved[at] = nodes[at].IsLeaf ? nodes[at] : nodes[at] with { Feature = columns[nodes[at].Feature] };

        return new(BaseScore, roots, moved, covers);
    }

    /// <summary>The margins of a row, from the base score.</summary>
    /// <param name="row">At least <see cref="Features"/> values; <see cref="float.NaN"/> is missing.</param>
    /// <param name="margins">Where the three go.</param>
    public void Margins(ReadOnlySpan<float> row, Span<float> margins)
    {
        margins[..Classes].Fill(BaseScore);
        Add(row, margins);
    }

    /// <summary>Adds every tree's leaf to margins that start elsewhere.</summary>
    /// <param name="row">At least <see cref="Features"/> values; <see cref="float.NaN"/> is missing.</param>
    /// <param name="margins">Three, in and out.</param>
    public void Add(ReadOnlySpan<float> row, Span<float> margins) => walk.Add(row, margins);
}
