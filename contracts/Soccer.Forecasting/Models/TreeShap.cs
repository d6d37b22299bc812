namespace Soccer.Forecasting.Models;

/// <summary>
/// What each feature of a row adds to the margins of trees: exact Shapley values of the game whose worth is the trees' mean where only some features are known,
/// along each tree's own paths, weighted by covers. Expected margins and all contributions sum to the margins.
/// </summary>
/// <remarks>Lundberg, Erion and Lee 2018, "Consistent individualized feature attribution for tree ensembles", algorithm 2. Safe for several threads.</remarks>
public sealed class TreeShap
{
    readonly TreeEnsemble trees;
    readonly double[] expected = new double[TreeEnsemble.Classes];
    readonly int steps;

    /// <summary>Works out what does not depend on the row.</summary>
    /// <exception cref="ArgumentException">The trees don't know their covers.</exception>
    public TreeShap(TreeEnsemble trees)
    {
        if (trees.Covers.Length != trees.Nodes.Length)
            throw new ArgumentException("The trees don't know how many matches came to each node, so they can't be explained. Train the model again.", nameof(trees));

        this.trees = trees;
        expected.AsSpan().Fill(trees.BaseScore);
        var deepest = 0;
        for (var tree = 0; tree < trees.Roots.Length; tree++)
        {
            var (mean, depth) = Mean(trees.Roots[tree]);
            expected[tree % TreeEnsemble.Classes] += mean;
            deepest = Math.Max(deepest, depth);
        }

        // Every node on the way down has a copy of the path to it, which is one step longer than its parent's.
        steps = (deepest + 1) * (deepest + 2) / 2;
    }

    /// <summary>The margins where nothing is known of a row: three.</summary>
    public ReadOnlySpan<double> Expected => expected;

    /// <summary>Adds each feature's contributions to the margins.</summary>
    /// <param name="row">At least as many values as the trees look at; <see cref="float.NaN"/> is missing.</param>
    /// <param name="contributions">In and out: class by class, a value a feature of the row.</param>
    /// <exception cref="ArgumentException">They are not three a feature.</exception>
    public void Add(ReadOnlySpan<float> row, Span<double> contributions)
    {
        if (contributions.Length != TreeEnsemble.Classes * row.Length)
            throw new ArgumentException($"There are {contributions.Length} contributions; a row of {row.Length} needs {TreeEnsemble.Classes * row.Length}.", nameof(contributions));

        Span<Step> path = stackalloc Step[steps];
        for (var tree = 0; tree < trees.Roots.Length; tree++)
            Descend(trees.Roots[tree], row, contributions.Slice(tree % TreeEnsemble.Classes * row.Length, row.Length), path, 0, new(-1, 1, 1));
    }

    void Descend(int at, ReadOnlySpan<float> row, Span<double> contributions, Span<Step> path, int length, Step step)
    {
        ShapPath.Extend(path, length, step);
        ref readonly var node = ref trees.Nodes[at];
        if (node.IsLeaf)
        {
            for (var i = 1; i <= length; i++)
                contributions[path[i].Feature] += ShapPath.WeightWithout(path, length, i) * (path[i].One - path[i].Zero) * node.Value;

            return;
        }

        var (zero, one) = (1d, 1d);
        var before = ShapPath.Find(path, length, node.Feature);
        if (before > 0)
        {
            (zero, one) = (path[before].Zero, path[before].One);
            ShapPath.Unwind(path, length--, before);
        }

        var left = LeftShare(at);
        var goesLeft = node.GoesLeft(row[node.Feature]);
        Follow(node.Left, new(node.Feature, zero * left, goesLeft ? one : 0), row, contributions, path, length);
        Follow(node.Left + 1, new(node.Feature, zero * (1 - left), goesLeft ? 0 : one), row, contributions, path, length);
    }

    void Follow(int at, Step step, ReadOnlySpan<float> row, Span<double> contributions, Span<Step> path, int length)
    {
        // Where nothing comes, whether the feature is known or not, nothing is added.
        if (step is { Zero: 0, One: 0 })
            return;

        var next = path[(length + 1)..];
        path[..(length + 1)].CopyTo(next);
        Descend(at, row, contributions, next, length + 1, step);
    }

    // Of what came to the children, so that shares sum to one however the covers were rounded.
    double LeftShare(int at)
    {
        var left = trees.Nodes[at].Left;
        var both = (double)trees.Covers[left] + trees.Covers[left + 1];
        return both > 0 ? trees.Covers[left] / both : 0.5;
    }

    (double Mean, int Depth) Mean(int at)
    {
        var node = trees.Nodes[at];
        if (node.IsLeaf)
            return (node.Value, 0);

        var (left, right, share) = (Mean(node.Left), Mean(node.Left + 1), LeftShare(at));
        return (share * left.Mean + (1 - share) * right.Mean, 1 + Math.Max(left.Depth, right.Depth));
    }

    /// <summary>A split on the way down.</summary>
    /// <param name="Feature">What it looks at.</param>
    /// <param name="Zero">The share of matches that goes this way where the feature is not known.</param>
    /// <param name="One">1 where the row goes this way, else 0.</param>
    internal record struct Step(int Feature, double Zero, double One)
    {
        /// <summary>The share of the orders of features in which so many of the path's features are known as this step's number.</summary>
        public double Weight { get; set; }
    }
}
