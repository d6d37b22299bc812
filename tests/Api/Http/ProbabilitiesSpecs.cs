using FsCheck;
using FsCheck.Fluent;
using Soccer.Api.Fixtures;

namespace Soccer.Api.Tests.Http;

/// <summary>Three probabilities as they are answered.</summary>
public sealed class ProbabilitiesSpecs
{
    [TestCase(0.5, 0.25, 0.25, 0.5, 0.25, 0.25)]
    [TestCase(1 / 3d, 1 / 3d, 1 / 3d, 0.333334, 0.333333, 0.333333)]
    [TestCase(0.2000006, 0.3000006, 0.4999988, 0.200001, 0.300001, 0.499998)]
    [TestCase(0.0000001, 0.0000001, 0.9999998, 0, 0, 1)]
    public void They_are_rounded_to_six_places_and_the_largest_takes_what_is_left(
        double home, double draw, double away, double homeWin, double drawn, double awayWin) =>
        Assert.That(ProbabilitiesAnswer.Of(home, draw, away), Is.EqualTo(new ProbabilitiesAnswer(homeWin, drawn, awayWin)));

    [Test]
    public void They_sum_to_one_and_lie_within_two_millionths_of_what_they_were() => Prop.ForAll(
        Gen.Choose(1, 1_000_000_000).Three().ToArbitrary(),
        weights =>
        {
            var sum = (double)weights.Item1 + weights.Item2 + weights.Item3;
            double[] exact = [weights.Item1 / sum, weights.Item2 / sum, weights.Item3 / sum];
            var (home, draw, away) = ProbabilitiesAnswer.Of(exact[0], exact[1], exact[2]);
            double[] rounded = [home, draw, away];
            return (decimal)home + (decimal)draw + (decimal)away == 1 && exact.Zip(rounded).All(pair => Math.Abs(pair.First - pair.Second) < 2e-6);
        }).QuickCheckThrowOnFailure();
}
