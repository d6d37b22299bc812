using System.Runtime.InteropServices;

namespace Soccer.Train.LightGBM;

/// <summary>LightGBM's own copy of rows of features, in bins, with labels and starting margins.</summary>
public sealed class Dataset : SafeHandle
{
    /// <summary>Copies rows into native memory, a byte or less a value.</summary>
    /// <param name="values">Row by row; <see cref="float.NaN"/> is missing.</param>
    /// <param name="columns">Values a row, at least 1.</param>
    /// <param name="parameters">How values are put into bins, by LightGBM's own names.</param>
    /// <param name="like">Rows whose bins to use, which rows to stop by need; none for bins of their own.</param>
    /// <exception cref="ArgumentException">The values are none, or don't fill their last row.</exception>
    /// <exception cref="LightGBMException">The library is missing or refused.</exception>
    public Dataset(ReadOnlySpan<float> values, int columns, IEnumerable<KeyValuePair<string, string>> parameters, Dataset? like = null) : base(0, ownsHandle: true)
    {
        if (columns < 1 || values.IsEmpty || values.Length % columns != 0)
            throw new ArgumentException($"{values.Length} values don't make rows of {columns}.", nameof(values));

        Rows = values.Length / columns;
        Native.Check(Native.LGBM_DatasetCreateFromMat(
            in MemoryMarshal.GetReference(values), Native.Float32, Rows, columns, 1, Native.Line(parameters), like?.handle ?? 0, out var dataset));
        GC.KeepAlive(like);
        SetHandle(dataset);
    }

    /// <summary>How many rows it has.</summary>
    public int Rows { get; }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>The class of each row, 0 to 2. LightGBM wants it also where the derivatives come from elsewhere.</summary>
    /// <exception cref="ArgumentException">There is not one a row.</exception>
    public void SetLabels(ReadOnlySpan<Forecasting.Outcome> outcomes)
    {
        Expect("label", outcomes.Length, Rows);
        var labels = new float[Rows];
        for (var row = 0; row < Rows; row++)
            labels[row] = (int)outcomes[row];

        Native.Check(Native.LGBM_DatasetSetField(this, "label", labels, Rows, Native.Float32));
    }

    /// <summary>The margins that boosting starts from, row by row, three a row.</summary>
    /// <exception cref="ArgumentException">There are not three a row.</exception>
    public void SetBaseMargins(ReadOnlySpan<float> margins)
    {
        Expect("init_score", margins.Length, 3 * Rows);
        var scores = new double[margins.Length];
        ByClass.Turn(margins, scores);
        Native.Check(Native.LGBM_DatasetSetField(this, "init_score", scores, scores.Length, Native.Float64));
    }

    void Expect(string field, int length, int expected)
    {
        if (length != expected)
            throw new ArgumentException($"{field} has {length} values; {Rows} rows need {expected}.", nameof(length));
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => Native.LGBM_DatasetFree(handle) == 0;
}
