using MathNet.Numerics.LinearAlgebra;
using Soccer.Forecasting;
using Soccer.Train;

namespace Soccer.Training.Tests;

public sealed class GoalFitSpecs
{
    static readonly PoissonLoss Loss = new([1, 0.5, -1.2, 1, -0.3, 0.8, 1, 2.1, 0.1, 1, -1.4, -0.6], [2, 0, 5, 1], 3, 0.7, 0.01);
    static readonly double[] Weights = [0.2, 0.4, -0.1];

    [Test]
    public void The_gradient_is_what_finite_differences_say()
    {
        var (gradient, _) = Derivatives(Weights);
        for (var i = 0; i < 3; i++)
            Assert.That(gradient[i], Is.EqualTo((Loss.At(Moved(i, 1e-5)) - Loss.At(Moved(i, -1e-5))) / 2e-5).Within(1e-8), $"weight {i}");
    }

    [Test]
    public void The_Hessian_is_what_finite_differences_of_the_gradient_say()
    {
        var (_, hessian) = Derivatives(Weights);
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++)
                Assert.That(hessian[i, j], Is.EqualTo((Derivatives(Moved(i, 1e-5)).Gradient[j] - Derivatives(Moved(i, -1e-5)).Gradient[j]) / 2e-5).Within(1e-8), $"weights {i} and {j}");
    }

    [Test]
    public void Without_features_the_rates_are_the_mean_goals()
    {
        // 9 and 4 goals in 6 matches.
        var goals = GoalFit.Fit(Set([new(1, 0), new(0, 1), new(0, 0), new(3, 1), new(3, 0), new(2, 2)]), .., [], 1, CancellationToken.None);
        var (home, away) = goals.Rates([0]);
        Assert.That(home, Is.EqualTo(9 / 6d).Within(1e-6));
        Assert.That(away, Is.EqualTo(4 / 6d).Within(1e-6));
    }

    [Test]
    public void Rho_is_where_the_lowest_scores_are_likeliest()
    {
        // With rates of 1, τ is 1 − ρ for 0-0 and 1-1 and 1 + ρ for 1-0 and 0-1: of 9 and 6 such scores, ρ is (6 − 9) / 15.
        var draws = Enumerable.Repeat((new Score(0, 0), (1d, 1d)), 5).Concat(Enumerable.Repeat((new Score(1, 1), (1d, 1d)), 4));
        var wins = Enumerable.Repeat((new Score(1, 0), (1d, 1d)), 2).Concat(Enumerable.Repeat((new Score(0, 1), (1d, 1d)), 4));
        Assert.That(GoalFit.Rho([.. draws, .. wins]), Is.EqualTo(-0.2).Within(1e-12));
        Assert.That(GoalFit.Rho([]), Is.EqualTo(0));
    }

    [Test]
    public void The_weights_that_made_the_goals_are_found_again()
    {
        var goals = GoalFit.Fit(MadeUpMatches.Scored(40000), .., [0], 1e-3, CancellationToken.None);
        Assert.That(goals.HomeWeights[1] / goals.Scales[0], Is.EqualTo(0.4).Within(0.015));
        Assert.That(goals.AwayWeights[1] / goals.Scales[0], Is.EqualTo(-0.3).Within(0.015));
        Assert.That(goals.Rates([0]).Home, Is.EqualTo(Math.Exp(0.3)).Within(0.02));
        Assert.That(goals.Rho, Is.EqualTo(0).Within(0.02), "home and away goals were drawn apart");
    }

    [Test]
    public void Outcomes_alone_are_refused() =>
        Assert.That(() => GoalFit.Fit(MadeUpMatches.Set(100), .., [0], 1, CancellationToken.None), Throws.ArgumentException.With.Message.Contains("scores"));

    [Test]
    public void It_ends_when_it_is_cancelled() => Assert.That(
        () => GoalFit.Fit(MadeUpMatches.Scored(500), .., [0], 1, new CancellationToken(true)), Throws.InstanceOf<OperationCanceledException>());

    static TrainingSet Set(Score[] scores) => new(
        ["only"], [.. Enumerable.Range(1, scores.Length).Select(id => (long)id)], [.. scores.Select(_ => MadeUpMatches.FirstDay)], [.. scores.Select(_ => "E0")],
        [.. scores.Select(score => score.Outcome)], new float[scores.Length], new Prices?[scores.Length], new Prices?[scores.Length], scores);

    static (double[] Gradient, Matrix<double> Hessian) Derivatives(double[] weights)
    {
        var gradient = new double[3];
        var hessian = Matrix<double>.Build.Dense(3, 3);
        Loss.At(weights, gradient, hessian);
        return (gradient, hessian);
    }

    static double[] Moved(int weight, double by) => [.. Weights.Select((value, i) => i == weight ? value + by : value)];
}
