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
    public void They_are_described_by_XGBoosts_version_and_LightGBMs_build() => Assert.That(
        new BoostingLibraries(Options.Create(new TrainOptions())).ToString(), Is.EqualTo($"XGBoost {XGBoostLibrary.Load()}, LightGBM {LightGBMLibrary.Load()}"));

    [Test]
    public void LightGBM_is_not_needed_where_no_kind_uses_it()
    {
        var kind = new KindParameters { Learners = Learner.LogisticXGBoost };
        var options = new TrainOptions { Parameters = new() { ResultsOnly = kind, MarketMemory = kind, MarketAware = kind } };
        Assert.That(new BoostingLibraries(Options.Create(options)).ToString(), Is.EqualTo($"XGBoost {XGBoostLibrary.Load()}, LightGBM none"));
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
