using System.Runtime.InteropServices;

namespace Soccer.Train.LightGBM;

/// <summary>Finds the native library: at a configured path, else beside the program, else by its name where the system's loader looks.</summary>
public static class LightGBMLibrary
{
    /// <summary>The name by which LightGBM's own build makes it.</summary>
    public const string FileName = "lib_lightgbm.so";

    static readonly Lock Gate = new();
    static nint loaded;

    /// <summary>Loads the library once a process. It can't tell its version; what was loaded first stays.</summary>
    /// <param name="path">Where the library lies (setting Train:LightGBMLibrary), or none to look beside the program.</param>
    /// <exception cref="LightGBMException">It can't be loaded; the message says what to do.</exception>
    public static void Load(string? path = null)
    {
        if (!IsThere(path))
            throw new LightGBMException(string.IsNullOrEmpty(path)
                ? $"{FileName} could not be loaded. Put it beside the program, set Train:LightGBMLibrary to its path, or let XGBoost grow the trees (Train:Parameters:ResultsOnly:Boosting:Library, and so of each kind)."
                : $"'{path}' could not be loaded. Set Train:LightGBMLibrary to the path of {FileName}, built for this machine, with OpenMP's library beside it.");
    }

    /// <summary>Whether it can be loaded; it is, then.</summary>
    /// <param name="path">As above.</param>
    public static bool IsThere(string? path = null)
    {
        lock (Gate)
        {
            if (loaded != 0)
                return true;

            NativeImports.LetThreadsSleep();
            return string.IsNullOrEmpty(path)
                ? NativeLibrary.TryLoad(Path.Combine(AppContext.BaseDirectory, FileName), out loaded) || NativeLibrary.TryLoad(FileName, out loaded)
                : NativeLibrary.TryLoad(path, out loaded);
        }
    }

    /// <summary>Which build is loaded, by <see cref="BoostingLibraries.BuildOf"/>; none where there is none.</summary>
    public static string? Build() => IsThere() ? BoostingLibraries.BuildOf(loaded, nameof(Native.LGBM_BoosterCreate)) : null;

    /// <summary>What was loaded, and is now if it was not.</summary>
    internal static nint Handle()
    {
        Load();
        return loaded;
    }
}
