using Soccer.Forecasting;
using Soccer.Forecasting.Models;
using Soccer.Train;

namespace Soccer.Training.Tests;

public sealed class EvaluationSpecs
{
    static readonly Probabilities Marginals = new(0.5, 0.25, 0.25);

    // Five matches; the last four are judged. ARG is no main division; the third has no usable prices.
    static readonly TrainingSet Set = new(
        ["only"], [1, 2, 3, 4, 5], [.. Enumerable.Range(0, 5).Select(MadeUpMatches.Day)], ["E0", "E0", "ARG", "E1", "SP1"],
        [Outcome.HomeWin, Outcome.HomeWin, Outcome.Draw, Outcome.AwayWin, Outcome.Draw], new float[5],
        [null, new(2, 4, 4), new(2, 4, 4), new(0, 3, 3), new(4, 4, 2)], [null, null, new(2, 4, 4), null, new(4, 2, 4)]);

    static readonly Probabilities?[] Model = [new Probabilities(0.6, 0.2, 0.2), new Probabilities(0.3, 0.4, 0.3), new Probabilities(0.2, 0.2, 0.6), new Probabilities(0.2, 0.5, 0.3)];

    static readonly ForecasterScore[] Scores = Evaluation.Scores(Set, 1.., Marginals, [("results-only", Model), ("market-aware", [null, Model[1], null, Model[3]])]);

    [Test]
    public void Every_forecaster_stands_beside_its_rivals_on_the_same_matches() => Assert.That(
        Scores.Select(score => (score.Forecaster, score.Matches)),
        Is.EqualTo(new[]
        {
            ("class marginals", 4), ("market opening", 2), ("market closing", 1),
            ("results-only", 4), ("results-only, main divisions", 3), ("results-only, matches with opening odds", 2), ("results-only, matches with closing odds", 1),
            ("market-aware", 2), ("market-aware, main divisions", 1), ("market-aware, matches with opening odds", 1), ("market-aware, matches with closing odds", 1),
        }));

    [Test]
    public void The_log_losses_are_those_of_each_ones_matches() => Assert.That(
        Scores.Select(score => score.LogLoss),
        Is.EqualTo(new[]
        {
            -(Math.Log(0.5) + 3 * Math.Log(0.25)) / 4,
            // Prices without a margin: .5 for the home win, .25 for the draw.
            -(Math.Log(0.5) + Math.Log(0.25)) / 2,
            -Math.Log(0.5),
            -(Math.Log(0.6) + Math.Log(0.4) + Math.Log(0.6) + Math.Log(0.5)) / 4,
            -(Math.Log(0.6) + Math.Log(0.6) + Math.Log(0.5)) / 3,
            -(Math.Log(0.6) + Math.Log(0.5)) / 2,
            -Math.Log(0.5),
            -(Math.Log(0.4) + Math.Log(0.5)) / 2,
            -Math.Log(0.5),
            -Math.Log(0.5),
            -Math.Log(0.5),
        }).Within(1e-9));

    [Test]
    public void The_other_measures_stand_beside() =>
        Assert.That((Scores[3].Accuracy, Scores[3].Brier), Is.EqualTo((1d, (0.24 + 0.54 + 0.24 + 0.38) / 4)).Using<(double A, double B)>((x, y) => x.A == y.A && Math.Abs(x.B - y.B) < 1e-12));

    [Test]
    public void Without_prices_there_is_no_market() => Assert.That(
        Evaluation.Scores(Set, 0..1, Marginals, [("results-only", [Marginals])]).Select(score => score.Forecaster), Is.EqualTo(new[] { "class marginals", "results-only", "results-only, main divisions" }));
}
