using FsCheck;
using FsCheck.Fluent;
using Soccer.Forecasting.Goals;

namespace Soccer.Forecasting.Tests.Goals;

/// <summary>Expected numbers were computed by a second implementation, in another language.</summary>
public sealed class ScoreGridSpecs
{
    static readonly ScoreGrid Grid = ScoreGrid.Of(new(0.50, 0.27, 0.23), 1.6, 1.1);

    [Test]
    public void The_likeliest_scores_come_first()
    {
        var likeliest = Grid.Likeliest(5);
        Assert.That(likeliest.Select(chance => chance.Score), Is.EqualTo(new Score[] { new(1, 1), new(1, 0), new(2, 1), new(2, 0), new(0, 0) }));
        Assert.That(likeliest[0].Probability, Is.EqualTo(0.128651739).Within(1e-9));
        Assert.That(likeliest[4].Probability, Is.EqualTo(0.076781641).Within(1e-9));
    }

    [Test]
    public void Goals_of_both_are_the_means_of_the_grid()
    {
        Assert.That(Grid.HomeGoals, Is.EqualTo(1.640666902).Within(1e-9));
        Assert.That(Grid.AwayGoals, Is.EqualTo(1.045809404).Within(1e-9));
    }

    [Test]
    public void Both_score_and_more_than_two_goals_are_sums_of_the_grid()
    {
        Assert.That(Grid.BothScore, Is.EqualTo(0.533757800).Within(1e-9));
        Assert.That(Grid.Over(2.5), Is.EqualTo(0.501187262).Within(1e-9));
    }

    [Test]
    public void A_score_beyond_the_grid_has_no_chance() => Assert.That(Grid[new(ScoreGrid.MostGoals + 1, 0)], Is.Zero);

    [Test]
    public void Wins_draws_and_defeats_sum_to_the_forecast_whatever_the_model_of_goals_says()
    {
        var forecasts = from home in Gen.Choose(5, 950)
                        from draw in Gen.Choose(5, 500)
                        from away in Gen.Choose(5, 950)
                        from goals in Gen.Choose(1, 700)
                        from against in Gen.Choose(1, 700)
                        let sum = (double)(home + draw + away)
                        select (Outcome: new Probabilities(home / sum, draw / sum, away / sum), Home: goals / 100d, Away: against / 100d);
        Prop.ForAll(forecasts.ToArbitrary(), forecast =>
        {
            var grid = ScoreGrid.Of(forecast.Outcome, forecast.Home, forecast.Away);
            var scores = grid.Likeliest(int.MaxValue);
            return Enumerable.All([Outcome.HomeWin, Outcome.Draw, Outcome.AwayWin], outcome =>
                Math.Abs(scores.Where(chance => chance.Score.Outcome == outcome).Sum(chance => chance.Probability) - forecast.Outcome[outcome]) < 1e-9)
                && scores.All(chance => chance.Probability >= 0);
        }).QuickCheckThrowOnFailure();
    }

    [TestCase(0, 1)]
    [TestCase(1, double.NaN)]
    [TestCase(double.PositiveInfinity, 1)]
    public void Refuses_goals_that_cannot_be_expected(double home, double away) =>
        Assert.That(() => ScoreGrid.Of(new(0.5, 0.3, 0.2), home, away), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Refuses_a_forecast_that_rules_an_outcome_out() =>
        Assert.That(() => ScoreGrid.Of(new(0.5, 0.5, 0), 1, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
