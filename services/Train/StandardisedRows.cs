namespace Soccer.Train;

/// <summary>Features of consecutive matches as a regression takes them.</summary>
/// <param name="Columns">The features used: those that vary.</param>
/// <param name="Means">Each one's mean.</param>
/// <param name="Scales">Each one's standard deviation.</param>
/// <param name="Values">Match by match: 1, then (x − mean) / scale; 0, the mean, where a value is missing.</param>
public sealed record StandardisedRows(int[] Columns, double[] Means, double[] Scales, double[] Values)
{
    /// <summary>Values a match.</summary>
    public int Width => Columns.Length + 1;

    /// <summary>Match by match, without the 1.</summary>
    public float[][] Features() => [.. Enumerable.Range(0, Values.Length / Width).Select(match =>
        Array.ConvertAll(Values[(match * Width + 1)..((match + 1) * Width)], value => (float)value))];

    /// <summary>The rows of consecutive matches; a feature that never varies there is left out.</summary>
    public static StandardisedRows Of(TrainingSet set, Range matches, IEnumerable<int> columns)
    {
        var moments = columns.Select(column => (Column: column, Moments: Moments(set, matches, column))).Where(feature => feature.Moments.Scale > 0).ToArray();
        int[] used = [.. moments.Select(feature => feature.Column)];
        double[] means = [.. moments.Select(feature => feature.Moments.Mean)];
        double[] scales = [.. moments.Select(feature => feature.Moments.Scale)];
        return new(used, means, scales, Standardised(set, matches, used, means, scales));
    }

    static (double Mean, double Scale) Moments(TrainingSet set, Range matches, int column)
    {
        var (offset, count) = matches.GetOffsetAndLength(set.Count);
        var (known, mean, squares) = (0, 0d, 0d);
        for (var match = offset; match < offset + count; match++)
        {
            var value = set.Row(match)[column];
            if (float.IsNaN(value))
                continue;

            // Welford 1962: one pass without cancellation.
            known++;
            var delta = value - mean;
            mean += delta / known;
            squares += delta * (value - mean);
        }

        return (mean, known == 0 ? 0 : Math.Sqrt(squares / known));
    }

    static double[] Standardised(TrainingSet set, Range matches, int[] columns, double[] means, double[] scales)
    {
        var (offset, count) = matches.GetOffsetAndLength(set.Count);
        var width = columns.Length + 1;
        var rows = new double[count * width];
        for (var match = 0; match < count; match++)
        {
            var row = set.Row(offset + match);
            rows[match * width] = 1;
            for (var feature = 0; feature < columns.Length; feature++)
                if (row[columns[feature]] is var value && !float.IsNaN(value))
                    rows[match * width + feature + 1] = (value - means[feature]) / scales[feature];
        }

        return rows;
    }
}
