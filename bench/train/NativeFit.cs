using System.Globalization;
using System.Runtime.InteropServices;
using Soccer.Train;
using Soccer.Train.XGBoost;

namespace Soccer.Bench;

/// <summary>
/// The calls of XGBoost's C API that a fit with early stopping can't do without, and nothing else: both matrices, the parameters, and in each round its trees and the library's own
/// log loss of the stop rows. Where the loss is the caller's own, its derivatives are taken by the same code as the product's.
/// </summary>
sealed class NativeFit : IDisposable
{
    readonly BoostingParameters parameters;
    readonly int columns;
    readonly float[]? targets;
    readonly float[] gradients;
    readonly float[] hessians;
    readonly nint[] matrices;
    readonly nint[] stop;
    readonly nint booster;

    /// <summary>Gives the library its rows and its parameters.</summary>
    /// <exception cref="XGBoostException">The library refused.</exception>
    public NativeFit(NativeRows fit, NativeRows stop, BoostingParameters parameters)
    {
        (this.parameters, columns, targets) = (parameters, fit.Columns, fit.Targets);
        (gradients, hessians) = targets is null ? ([], []) : (new float[targets.Length], new float[targets.Length]);
        Check(XGBSetGlobalConfig("""{"verbosity": 0}"""));
        matrices = [Matrix(fit), Matrix(stop)];
        this.stop = [matrices[1]];
        Check(XGBoosterCreate(matrices, (ulong)matrices.Length, out booster));
        foreach (var (name, value) in parameters.ForXGBoost(fit.Labels.Length))
            Check(XGBoosterSetParam(booster, name, value));

        Check(XGBoosterSetParam(booster, "eval_metric", "mlogloss"));
    }

    /// <summary>Grows a round.</summary>
    /// <param name="round">From 0.</param>
    /// <returns>The log loss of the stop rows after it, to six digits.</returns>
    /// <exception cref="XGBoostException">The library refused.</exception>
    public double Grow(int round)
    {
        if (targets is null)
            Check(XGBoosterUpdateOneIter(booster, round, matrices[0]));
        else
            Boost(round, targets);

        Check(XGBoosterEvalOneIter(booster, round, stop, ["stop"], 1, out var text));
        var told = Marshal.PtrToStringUTF8(text)!;
        // [12]	stop-mlogloss:1.012345
        return double.Parse(told.AsSpan(told.LastIndexOf(':') + 1), CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Check(XGBoosterFree(booster));
        foreach (var matrix in matrices)
            Check(XGDMatrixFree(matrix));
    }

    void Boost(int round, float[] targets)
    {
        Check(XGBoosterPredictFromDMatrix(
            booster, matrices[0], """{"type": 1, "training": false, "iteration_begin": 0, "iteration_end": 0, "strict_shape": true}""", out _, out _, out var margins));
        Marshal.Copy(margins, gradients, 0, gradients.Length);
        SoftLoss.Derivatives(gradients, targets, gradients, hessians);
        Check(XGBoosterSetParam(booster, "seed", (parameters.Seed + round).ToString(CultureInfo.InvariantCulture)));
        Check(XGBoosterBoostOneIter(booster, matrices[0], gradients, hessians, (ulong)gradients.Length));
    }

    nint Matrix(NativeRows rows)
    {
        Check(XGDMatrixCreateFromMat_omp(rows.Values, (ulong)rows.Labels.Length, (ulong)columns, float.NaN, out var matrix, parameters.Threads));
        Check(XGDMatrixSetFloatInfo(matrix, "label", rows.Labels, (ulong)rows.Labels.Length));
        Check(XGDMatrixSetFloatInfo(matrix, "base_margin", rows.Margins, (ulong)rows.Margins.Length));
        return matrix;
    }

    static void Check(int returned)
    {
        if (returned != 0)
            throw new XGBoostException($"XGBoost: {Marshal.PtrToStringUTF8(XGBGetLastError())}");
    }

    [DllImport(XGBoostLibrary.FileName)]
    static extern nint XGBGetLastError();

    [DllImport(XGBoostLibrary.FileName)]
    static extern int XGBSetGlobalConfig([MarshalAs(UnmanagedType.LPUTF8Str)] string json);

    [DllImport(XGBoostLibrary.FileName)]
    static extern int XGDMatrixCreateFromMat_omp(float[] values, ulong rows, ulong columns, float missing, out nint matrix, int threads);

    [DllImport(XGBoostLibrary.FileName)]
    static extern int XGDMatrixSetFloatInfo(nint matrix, [MarshalAs(UnmanagedType.LPUTF8Str)] string field, float[] values, ulong length);

    [DllImport(XGBoostLibrary.FileName)]
    static extern int XGDMatrixFree(nint matrix);

    [DllImport(XGBoostLibrary.FileName)]
    static extern int XGBoosterCreate(nint[] matrices, ulong length, out nint booster);

    [DllImport(XGBoostLibrary.FileName)]
    static extern int XGBoosterFree(nint booster);

    [DllImport(XGBoostLibrary.FileName)]
    static extern int XGBoosterSetParam(nint booster, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value);

    [DllImport(XGBoostLibrary.FileName)]
    static extern int XGBoosterUpdateOneIter(nint booster, int round, nint matrix);

    [DllImport(XGBoostLibrary.FileName)]
    static extern int XGBoosterBoostOneIter(nint booster, nint matrix, float[] gradients, float[] hessians, ulong length);

    [DllImport(XGBoostLibrary.FileName)]
    static extern int XGBoosterPredictFromDMatrix(
        nint booster, nint matrix, [MarshalAs(UnmanagedType.LPUTF8Str)] string json, out nint shape, out ulong dimensions, out nint values);

    [DllImport(XGBoostLibrary.FileName)]
    static extern int XGBoosterEvalOneIter(
        nint booster, int round, nint[] matrices, [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string[] names, ulong length, out nint text);
}
