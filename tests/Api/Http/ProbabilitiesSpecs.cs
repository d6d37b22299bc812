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
    public void A_match_has_them_as_one_number_wherever_they_stand()
    {
        FixtureRow row = new(
            1, "E0", new(2025, 2, 2), null, "Arsenal", "Chelsea", 0.4897955, 0.2551025, 0.255102, null, null, null, null, null, null, null, null, null, null, null,
            "m1", "market-aware", 5, 3, new(2025, 2, 1), DateTime.UnixEpoch);
        var match = FixtureAnswer.Of([row], new());
        var expected = ProbabilitiesAnswer.Of(row);
        Assert.That(expected.HomeWin + expected.Draw + expected.AwayWin, Is.EqualTo(1).Within(1e-12));
        Assert.That(match.Probabilities, Is.EqualTo(expected));
        Assert.That(new ProbabilitiesAnswer(match.HomeWin.Probability, match.Draw.Probability, match.AwayWin.Probability), Is.EqualTo(expected));
        Assert.That(match.HomeWin.EdgeProbability, Is.EqualTo(expected.HomeWin));
        Assert.That(match.Kinds, Is.EqualTo(new[] { new KindAnswer("market-aware", expected.HomeWin, expected.Draw, expected.AwayWin) }));
    }

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
