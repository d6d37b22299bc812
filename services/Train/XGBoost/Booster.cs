using System.Globalization;
using System.Runtime.InteropServices;

namespace Soccer.Train.XGBoost;

/// <summary>A model while XGBoost grows it. Not for two threads at once.</summary>
public sealed class Booster : SafeHandle
{
    /// <summary>A model without trees.</summary>
    /// <param name="parameters">XGBoost's parameters by their own names.</param>
    /// <param name="matrices">Matrices whose predictions it keeps, so that asking again after a round costs that round's trees only.</param>
    /// <exception cref="XGBoostException">The library is missing or refused.</exception>
    public Booster(IEnumerable<KeyValuePair<string, string>> parameters, params ReadOnlySpan<DMatrix> matrices) : base(0, ownsHandle: true)
    {
        // The booster holds weak references, so that the matrices may be freed before it.
        var handles = new nint[matrices.Length];
        for (var i = 0; i < handles.Length; i++)
            handles[i] = matrices[i].DangerousGetHandle();

        Native.Check(Native.XGBoosterCreate(handles, (ulong)handles.Length, out var booster));
        foreach (var matrix in matrices)
            GC.KeepAlive(matrix);

        SetHandle(booster);
        foreach (var (name, value) in parameters)
            Native.Check(Native.XGBoosterSetParam(this, name, value));
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>Grows one round of trees, one a class.</summary>
    /// <param name="round">From 0; the random choices are seeded by it.</param>
    /// <param name="matrix">What to fit, with labels.</param>
    /// <exception cref="XGBoostException">The library refused: a parameter's value, a label.</exception>
    public void Grow(int round, DMatrix matrix) => Native.Check(Native.XGBoosterUpdateOneIter(this, round, matrix));

    /// <summary>Grows one round along derivatives of a loss that is not the library's.</summary>
    /// <param name="seed">Seeds this round's random choices: the call seeds every round alike.</param>
    /// <param name="matrix">The rows.</param>
    /// <param name="gradients">First derivatives by the margins, three a row.</param>
    /// <param name="hessians">Second derivatives, three a row.</param>
    /// <exception cref="ArgumentException">There are not three a row.</exception>
    /// <exception cref="XGBoostException">The library refused.</exception>
    public void Grow(int seed, DMatrix matrix, Span<float> gradients, Span<float> hessians)
    {
        if (gradients.Length != 3 * matrix.Rows || hessians.Length != 3 * matrix.Rows)
            throw new ArgumentException($"There are {gradients.Length} first and {hessians.Length} second derivatives; {matrix.Rows} rows need {3 * matrix.Rows}.", nameof(gradients));

        Native.Check(Native.XGBoosterSetParam(this, "seed", seed.ToString(CultureInfo.InvariantCulture)));
        Native.Check(Native.XGBoosterBoostOneIter(this, matrix, ref MemoryMarshal.GetReference(gradients), ref MemoryMarshal.GetReference(hessians), (ulong)gradients.Length));
    }

    /// <summary>Sums of the leaves of all trees, before softmax, three a row.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="margins">Where they go: three a row.</param>
    /// <exception cref="XGBoostException">The library refused.</exception>
    public void Margins(DMatrix matrix, Span<float> margins) => Predict(1, matrix, 3 * matrix.Rows, margins);

    /// <summary>XGBoost's own explanation of its margins: row by row, class by class, what each feature adds, then the margin where nothing is known.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="contributions">Where they go: three times one more than there are columns, a row.</param>
    /// <exception cref="XGBoostException">The library refused.</exception>
    public void Contributions(DMatrix matrix, Span<float> contributions) => Predict(2, matrix, contributions.Length, contributions);

    void Predict(int kind, DMatrix matrix, int count, Span<float> predictions)
    {
        Native.Check(Native.XGBoosterPredictFromDMatrix(
            this, matrix, $$"""{"type": {{kind}}, "training": false, "iteration_begin": 0, "iteration_end": 0, "strict_shape": true}""", out _, out _, out var values));
        // The booster owns the values until its next call.
        unsafe
        {
            new ReadOnlySpan<float>((void*)values, count).CopyTo(predictions);
        }
    }

    /// <summary>The model in XGBoost's JSON format, UTF-8.</summary>
    /// <exception cref="XGBoostException">The library refused.</exception>
    public byte[] ToJson()
    {
        Native.Check(Native.XGBoosterSaveModelToBuffer(this, """{"format": "json"}""", out var length, out var bytes));
        var json = new byte[length];
        Marshal.Copy(bytes, json, 0, json.Length);
        return json;
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => Native.XGBoosterFree(handle) == 0;
}
