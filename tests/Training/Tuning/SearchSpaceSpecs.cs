using System.ComponentModel.DataAnnotations;
using Soccer.Train;
using Soccer.Train.Tuning;

namespace Soccer.Training.Tests.Tuning;

public sealed class SearchSpaceSpecs
{
    [Test]
    public void The_corner_and_the_middle_are_where_the_scales_say()
    {
        Assert.Multiple(() =>
        {
            Assert.That(SearchSpace.At([0, 0, 0, 0, 0, 0]), Is.EqualTo(new TrialPoint(2, 0.02, 10, 0.1, 0.5, 1)));
            // Square roots of .02 · .2, 10 · 500 and 1 · 100.
            Assert.That(SearchSpace.At([0.5, 0.5, 0.5, 0.5, 0.5, 0.5]), Is.EqualTo(new TrialPoint(4, 0.0632, 70.7, 0.5, 0.75, 10)));
            Assert.That(SearchSpace.At([0.999999, 0.999999, 0.999999, 0.999999, 0.999999, 0.999999]), Is.EqualTo(new TrialPoint(6, 0.2, 500, 0.9, 1, 100)));
        });
    }

    // By an independent program.
    [Test]
    public void The_first_points_of_a_seed_are_these()
    {
        Assert.That(SearchSpace.At(QuasiRandom.Point(1, 6, 7)), Is.EqualTo(new TrialPoint(3, 0.102, 23.4, 0.88, 0.715, 1.01)));
        Assert.That(SearchSpace.At(QuasiRandom.Point(2, 6, 7)), Is.EqualTo(new TrialPoint(6, 0.0219, 51.2, 0.195, 0.761, 1.43)));
    }

    [Test]
    public void Every_point_is_within_what_the_parameters_allow()
    {
        for (var index = 1; index <= 1000; index++)
        {
            var parameters = SearchSpace.At(QuasiRandom.Point(index, 6, 1)).In(new BoostingParameters());
            Assert.That(() => Validator.ValidateObject(parameters, new ValidationContext(parameters), validateAllProperties: true), Throws.Nothing);
        }
    }

    [Test]
    public void A_point_changes_what_is_varied_and_nothing_else()
    {
        var configured = new BoostingParameters { Bins = 64, Rounds = 7, Patience = 3, Seed = 5, Threads = 1 };
        var point = new TrialPoint(3, 0.05, 20, 0.5, 0.9, 2);
        var changed = point.In(configured);
        Assert.That(TrialPoint.Of(changed), Is.EqualTo(point));
        Assert.That(TrialPoint.Of(configured).In(changed), Is.EqualTo(configured));
    }

    [Test]
    public void Rounds_that_were_fixed_for_other_parameters_are_forgotten()
    {
        var configured = new BoostingParameters { FixedRounds = 60 };
        Assert.That(TrialPoint.Of(configured).In(configured).FixedRounds, Is.EqualTo(60));
        Assert.That((TrialPoint.Of(configured) with { Depth = 3 }).In(configured).FixedRounds, Is.EqualTo(0));
    }

    [Test]
    public void A_point_of_other_dimensions_is_refused() => Assert.That(() => SearchSpace.At([0.5, 0.5]), Throws.ArgumentException);
}
