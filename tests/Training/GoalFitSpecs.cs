using Soccer.Forecasting;
using Soccer.Train;

namespace Soccer.Training.Tests;

public sealed class GoalFitSpecs
{
    [Test]
    public void The_weights_solve_the_likelihoods_equations()
    {
        // At the minimum Σ (rate − count) · x + ridge · weight is 0 for each feature, and Σ (rate − count) for the intercept (Nelder and
        // Wedderburn 1972).
        float[][] features = [[0.5f, -1.2f], [-0.3f, 0.8f], [2.1f, 0.1f], [-1.4f, -0.6f]];
        int[] counts = [2, 0, 5, 1];
        var weights = PoissonFit.Fit(features, counts, 0.7, CancellationToken.None);
        double[] excess = [.. features.Select((x, match) => Math.Exp(weights[0] + weights[1] * x[0] + weights[2] * x[1]) - counts[match])];
        Assert.That(excess.Sum(), Is.EqualTo(0).Within(1e-4));
        for (var feature = 0; feature < 2; feature++)
            Assert.That(excess.Zip(features, (rate, x) => rate * x[feature]).Sum() + 0.7 * weights[feature + 1], Is.EqualTo(0).Within(1e-4), $"feature {feature}");
    }

    [Test]
    public void The_same_matches_give_the_same_bits() => Assert.That(
        GoalFit.Fit(MadeUpMatches.Scored(5000), .., [0, 1], 1, CancellationToken.None).HomeWeights,
        Is.EqualTo(GoalFit.Fit(MadeUpMatches.Scored(5000), .., [0, 1], 1, CancellationToken.None).HomeWeights));

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
}
