using System.Runtime.CompilerServices;

namespace Soccer.Forecasting.Models;

/// <summary>
/// The trees of an ensemble, laid out for the way from root to leaf. No step asks a question that the processor could guess wrong: a step is a comparison whose answer is added to the next node's
/// place, and every way through the trees of a round has as many steps as the longest, for a leaf leads to itself. The three ways of a round are gone together, so that one waits for its memory while
/// the others go on. Leaves are added in the order of the trees, so that sums are what they were, to the last bit.
/// </summary>
sealed class TreeWalk
{
    /// <summary>Features whose values fit on the stack; wider rows, which no schema has, cost an array.</summary>
    const int MostOnStack = 4096;

    readonly int width;
    readonly Round[] rounds;
    readonly Step[] steps;

    /// <summary>Lays checked trees out.</summary>
    public TreeWalk(ReadOnlySpan<int> roots, ReadOnlySpan<TreeNode> nodes, int features)
    {
        width = features;
        steps = new Step[nodes.Length];
        var levels = new int[nodes.Length];
        for (var at = 0; at < nodes.Length; at++)
        {
            var node = nodes[at];
            // Nothing is at or above NaN, so that a leaf's answer is always its first child: itself.
            steps[at] = node.IsLeaf ? new(0, float.NaN, at, node.Value) : new(node.MissingLeft ? node.Feature : width + node.Feature, node.Value, node.Left, 0);
            // Children stand after their parent.
            if (!node.IsLeaf)
                levels[node.Left] = levels[node.Left + 1] = levels[at] + 1;
        }

        rounds = new Round[roots.Length / TreeEnsemble.Classes];
        for (var round = 0; round < rounds.Length; round++)
        {
            var trees = roots[(TreeEnsemble.Classes * round)..];
            var end = trees.Length > TreeEnsemble.Classes ? trees[TreeEnsemble.Classes] : nodes.Length;
            rounds[round] = new(trees[0], trees[1], trees[2], Deepest(levels.AsSpan(trees[0]..end)));
        }
    }

    /// <summary>Adds every tree's leaf to three margins, in the order of the trees.</summary>
    public void Add(ReadOnlySpan<float> row, Span<float> margins)
    {
        Span<float> values = width <= MostOnStack ? stackalloc float[2 * width] : new float[2 * width];
        Fill(row[..width], values[..width], values[width..]);
        var (home, draw, away) = (margins[0], margins[1], margins[2]);
        foreach (ref readonly var round in rounds.AsSpan())
        {
            var (first, second, third) = (round.Home, round.Draw, round.Away);
            for (var left = round.Depth; left > 0; left--)
                (first, second, third) = (Next(first, values), Next(second, values), Next(third, values));

            home += steps[first].Leaf;
            draw += steps[second].Leaf;
            away += steps[third].Leaf;
        }

        (margins[0], margins[1], margins[2]) = (home, draw, away);
    }

    /// <summary>The row twice: a missing value is below every threshold for the splits that send it left, and above every one for those that send it right.</summary>
    static void Fill(ReadOnlySpan<float> row, Span<float> left, Span<float> right)
    {
        for (var feature = 0; feature < row.Length; feature++)
        {
            var value = row[feature];
            var missing = float.IsNaN(value);
            left[feature] = missing ? float.NegativeInfinity : value;
            right[feature] = missing ? float.PositiveInfinity : value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int Next(int at, ReadOnlySpan<float> values)
    {
        ref readonly var step = ref steps[at];
        // As a number, not as a condition: half of all guesses at a split are wrong, and each wrong one costs more than a whole way down.
        return step.First + Unsafe.BitCast<bool, byte>(values[step.Value] >= step.Threshold);
    }

    static int Deepest(ReadOnlySpan<int> levels)
    {
        var deepest = 0;
        foreach (var level in levels)
            deepest = Math.Max(deepest, level);

        return deepest;
    }

    /// <summary>A split or a leaf, in 16 bytes.</summary>
    /// <param name="Value">Which of the values a split compares.</param>
    /// <param name="Threshold">From where on it goes right.</param>
    /// <param name="First">Where its left child stands; the right one is the next. Itself in a leaf.</param>
    /// <param name="Leaf">What a leaf adds.</param>
    readonly record struct Step(int Value, float Threshold, int First, float Leaf);

    /// <summary>Where the trees of a round begin, and the splits on the longest way through them.</summary>
    readonly record struct Round(int Home, int Draw, int Away, int Depth);
}
