using System.Runtime.InteropServices;

namespace Soccer.Train.XGBoost;

/// <summary>XGBoost's own copy of rows of features, with labels and starting margins.</summary>
public sealed class DMatrix : SafeHandle
{
    /// <summary>Copies rows into native memory, 8 bytes a value that is there.</summary>
    /// <param name="values">Row by row; <see cref="float.NaN"/> is missing.</param>
    /// <param name="columns">Values a row, at least 1.</param>
    /// <param name="threads">Threads that copy.</param>
    /// <exception cref="ArgumentException">The values are none, or don't fill their last row.</exception>
    /// <exception cref="XGBoostException">The library is missing or refused.</exception>
    public DMatrix(ReadOnlySpan<float> values, int columns, int threads) : base(0, ownsHandle: true)
    {
        if (columns < 1 || values.IsEmpty || values.Length % columns != 0)
            throw new ArgumentException($"{values.Length} values don't make rows of {columns}.", nameof(values));

        Rows = values.Length / columns;
        // The setting is the calling thread's; the default prints warnings to the service's output.
        Native.Check(Native.XGBSetGlobalConfig("""{"verbosity": 0}"""));
        Native.Check(Native.XGDMatrixCreateFromMat_omp(in MemoryMarshal.GetReference(values), (ulong)Rows, (ulong)columns, float.NaN, out var matrix, threads));
        SetHandle(matrix);
    }

    /// <summary>How many rows it has.</summary>
    public int Rows { get; }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>The class of each row, 0 to 2.</summary>
    /// <exception cref="ArgumentException">There is not one a row.</exception>
    public void SetLabels(ReadOnlySpan<Forecasting.Outcome> outcomes)
    {
        var labels = new float[outcomes.Length];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = (int)outcomes[i];

        Set("label", labels, Rows);
    }

    /// <summary>The margins that boosting starts from, row by row, three a row: log-probabilities up to a constant.</summary>
    /// <exception cref="ArgumentException">There are not three a row.</exception>
    public void SetBaseMargins(ReadOnlySpan<float> margins) => Set("base_margin", margins, 3 * Rows);

    void Set(string field, ReadOnlySpan<float> values, int expected)
    {
        if (values.Length != expected)
            throw new ArgumentException($"{field} has {values.Length} values; {Rows} rows need {expected}.", nameof(values));

        Native.Check(Native.XGDMatrixSetFloatInfo(this, field, in MemoryMarshal.GetReference(values), (ulong)values.Length));
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => Native.XGDMatrixFree(handle) == 0;
}
