using System.Runtime.InteropServices;

namespace Soccer.Train.LightGBM;

/// <summary>The native library, which the package LightGBM brings for x64; it needs OpenMP's (Debian's libgomp1).</summary>
public static class LightGBMLibrary
{
    /// <summary>The name by which .NET finds it among the package's files.</summary>
    public const string Name = "lib_lightgbm";

    static readonly Lock Gate = new();
    static nint loaded;

    /// <summary>Loads it once a process.</summary>
    /// <returns>Its build, see <see cref="BoostingLibraries.BuildOf"/>: it can't report its version.</returns>
    /// <exception cref="LightGBMException">It can't be loaded; the message says what to do.</exception>
    public static string Load() => BoostingLibraries.BuildOf(Handle(), nameof(Native.LGBM_BoosterCreate));

    /// <summary>What was loaded, and is now if it was not.</summary>
    internal static nint Handle()
    {
        lock (Gate)
        {
            if (loaded != 0)
                return loaded;

            NativeImports.LetThreadsSleep();
            if (NativeLibrary.TryLoad(Name, typeof(LightGBMLibrary).Assembly, null, out loaded))
                return loaded;
        }

        throw new LightGBMException(
            $"{Name} could not be loaded on {RuntimeInformation.RuntimeIdentifier}. Install the package libgomp1 (apt-get install libgomp1). " +
            "On other processors than x64, leave LightGBM out of Train:Parameters:ResultsOnly:Learners, and so of each kind.");
    }
}
