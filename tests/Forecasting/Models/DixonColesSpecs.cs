using Soccer.Forecasting.Models;

namespace Soccer.Forecasting.Tests.Models;

public sealed class DixonColesSpecs
{
    [TestCase(0, 0, 1.165)] // 1 + 1.5 · 1.1 · .1
    [TestCase(0, 1, 0.85)] // 1 − 1.5 · .1
    [TestCase(1, 0, 0.89)] // 1 − 1.1 · .1
    [TestCase(1, 1, 1.1)] // 1 + .1
    [TestCase(2, 1, 1)]
    [TestCase(0, 2, 1)]
    public void The_four_lowest_scores_are_corrected(int home, int away, double tau) =>
        Assert.That(DixonColes.Tau(new(home, away), 1.5, 1.1, -0.1), Is.EqualTo(tau).Within(1e-15));

    [Test]
    public void A_correction_never_makes_a_score_less_than_impossible() => Assert.That(DixonColes.Tau(new(0, 0), 4, 4, 0.1), Is.EqualTo(0));

    // Sums over all scores to 60-60 by an independent program.
    [TestCase(1.5, 1.1, 0, 0.4642441858, 0.2576672148, 0.2780885994)]
    // By hand from the line above: e^−2.6 = .0742736, so wins by one goal lose .1 · 1.65 · .0742736 = .0122551 each, which the two draws gain together.
    [TestCase(1.5, 1.1, -0.1, 0.4519890454, 0.2821774956, 0.2658334590)]
    [TestCase(2.4, 0.6, 0.05, 0.7775064346, 0.1446442119, 0.0778493536)]
    [TestCase(8, 8, 0, 0.4497279363, 0.1005441274, 0.4497279363)]
    public void The_outcomes_are_sums_of_scores(double home, double away, double rho, double homeWin, double draw, double awayWin)
    {
        var p = DixonColes.Outcomes(home, away, rho);
        Assert.That(p.Home, Is.EqualTo(homeWin).Within(1e-8));
        Assert.That(p.Draw, Is.EqualTo(draw).Within(1e-8));
        Assert.That(p.Away, Is.EqualTo(awayWin).Within(1e-8));
        Assert.That(p.Sum, Is.EqualTo(1).Within(1e-12));
    }
}
