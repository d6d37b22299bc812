using Soccer.Source.World;

namespace Soccer.Source.Tests;

public sealed class ScoreGridSpecs
{
    // With both means 1 and rho -.09: Poisson(0) = Poisson(1) = e^-1, Poisson(2) = e^-1/2, so
    // P(0-0) = P(1-1) = 1.09 e^-2, P(0-1) = P(1-0) = .91 e^-2, and the draws sum to I0(2) e^-2 + 2 * .09 e^-2.
    const double BesselI0Of2 = 2.2795853023360673;

    [Test]
    public void Corrects_low_scores_as_Dixon_and_Coles_do()
    {
        var grid = new ScoreGrid(1, 1);
        var draw = (BesselI0Of2 + .18) * Math.Exp(-2);

        Assert.That(grid.Draw, Is.EqualTo(draw).Within(1e-8));
        Assert.That(grid.Home, Is.EqualTo((1 - draw) / 2).Within(1e-8));
        Assert.That(grid.Away, Is.EqualTo((1 - draw) / 2).Within(1e-8));
    }

    [Test]
    public void Leaves_totals_above_two_goals_to_Poisson() =>
        Assert.That(new ScoreGrid(1, 1).Over, Is.EqualTo(1 - 5 * Math.Exp(-2)).Within(1e-8));

    [Test]
    public void Finds_the_score_of_a_cumulative_probability()
    {
        var grid = new ScoreGrid(1, 1);

        Assert.That(grid.At(0), Is.EqualTo((0, 0)));
        Assert.That(grid.At(1.09 * Math.Exp(-2) - 1e-6), Is.EqualTo((0, 0)));
        Assert.That(grid.At(1.09 * Math.Exp(-2) + 1e-6), Is.EqualTo((0, 1)));
    }

    [Test]
    public void Prices_handicaps_of_whole_half_and_quarter_goals()
    {
        var grid = new ScoreGrid(1.6, 1.1);

        Assert.That(grid.HomeWithHandicap(0), Is.EqualTo(grid.Home / (grid.Home + grid.Away)).Within(1e-12));
        Assert.That(grid.HomeWithHandicap(-.5), Is.EqualTo(grid.Home).Within(1e-12));
        Assert.That(grid.HomeWithHandicap(.5), Is.EqualTo(grid.Home + grid.Draw).Within(1e-12));
        // Half the stake on 0 (a draw returns it), half on -0.5.
        Assert.That(grid.HomeWithHandicap(-.25), Is.EqualTo(grid.Home / (1 - grid.Draw / 2)).Within(1e-12));
    }
}
