using Soccer.Train.LightGBM;

namespace Soccer.Training.Tests;

/// <summary>For tests that need LightGBM: passes them over, by name, on a machine without the library.</summary>
static class LightGBMPresent
{
    public static void OrIgnore()
    {
        if (!LightGBMLibrary.IsThere(Environment.GetEnvironmentVariable("SOCCER_LIGHTGBM")))
            Assert.Ignore($"no LightGBM library: set SOCCER_LIGHTGBM to {LightGBMLibrary.FileName}");
    }
}
