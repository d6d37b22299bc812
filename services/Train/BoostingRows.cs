using Soccer.Forecasting;

namespace Soccer.Train;

/// <summary>Rows as a native library takes them.</summary>
/// <param name="Values">Row by row; <see cref="float.NaN"/> is missing.</param>
/// <param name="Columns">Values a row.</param>
/// <param name="Outcomes">What happened, one a row.</param>
/// <param name="Margins">Where margins start, three a row.</param>
/// <param name="Targets">Probabilities to learn, three a row; none for the outcomes.</param>
public sealed record BoostingRows(ReadOnlyMemory<float> Values, int Columns, Outcome[] Outcomes, float[] Margins, float[]? Targets)
{
    /// <summary>The rows of consecutive matches.</summary>
    /// <exception cref="ArgumentException">There is no match.</exception>
    public static BoostingRows Of(TrainingSet set, Range matches, BoostingInputs inputs)
    {
        var (offset, count) = matches.GetOffsetAndLength(set.Count);
        if (count == 0)
            throw new ArgumentException($"A part from position {offset} on has no match; trees need some to fit and some to stop by.", nameof(matches));

        var threes = (3 * offset)..(3 * (offset + count));
        return new(
            inputs.Columns is { } columns ? Gathered(set, offset, count, columns) : set.Values.AsMemory(offset * set.Features.Length, count * set.Features.Length),
            inputs.Columns?.Length ?? set.Features.Length, set.Outcomes[matches], inputs.Margins?[threes] ?? new float[3 * count], inputs.Targets?[threes]);
    }

    static float[] Gathered(TrainingSet set, int offset, int count, int[] columns)
    {
        var values = new float[count * columns.Length];
        Parallel.For(0, count, match =>
        {
            var row = set.Row(offset + match);
            var to = values.AsSpan(match * columns.Length, columns.Length);
            for (var i = 0; i < to.Length; i++)
                to[i] = row[columns[i]];
        });
        return values;
    }
}
