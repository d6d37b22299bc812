using Soccer.Bench;

namespace Soccer.Training.Tests.Growth;

/// <summary>How the growth bench judges seconds and memory.</summary>
public sealed class GrowthReportSpecs
{
    const long OneGigabyte = 1_000_000_000;

    [Test]
    public void The_exponent_is_the_log_ratio_of_seconds_over_the_log_ratio_of_matches()
    {
        var row = GrowthReport.Rows(Size(40_000, Step("x", 40_000, 8)), Size(10_000, Step("x", 10_000, 2)))[0];
        Assert.That(row.Exponent, Is.EqualTo(1).Within(1e-12));
        row = GrowthReport.Rows(Size(40_000, Step("x", 40_000, 32)), Size(10_000, Step("x", 10_000, 2)))[0];
        Assert.That(row.Exponent, Is.EqualTo(2).Within(1e-12));
    }

    [Test]
    public void The_first_size_has_no_exponent()
    {
        var row = GrowthReport.Rows(Size(100_000, Step("x", 100_000, 8)), null)[0];
        Assert.That((row.Exponent, row.ProcessorExponent, row.Misses), Is.EqualTo(((double?)null, (double?)null, (string?)null)));
    }

    [Test]
    public void A_step_that_grows_faster_than_the_limit_from_100_000_matches_on_is_marked()
    {
        var (smaller, larger) = (Size(100_000, Step("x", 100_000, 1)), Size(300_000, Step("x", 300_000, 3.5)));
        Assert.That(Printed(larger, smaller), Does.Contain("\n! x ").And.Contain(" 1.14 ").And.Contain("exponent at most 1.1"));
    }

    [Test]
    public void Below_100_000_matches_growth_is_shown_and_not_judged() =>
        Assert.That(GrowthReport.Rows(Size(100_000, Step("x", 100_000, 9)), Size(30_000, Step("x", 30_000, 1)))[0].Misses, Is.Null);

    [TestCase(20, 3)]
    [TestCase(3, 20)]
    public void A_step_is_marked_where_either_its_seconds_or_its_processor_seconds_grow_too_fast(double seconds, double processorSeconds)
    {
        var larger = Size(300_000, Step("x", 300_000, seconds) with { ProcessorSeconds = processorSeconds });
        Assert.That(GrowthReport.Rows(larger, Size(100_000, Step("x", 100_000, 1)))[0].Misses, Is.EqualTo("exponent at most 1.1"));
    }

    [TestCase(300_000, "at most 2 GB")]
    [TestCase(1_000_000, null)]
    public void A_fit_with_more_than_two_gigabytes_is_marked_up_to_300_000_matches(int asked, string? misses)
    {
        var fit = Step("fit results-only", asked, 10) with { PeakBytes = 2 * OneGigabyte + 1 };
        Assert.That(GrowthReport.Rows(Size(asked, fit), null)[0].Misses, Is.EqualTo(misses));
    }

    [Test]
    public void Sums_take_the_fits_together_and_count_the_feature_pass_once()
    {
        var size = Size(
            30_000, Step(StageNames.Read, 30_000, 1), Step(StageNames.Pass, 30_000, 2), Step(StageNames.Store, 30_000, 4),
            Step("fit results-only", 30_000, 8), Step("fit market-aware", 30_000, 16), Step(StageNames.Forecast, 30_000, 32)).WithSums();
        Assert.That(
            size.Costs.Select(cost => (cost.Stage, cost.Seconds)).TakeLast(3),
            Is.EqualTo(new[] { (StageNames.Fits, 24d), (StageNames.Forecast, 32d), (StageNames.Cascade, 61d) }));
    }

    [Test]
    public void Of_repeats_the_least_seconds_and_the_most_memory_count()
    {
        var best = SizeCosts.Best([Size(30_000, new StageCost("x", 30_000, 3, 5, 7)), Size(30_000, new StageCost("x", 30_000, 4, 4, 9))]);
        Assert.That(best.Costs, Is.EqualTo(new[] { new StageCost("x", 30_000, 3, 4, 9) }));
    }

    static string Printed(SizeCosts size, SizeCosts before)
    {
        var output = new StringWriter { NewLine = "\n" };
        var met = GrowthReport.Print(WithCascade(size), WithCascade(before), output);
        Assert.That(met, Is.False);
        return output.ToString();
    }

    static SizeCosts WithCascade(SizeCosts size) =>
        size with { Costs = [.. size.Costs, size.Costs[0] with { Stage = StageNames.Cascade }] };

    static SizeCosts Size(int asked, params StageCost[] costs) => new("mirror", asked, 1, costs);

    static StageCost Step(string stage, int matches, double seconds) => new(stage, matches, seconds, seconds, OneGigabyte);
}
