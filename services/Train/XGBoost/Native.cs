using System.Runtime.InteropServices;

namespace Soccer.Train.XGBoost;

/// <summary>
/// XGBoost's C API, as xgboost/c_api.h 1.7 declares it. Every call answers 0, or −1 with its message kept for the calling thread.
/// </summary>
static partial class Native
{
    static Native() => NativeImports.Register();

    /// <summary>Passes a return code on.</summary>
    /// <exception cref="XGBoostException">It was not 0.</exception>
    public static void Check(int returned)
    {
        if (returned != 0)
            throw new XGBoostException($"XGBoost: {Marshal.PtrToStringUTF8(XGBGetLastError())}");
    }

    [LibraryImport(XGBoostLibrary.FileName)]
    public static partial void XGBoostVersion(out int major, out int minor, out int patch);

    [LibraryImport(XGBoostLibrary.FileName)]
    public static partial nint XGBGetLastError();

    [LibraryImport(XGBoostLibrary.FileName, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBSetGlobalConfig(string json);

    [LibraryImport(XGBoostLibrary.FileName)]
    public static partial int XGDMatrixCreateFromMat_omp(ref readonly float values, ulong rows, ulong columns, float missing, out nint matrix, int threads);

    [LibraryImport(XGBoostLibrary.FileName, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGDMatrixSetFloatInfo(DMatrix matrix, string field, ref readonly float values, ulong length);

    [LibraryImport(XGBoostLibrary.FileName)]
    public static partial int XGDMatrixFree(nint matrix);

    [LibraryImport(XGBoostLibrary.FileName)]
    public static partial int XGBoosterCreate(ReadOnlySpan<nint> matrices, ulong length, out nint booster);

    [LibraryImport(XGBoostLibrary.FileName)]
    public static partial int XGBoosterFree(nint booster);

    [LibraryImport(XGBoostLibrary.FileName, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterSetParam(Booster booster, string name, string value);

    [LibraryImport(XGBoostLibrary.FileName)]
    public static partial int XGBoosterUpdateOneIter(Booster booster, int round, DMatrix matrix);

    [LibraryImport(XGBoostLibrary.FileName)]
    public static partial int XGBoosterBoostOneIter(Booster booster, DMatrix matrix, ref float gradients, ref float hessians, ulong length);

    [LibraryImport(XGBoostLibrary.FileName, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterPredictFromDMatrix(Booster booster, DMatrix matrix, string json, out nint shape, out ulong dimensions, out nint values);

    [LibraryImport(XGBoostLibrary.FileName, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterSaveModelToBuffer(Booster booster, string json, out ulong length, out nint bytes);
}
