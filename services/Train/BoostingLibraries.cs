using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Soccer.Train.LightGBM;
using Soccer.Train.XGBoost;

namespace Soccer.Train;

/// <summary>
/// The native libraries that grow trees here. Which learners can be fitted, and every leaf, depends on them, so they stand in the key of each step that fits and in what it makes.
/// </summary>
public sealed class BoostingLibraries
{
    readonly string described;

    /// <summary>Loads them.</summary>
    /// <param name="options">Where they lie.</param>
    /// <exception cref="XGBoostException">XGBoost can't be loaded; the message says what to install.</exception>
    /// <exception cref="LightGBMException">LightGBM can't be loaded from the path that is set.</exception>
    public BoostingLibraries(IOptions<TrainOptions> options)
    {
        var version = XGBoostLibrary.Load(options.Value.XGBoostLibrary);
        if (options.Value.LightGBMLibrary is { Length: > 0 } path)
            LightGBMLibrary.Load(path);

        described = $"XGBoost {version}, LightGBM {LightGBMLibrary.Build() ?? "none"}";
    }

    /// <summary>Which they are, wherever they lie: "XGBoost 1.7.4, LightGBM none".</summary>
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
