using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Soccer.Forecasting.Models;
using Soccer.Train.LightGBM;
using Soccer.Train.XGBoost;

namespace Soccer.Train;

/// <summary>
/// The native libraries that grow trees here. Which learners can be fitted, and every leaf, depends on them, so they stand in the key of
/// each step that fits and in what it makes.
/// </summary>
public sealed class BoostingLibraries
{
    readonly string described;

    /// <summary>Loads them.</summary>
    /// <param name="options">Where they lie.</param>
    /// <exception cref="XGBoostException">XGBoost can't be loaded; the message says what to install.</exception>
    /// <exception cref="LightGBMException">A kind has LightGBM among its learners, and it can't be loaded; the message says what to
    /// do.</exception>
    public BoostingLibraries(IOptions<TrainOptions> options)
    {
        var version = XGBoostLibrary.Load(options.Value.XGBoostLibrary);
        var isUsed = ModelKinds.All.Any(kind => options.Value.Parameters.Of(kind).Learners.Contains(Learner.LightGBM, StringComparison.Ordinal));
        described = $"XGBoost {version}, LightGBM {(isUsed ? LightGBMLibrary.Load() : "none")}";
    }

    /// <summary>Which they are: "XGBoost 1.7.4, LightGBM 2f0c54dd8a6e", or "none" where no kind uses it.</summary>
    public override string ToString() => described;

    /// <summary>Tells builds of a library apart that can't tell its version: the first 12 hex digits of its file's SHA-256.</summary>
    /// <param name="library">The library, loaded.</param>
    /// <param name="export">A function of it.</param>
    public static string BuildOf(nint library, string export)
    {
        var address = NativeLibrary.GetExport(library, export);
        using var process = Process.GetCurrentProcess();
        var module = process.Modules.Cast<ProcessModule>().Single(module => address >= module.BaseAddress && address - module.BaseAddress < module.ModuleMemorySize);
        using var file = File.OpenRead(module.FileName);
        return Convert.ToHexStringLower(SHA256.HashData(file))[..12];
    }
}
