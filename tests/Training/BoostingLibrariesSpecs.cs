using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Soccer.Train;
using Soccer.Train.LightGBM;
using Soccer.Train.XGBoost;

namespace Soccer.Training.Tests;

public sealed class BoostingLibrariesSpecs
{
    [OneTimeSetUp]
    public void Needs_the_library() => NativeLibraryPresent.OrIgnore();

    [Test]
    public void They_say_XGBoost_s_version_and_LightGBM_s_build_or_that_there_is_none() => Assert.That(
        new BoostingLibraries(Options.Create(new TrainOptions())).ToString(), Is.EqualTo($"XGBoost {XGBoostLibrary.Load()}, LightGBM {LightGBMLibrary.Build() ?? "none"}"));

    [Test]
    public void A_path_without_a_library_is_named()
    {
        if (LightGBMLibrary.IsThere())
            Assert.Ignore("what was loaded first stays");
        Assert.That(
            () => new BoostingLibraries(Options.Create(new TrainOptions { LightGBMLibrary = "/nowhere/lib_lightgbm.so" })),
            Throws.TypeOf<LightGBMException>().With.Message.Contains("/nowhere/lib_lightgbm.so"));
    }

    [Test]
    public void A_build_is_the_hash_of_its_file_wherever_that_lies()
    {
        var copy = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"copy_{Guid.NewGuid():N}.so");
        // Any library will do: the runtime's own is there, and small.
        File.Copy(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "libSystem.Native.so"), copy);
        try
        {
            Assert.That(
                BoostingLibraries.BuildOf(NativeLibrary.Load(copy), "SystemNative_GetPid"), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(copy)))[..12]));
        }
        finally
        {
            File.Delete(copy);
        }
    }
}
