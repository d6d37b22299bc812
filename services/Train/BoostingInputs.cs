namespace Soccer.Train;

/// <summary>What of a training set trees are given, where it is not all of it and nothing else. Arrays run over the whole set, so that they serve any split of it.</summary>
public sealed record BoostingInputs
{
    /// <summary>Positions of the features that trees may look at, each once; none for all.</summary>
    public int[]? Columns { get; init; }

    /// <summary>Where margins start, three a match of the set; none for even chances.</summary>
    public float[]? Margins { get; init; }

    /// <summary>Probabilities to learn in the place of outcomes, three a match of the set; none for outcomes. Stopping is by outcomes all the same.</summary>
    public float[]? Targets { get; init; }

    /// <summary>Checks it against a set.</summary>
    /// <exception cref="ArgumentException">A length or a column is not the set's.</exception>
    public void Check(TrainingSet set)
    {
        foreach (var (name, values) in new[] { (nameof(Margins), Margins), (nameof(Targets), Targets) })
            if (values is not null && values.Length != 3 * set.Count)
                throw new ArgumentException($"{name} has {values.Length} values; {set.Count} matches need {3 * set.Count}.");

        if (Columns is { } columns && (columns.Length == 0 || columns.Distinct().Count() < columns.Length || columns.Min() < 0 || columns.Max() >= set.Features.Length))
            throw new ArgumentException($"Columns are {string.Join(", ", columns)}; they must be one or more different positions from 0 to {set.Features.Length - 1}.");
    }
}
