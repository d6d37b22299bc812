using System.Globalization;
using Soccer.Forecasting.Models;

namespace Soccer.Train.LightGBM;

/// <summary>One tree's columns: splits count from 0, and as a child a leaf stands as −1 − its own number.</summary>
sealed class ModelTree
{
    // LightGBM's decision_type: bit 0 a split by category, bit 1 missing goes left, bits 2 and 3 what counts as missing.
    const int ByCategory = 1;
    const int MissingLeft = 2;
    const int NothingIsMissing = 0;
    const int NaNIsMissing = 2;

    const float NearestToZero = 1e-35f;

    readonly int number;
    readonly int[] features;
    readonly double[] thresholds;
    readonly int[] decisions;
    readonly int[] left;
    readonly int[] right;
    readonly double[] leaves;
    readonly int[] splitCounts;
    readonly int[] leafCounts;

    public ModelTree(int number, Dictionary<string, string> lines)
    {
        this.number = number;
        leaves = Values(lines, "leaf_value", Number);
        var splits = leaves.Length - 1;
        (features, thresholds, decisions) = (Splits("split_feature", Whole), Splits("threshold", Number), Splits("decision_type", Whole));
        (left, right) = (Splits("left_child", Whole), Splits("right_child", Whole));
        (splitCounts, leafCounts) = (Splits("internal_count", Whole), splits == 0 ? [0] : Values(lines, "leaf_count", Whole));
        Demand(splits >= 0 && leafCounts.Length == leaves.Length, $"has {leaves.Length} leaves and counts of {leafCounts.Length}.");
        Demand(left.Concat(right).All(child => child > -2 - splits && child < splits), "has a child that is none of its nodes.");
        Demand(lines.GetValueOrDefault("is_linear", "0") == "0", "has linear leaves; leaves must be numbers.");

        T[] Splits<T>(string name, Func<string, T> parsed)
        {
            var values = Values(lines, name, parsed);
            Demand(values.Length == splits, $"has {leaves.Length} leaves and {values.Length} values of {name}; it needs {splits}.");
            return values;
        }
    }

    /// <summary>Its nodes and their covers behind those of the trees before.</summary>
    public void Append(List<TreeNode> nodes, List<float> covers)
    {
        // A tree that found no split has no counts; it covers whatever comes.
        Queue<(int From, int To)> open = new([(features.Length == 0 ? -1 : 0, nodes.Count)]);
        nodes.Add(default);
        covers.Add(0);
        while (open.TryDequeue(out var node))
        {
            if (node.From < 0)
            {
                nodes[node.To] = TreeNode.Leaf((float)leaves[-1 - node.From]);
                covers[node.To] = leafCounts[-1 - node.From];
                continue;
            }

            nodes[node.To] = TreeNode.Split(features[node.From], Below(thresholds[node.From]), nodes.Count, MissingGoesLeft(node.From));
            covers[node.To] = splitCounts[node.From];
            open.Enqueue((left[node.From], nodes.Count));
            open.Enqueue((right[node.From], nodes.Count + 1));
            nodes.AddRange([default, default]);
            covers.AddRange([0, 0]);
        }
    }

    bool MissingGoesLeft(int split)
    {
        Demand((decisions[split] & ByCategory) == 0, "splits by category; features must be numbers.");
        return (decisions[split] >> 2) switch
        {
            // It then takes a missing value for 0.
            NothingIsMissing => 0 <= thresholds[split],
            NaNIsMissing => (decisions[split] & MissingLeft) != 0,
            _ => throw new LightGBMException($"Tree {number} takes 0 for missing; train with zero_as_missing=false."),
        };
    }

    T[] Values<T>(Dictionary<string, string> lines, string name, Func<string, T> parsed)
    {
        Demand(lines.TryGetValue(name, out var line), $"has no line {name}.");
        return [.. line!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parsed)];

        T Parsed(string text)
        {
            try
            {
                return parsed(text);
            }
            catch (FormatException exception)
            {
                throw new LightGBMException($"Tree {number} has '{text}' among its {name}.", exception);
            }
        }
    }

    static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // C++ writes the infinities in its own way.
    static double Number(string text) => text switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    void Demand(bool holds, string message)
    {
        if (!holds)
            throw new LightGBMException($"Tree {number} {message}");
    }

    /// <summary>
    /// The float t for which value &lt; t says of every float what value ≤ threshold says: the next above the greatest float that is not above the threshold. A split
    /// between missing and present has an infinite threshold; there the greatest float and infinity, which no feature reaches, go right.
    /// </summary>
    static float Below(double threshold)
    {
        // Values this near to 0 are 0 to it; a threshold among them parts 0 from what is below or above.
        if (Math.Abs(threshold) <= NearestToZero)
            return threshold < 0 ? -NearestToZero : MathF.BitIncrement(NearestToZero);

        var nearest = (float)threshold;
        var next = MathF.BitIncrement(nearest > threshold ? MathF.BitDecrement(nearest) : nearest);
        return Math.Clamp(next, float.MinValue, float.MaxValue);
    }
}
