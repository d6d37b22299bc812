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
    /// <summary>The rows of those consecutive matches that the inputs take.</summary>
    /// <exception cref="ArgumentException">They take none.</exception>
    public static BoostingRows Of(TrainingSet set, Range matches, BoostingInputs inputs)
    {
        var (offset, count) = matches.GetOffsetAndLength(set.Count);
        int[] taken = [.. Enumerable.Range(offset, count).Where(inputs.Takes ?? (_ => true))];
        if (taken.Length == 0)
            throw new ArgumentException($"Of the {count} matches from position {offset} on none is taken; trees need some to fit and some to stop by.");

        var all = inputs.Columns is null && taken.Length == count;
        int[] columns = inputs.Columns ?? [.. Enumerable.Range(0, set.Features.Length)];
        return new(
            all ? set.Values.AsMemory(offset * columns.Length, count * columns.Length) : Gathered(set, taken, columns),
            columns.Length, [.. taken.Select(match => set.Outcomes[match])],
            inputs.Margins is { } margins ? Threes(margins, taken) : new float[3 * taken.Length], inputs.Targets is { } targets ? Threes(targets, taken) : null);
    }

    static float[] Gathered(TrainingSet set, int[] matches, int[] columns)
    {
        var values = new float[(long)matches.Length * columns.Length];
        var at = 0;
        foreach (var match in matches)
        {
            var row = set.Row(match);
            foreach (var column in columns)
                values[at++] = row[column];
        }

        return values;
    }

    static float[] Threes(float[] of, int[] matches)
    {
        var values = new float[3 * matches.Length];
        for (var i = 0; i < matches.Length; i++)
            of.AsSpan(3 * matches[i], 3).CopyTo(values.AsSpan(3 * i));

        return values;
    }
}
