namespace Soccer.Forecasting.Models;

/// <summary>A node of a regression tree: a split (value below the threshold goes left, else right, missing by its own rule) or a leaf.</summary>
/// <param name="Feature">The feature a split looks at; −1 in a leaf.</param>
/// <param name="Value">A split's threshold, a leaf's value.</param>
/// <param name="Left">Where a split's left child stands among the ensemble's nodes; its right child is the next. 0 in a leaf.</param>
/// <param name="MissingLeft">Whether a missing value goes left.</param>
public readonly record struct TreeNode(int Feature, float Value, int Left, bool MissingLeft)
{
    /// <summary>A leaf.</summary>
    public static TreeNode Leaf(float value) => new(-1, value, 0, false);

    /// <summary>A split whose children stand at <paramref name="left"/> and after it.</summary>
    public static TreeNode Split(int feature, float threshold, int left, bool missingLeft) => new(feature, threshold, left, missingLeft);

    /// <summary>Whether it is a leaf.</summary>
    public bool IsLeaf => Feature < 0;

    /// <summary>Where a split sends a value.</summary>
    // NaN is below nothing, so only the rule for missing values may send it left.
    public bool GoesLeft(float value) => value < Value || (MissingLeft && float.IsNaN(value));
}
