using Soccer.Train.XGBoost;

namespace Soccer.Training.Tests;

/// <summary>For tests that grow trees: passes them over, by name, on a machine without the library.</summary>
static class NativeLibraryPresent
{
    public static void OrIgnore()
    {
        try
        {
            XGBoostLibrary.Load();
        }
        catch (XGBoostException)
        {
            Assert.Ignore("libxgboost.so.0 is not on this machine");
        }
    }
}
