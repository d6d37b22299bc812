using System.Reflection;
using System.Runtime.InteropServices;
using Soccer.Train.LightGBM;
using Soccer.Train.XGBoost;

namespace Soccer.Train;

/// <summary>
/// Resolves imports to the native libraries loaded before. An assembly can have one resolver, and this one imports from two libraries.
/// </summary>
static partial class NativeImports
{
    static NativeImports() => NativeLibrary.SetDllImportResolver(typeof(NativeImports).Assembly, Resolve);

    /// <summary>Registers the resolver.</summary>
    public static void Register()
    {
        // The static constructor does it, once.
    }

    /// <summary>
    /// Lets OpenMP's threads sleep while they wait for each other; they spin by default, and where others need the processors too, a round
    /// then takes twenty times as
    /// long. OpenMP looks once, when the first library that uses it is loaded.
    /// </summary>
    public static void LetThreadsSleep() => _ = SetEnvironment("OMP_WAIT_POLICY", "passive", overwrite: 0);

    static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) => name switch
    {
        XGBoostLibrary.FileName => XGBoostLibrary.Handle(),
        LightGBMLibrary.Name => LightGBMLibrary.Handle(),
        _ => 0,
    };

    // The process's own environment, which native libraries read; .NET keeps a copy of its own.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
