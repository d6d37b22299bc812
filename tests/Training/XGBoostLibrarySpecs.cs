using Soccer.Train.XGBoost;

namespace Soccer.Training.Tests;

public sealed class XGBoostLibrarySpecs
{
    [OneTimeSetUp]
    public void Needs_the_library() => NativeLibraryPresent.OrIgnore();

    [Test]
    public void It_tells_its_version() => Assert.That(XGBoostLibrary.Load(), Is.GreaterThanOrEqualTo(new Version(1, 7)));

    [Test]
    public void Rows_that_are_not_whole_are_refused() => Assert.That(() => new DMatrix([1, 2, 3], 2, 1), Throws.ArgumentException.With.Message.Contains("3 values"));

    [Test]
    public void A_label_a_row_is_needed()
    {
        using var matrix = new DMatrix([1, 2, 3], 1, 1);
        Assert.That(() => matrix.SetLabels([default]), Throws.ArgumentException.With.Message.Contains("3 rows need 3"));
    }

    [Test]
    public void An_error_speaks_in_the_librarys_words()
    {
        using var matrix = new DMatrix([1, 2, 3], 1, 1);
        Assert.That(() => new Booster([new("objective", "no:such")], matrix).Grow(0, matrix), Throws.TypeOf<XGBoostException>().With.Message.Contains("no:such"));
    }
}
