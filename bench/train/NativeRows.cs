using Soccer.Train;

namespace Soccer.Bench;

/// <summary>Rows laid out as the C API takes them, so that the library alone has nothing to prepare.</summary>
/// <param name="Values">Row by row; <see cref="float.NaN"/> is missing.</param>
/// <param name="Columns">Values a row.</param>
/// <param name="Labels">The class of each row, 0 to 2.</param>
/// <param name="Margins">Where margins start, three a row.</param>
/// <param name="Targets">Probabilities to learn, three a row; none for the labels.</param>
sealed record NativeRows(float[] Values, int Columns, float[] Labels, float[] Margins, float[]? Targets)
{
    /// <summary>The rows of consecutive matches.</summary>
    public static NativeRows Of(TrainingSet set, Range matches, BoostingInputs inputs)
    {
        var rows = BoostingRows.Of(set, matches, inputs);
        return new(rows.Values.ToArray(), rows.Columns, Array.ConvertAll(rows.Outcomes, outcome => (float)outcome), rows.Margins, rows.Targets);
    }
}
