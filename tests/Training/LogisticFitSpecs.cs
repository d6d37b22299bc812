using MathNet.Numerics.LinearAlgebra;
using Soccer.Forecasting;
using Soccer.Train;

namespace Soccer.Training.Tests;

public sealed class LogisticFitSpecs
{
    static readonly double[] Rows = [1, 0.5, -1.2, 1, -0.3, 0.8, 1, 2.1, 0.1, 1, -1.4, -0.6];
    static readonly Outcome[] Outcomes = [Outcome.HomeWin, Outcome.AwayWin, Outcome.Draw, Outcome.HomeWin];
    static readonly double[] Weights = [0.2, -0.4, 0.1, 0.05, 0.3, -0.2, -0.6, 0.7, 0.15];
    static readonly LogisticLoss Loss = new(Rows, Outcomes, 3, 0.7, 0.01);

    [Test]
    public void The_gradient_is_what_finite_differences_say()
    {
        var (gradient, _) = Derivatives(Weights);
        for (var i = 0; i < 9; i++)
            Assert.That(gradient[i], Is.EqualTo((Loss.At(Moved(i, 1e-5)) - Loss.At(Moved(i, -1e-5))) / 2e-5).Within(1e-8), $"weight {i}");
    }

    [Test]
    public void The_Hessian_is_what_finite_differences_of_the_gradient_say()
    {
        var (_, hessian) = Derivatives(Weights);
        for (var i = 0; i < 9; i++)
        {
            var (above, _) = Derivatives(Moved(i, 1e-5));
            var (below, _) = Derivatives(Moved(i, -1e-5));
            for (var j = 0; j < 9; j++)
                Assert.That(hessian[i, j], Is.EqualTo((above[j] - below[j]) / 2e-5).Within(1e-8), $"weights {i} and {j}");
        }
    }

    [Test]
    public void Without_features_the_probabilities_are_the_frequencies()
    {
        var set = MadeUpMatches.Set(500);
        var margins = new float[3];
        LogisticFit.Fit(set, .., [], 1, CancellationToken.None).Margins(set.Row(0), margins);
        var frequencies = Forecasting.Metrics.Marginals.Of(set.Outcomes);
        Assert.That(margins.Select(margin => Math.Exp(margin)), Is.EqualTo(new[] { frequencies.Home, frequencies.Draw, frequencies.Away }).Within(1e-6));
    }

    [Test]
    public void A_feature_of_two_values_gives_the_frequencies_of_each()
    {
        // Of the matches with 0: 3 home, 2 draws, 1 away; with 1: 1 home, 1 draw, 4 away. A saturated model, hardly penalised, repeats them.
        Outcome[] outcomes = [0, 0, 0, (Outcome)1, (Outcome)1, (Outcome)2, 0, (Outcome)1, (Outcome)2, (Outcome)2, (Outcome)2, (Outcome)2];
        float[] values = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
        var fitted = LogisticFit.Fit(Set(values, outcomes), .., [0], 1e-3, CancellationToken.None);
        Assert.That(Forecast(fitted, 0), Is.EqualTo(new[] { 3 / 6d, 2 / 6d, 1 / 6d }).Within(1e-3));
        Assert.That(Forecast(fitted, 1), Is.EqualTo(new[] { 1 / 6d, 1 / 6d, 4 / 6d }).Within(1e-3));
    }

    [Test]
    public void The_weights_that_made_the_matches_are_found_again()
    {
        var set = MadeUpMatches.Set(40000);
        var fitted = LogisticFit.Fit(set, .., [0], 1e-3, CancellationToken.None);
        // Margins .3 + x, 0, −x; the weights sum to zero already, the intercepts are .1 too high each.
        Assert.That(fitted.Weights.Select((weight, i) => i % 2 == 1 ? weight / fitted.Scales[0] : 0), Is.EqualTo(new[] { 0d, 1, 0, 0, 0, -1 }).Within(0.04));
    }

    [Test]
    public void A_feature_that_never_varies_or_is_never_known_is_left_out()
    {
        var set = Set([5, 5, 5, 5], Outcomes);
        Assert.That(LogisticFit.Fit(set, .., [0], 1, CancellationToken.None).Columns, Is.Empty);
        Assert.That(LogisticFit.Fit(Set([float.NaN, float.NaN, float.NaN, float.NaN], Outcomes), .., [0], 1, CancellationToken.None).Columns, Is.Empty);
    }

    [Test]
    public void It_ends_when_it_is_cancelled() => Assert.That(
        () => LogisticFit.Fit(MadeUpMatches.Set(500), .., [0], 1, new CancellationToken(true)), Throws.InstanceOf<OperationCanceledException>());

    static TrainingSet Set(float[] values, Outcome[] outcomes) => new(
        ["only"], [.. Enumerable.Range(1, values.Length).Select(id => (long)id)], [.. outcomes.Select(_ => MadeUpMatches.FirstDay)], [.. outcomes.Select(_ => "E0")],
        outcomes, values, new Prices?[values.Length], new Prices?[values.Length]);

    static double[] Forecast(Forecasting.Models.MultinomialLogistic fitted, float value)
    {
        var margins = new float[3];
        fitted.Margins([value], margins);
        return [.. margins.Select(margin => Math.Exp(margin))];
    }

    static (double[] Gradient, Matrix<double> Hessian) Derivatives(double[] weights)
    {
        var gradient = new double[9];
        var hessian = Matrix<double>.Build.Dense(9, 9);
        Loss.At(weights, gradient, hessian);
        return (gradient, hessian);
    }

    static double[] Moved(int weight, double by) => [.. Weights.Select((value, i) => i == weight ? value + by : value)];
}
