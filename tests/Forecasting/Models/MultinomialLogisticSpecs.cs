using Soccer.Forecasting.Models;

namespace Soccer.Forecasting.Tests.Models;

public sealed class MultinomialLogisticSpecs
{
    // Scores: home 1 + 2z, draw 0, away −z, with z = (x − 10) / 4 of the row's second value.
    static readonly MultinomialLogistic Logistic = new([1], [10], [4], [1, 2, 0, 0, 0, -1]);

    [Test]
    public void Margins_are_log_probabilities_of_the_standardised_features()
    {
        var margins = new float[3];
        Logistic.Margins([float.NaN, 12], margins);
        // z = .5: scores 2, 0, −.5.
        var sum = Math.Exp(2) + 1 + Math.Exp(-0.5);
        Assert.That(margins, Is.EqualTo(new[] { 2 - Math.Log(sum), -Math.Log(sum), -0.5 - Math.Log(sum) }).Within(1e-6));
    }

    [Test]
    public void A_missing_value_counts_as_the_mean()
    {
        float[] missing = new float[3], mean = new float[3];
        Logistic.Margins([0, float.NaN], missing);
        Logistic.Margins([0, 10], mean);
        Assert.That(missing, Is.EqualTo(mean));
    }

    [Test]
    public void Without_features_the_intercepts_speak()
    {
        var margins = new float[3];
        new MultinomialLogistic([], [], [], [Math.Log(0.5), Math.Log(0.3), Math.Log(0.2)]).Margins([], margins);
        Assert.That(margins, Is.EqualTo(new[] { Math.Log(0.5), Math.Log(0.3), Math.Log(0.2) }).Within(1e-6));
    }

    [Test]
    public void A_weight_too_few_is_refused() =>
        Assert.That(() => new MultinomialLogistic([0], [0], [1], [1, 2, 3]), Throws.TypeOf<InvalidArtifactException>().With.Message.Contains("3 weights"));

    [Test]
    public void A_scale_of_zero_is_refused() => Assert.That(() => new MultinomialLogistic([0], [0], [0], new double[6]), Throws.TypeOf<InvalidArtifactException>());
}
