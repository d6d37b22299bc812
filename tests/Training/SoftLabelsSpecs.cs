using Soccer.Forecasting;
using Soccer.Train;

namespace Soccer.Training.Tests;

public sealed class SoftLabelsSpecs
{
    // None of the prices has a margin but the third match's closing ones, whose overround of .75 is no offer.
    static readonly TrainingSet FourMatches = new(
        ["only"], [1, 2, 3, 4], [.. Enumerable.Range(0, 4).Select(MadeUpMatches.Day)], ["E0", "E0", "E0", "E0"],
        [Outcome.AwayWin, Outcome.AwayWin, Outcome.Draw, Outcome.Draw], new float[4],
        [null, new(4, 4, 2), new(4, 2, 4), new(1, 1, 1)], [null, new(2, 4, 4), new(4, 4, 4), null]);

    [Test]
    public void A_target_is_the_closing_price_without_its_margin_else_the_opening_price_else_the_outcome() =>
        Assert.That(SoftLabels.Of(FourMatches), Is.EqualTo(new[] { 0, 0, 1, 0.5f, 0.25f, 0.25f, 0.25f, 0.5f, 0.25f, 0, 1, 0 }).Within(1e-6f));

    [Test]
    public void What_happened_counts_the_rest_of_a_share() =>
        // .6 · .5, .6 · .25 and .6 · .25 + .4 in the second match.
        Assert.That(SoftLabels.Of(FourMatches, 0.6), Is.EqualTo(new[] { 0, 0, 1, 0.3f, 0.15f, 0.55f, 0.15f, 0.7f, 0.15f, 0, 1, 0 }).Within(1e-6f));

    [Test]
    public void The_derivatives_are_those_of_the_softmax()
    {
        // Margins ln 2, 0, 0: probabilities .5, .25, .25.
        var (gradients, hessians) = (new float[3], new float[3]);
        SoftLoss.Derivatives([MathF.Log(2), 0, 0], [0.6f, 0.3f, 0.1f], gradients, hessians);
        Assert.That(gradients, Is.EqualTo(new[] { -0.1f, -0.05f, 0.15f }).Within(1e-6f));
        Assert.That(hessians, Is.EqualTo(new[] { 0.5f, 0.375f, 0.375f }).Within(1e-6f));
    }

    [Test]
    public void A_certain_row_keeps_a_second_derivative_above_zero()
    {
        var (gradients, hessians) = (new float[3], new float[3]);
        SoftLoss.Derivatives([200, 0, 0], [1, 0, 0], gradients, hessians);
        Assert.That(gradients, Is.EqualTo(new float[3]));
        Assert.That(hessians, Is.EqualTo(new[] { 1e-16f, 1e-16f, 1e-16f }));
    }
}
