using System.Runtime.InteropServices;

namespace Soccer.Train.LightGBM;

/// <summary>
/// LightGBM's C API, as LightGBM/c_api.h 4.7 declares it. Every call answers 0, or −1 with its message kept for the calling thread.
/// </summary>
static partial class Native
{
    /// <summary>float32 among the API's types of values.</summary>
    public const int Float32 = 0;

    /// <summary>float64 among them.</summary>
    public const int Float64 = 1;

    static Native() => NativeImports.Register();

    /// <summary>Passes a return code on.</summary>
    /// <exception cref="LightGBMException">It was not 0.</exception>
    public static void Check(int returned)
    {
        if (returned != 0)
            throw new LightGBMException($"LightGBM: {Marshal.PtrToStringUTF8(LGBM_GetLastError())}");
    }

    /// <summary>Parameters as the API takes them.</summary>
    public static string Line(IEnumerable<KeyValuePair<string, string>> parameters) => string.Join(' ', parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"));

    [LibraryImport(LightGBMLibrary.Name)]
    public static partial nint LGBM_GetLastError();

    [LibraryImport(LightGBMLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LGBM_DatasetCreateFromMat(
        ref readonly float values, int type, int rows, int columns, int rowMajor, string parameters, nint reference, out nint dataset);

    [LibraryImport(LightGBMLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LGBM_DatasetSetField(Dataset dataset, string field, ReadOnlySpan<float> values, int length, int type);

    [LibraryImport(LightGBMLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LGBM_DatasetSetField(Dataset dataset, string field, ReadOnlySpan<double> values, int length, int type);

    [LibraryImport(LightGBMLibrary.Name)]
    public static partial int LGBM_DatasetFree(nint dataset);

    [LibraryImport(LightGBMLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LGBM_BoosterCreate(Dataset dataset, string parameters, out nint booster);

    [LibraryImport(LightGBMLibrary.Name)]
    public static partial int LGBM_BoosterFree(nint booster);

    [LibraryImport(LightGBMLibrary.Name)]
    public static partial int LGBM_BoosterAddValidData(Booster booster, Dataset dataset);

    [LibraryImport(LightGBMLibrary.Name)]
    public static partial int LGBM_BoosterUpdateOneIterCustom(Booster booster, ReadOnlySpan<float> gradients, ReadOnlySpan<float> hessians, out int finished);

    [LibraryImport(LightGBMLibrary.Name)]
    public static partial int LGBM_BoosterGetPredict(Booster booster, int dataset, out long length, Span<double> values);

    [LibraryImport(LightGBMLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int LGBM_BoosterPredictForMat(
        Booster booster, ReadOnlySpan<float> values, int type, int rows, int columns, int rowMajor, int kind, int from, int rounds, string parameters,
        out long length, Span<double> predictions);

    [LibraryImport(LightGBMLibrary.Name)]
    public static partial int LGBM_BoosterSaveModelToString(Booster booster, int from, int rounds, int importance, long room, out long length, Span<byte> text);
}
