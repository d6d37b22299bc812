using System.Runtime.InteropServices;

namespace Soccer.Train.XGBoost;

/// <summary>Finds the native library: at a configured path, else by its name where the system's loader looks.</summary>
public static class XGBoostLibrary
{
    /// <summary>The name by which Debian's package libxgboost0 installs it.</summary>
    public const string FileName = "libxgboost.so.0";

    static readonly Lock Gate = new();
    static nint loaded;

    /// <summary>Loads the library once a process and tells its version: 1.7.4. Later calls tell the version of what is loaded.</summary>
    /// <param name="path">Where the library lies (setting Train:XGBoostLibrary), or none for the system's.</param>
    /// <exception cref="XGBoostException">It can't be loaded; the message says what to install.</exception>
    public static Version Load(string? path = null)
    {
        lock (Gate)
            if (loaded == 0)
                loaded = Open(path);

        Native.XGBoostVersion(out var major, out var minor, out var patch);
        return new(major, minor, patch);
    }

    static nint Open(string? path)
    {
        NativeImports.LetThreadsSleep();
        if (NativeLibrary.TryLoad(string.IsNullOrEmpty(path) ? FileName : path, out var library))
            return library;

        throw new XGBoostException(string.IsNullOrEmpty(path)
            ? $"{FileName} could not be loaded. Install the package libxgboost0 (apt-get install libxgboost0), or set Train:XGBoostLibrary to the library's path."
            : $"'{path}' could not be loaded. Set Train:XGBoostLibrary to the path of {FileName}, or leave it empty and install the package libxgboost0.");
    }

    /// <summary>What was loaded, and is now if it was not.</summary>
    internal static nint Handle()
    {
        if (loaded == 0)
            Load();

        return loaded;
    }
}
