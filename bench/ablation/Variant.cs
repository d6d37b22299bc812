namespace Soccer.Bench;

/// <summary>A choice of features to fit a kind on.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Family">The class of features that makes the difference; none for the kind as it is.</param>
/// <param name="Alone">Whether that class is all there is, rather than all that is missing.</param>
/// <param name="Columns">Positions of the features, ascending.</param>
sealed record Variant(string Kind, string? Family, bool Alone, int[] Columns)
{
    /// <summary>For people: results-only without Elo.</summary>
    public override string ToString() => $"{Kind} {(Family is null ? "as it is" : Alone ? $"with {Family} alone" : $"without {Family}")}";
}
