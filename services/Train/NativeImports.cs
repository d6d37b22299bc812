using System.Reflection;
using System.Runtime.InteropServices;
using Soccer.Train.LightGBM;
using Soccer.Train.XGBoost;

namespace Soccer.Train;

/// <summary>Leads the calls into native libraries to where these were loaded from. An assembly can have one such guide, and this has two libraries.</summary>
static partial class NativeImports
{
    static NativeImports() => NativeLibrary.SetDllImportResolver(typeof(NativeImports).Assembly, Resolve);

    /// <summary>From then on the guide is there.</summary>
    public static void Guide()
    {
        // The static constructor has done it, once.
    }

    /// <summary>
    /// Lets OpenMP's threads sleep while they wait for each other; they spin by default, and where others need the processors too, a round then takes twenty times as
    /// long. OpenMP looks once, when the first library that uses it is loaded.
    /// </summary>
    public static void LetThreadsSleep() => _ = SetEnvironment("OMP_WAIT_POLICY", "passive", overwrite: 0);

    static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) => name switch
    {
        XGBoostLibrary.FileName => XGBoostLibrary.Handle(),
        LightGBMLibrary.FileName => LightGBMLibrary.Handle(),
        _ => 0,
    };

    // The process's own environment, which native libraries read; .NET keeps a copy of its own.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
