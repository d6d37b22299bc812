using Soccer.Forecasting;
using Soccer.Train;

namespace Soccer.Training.Tests;

public sealed class TrainingSetSpecs
{
    [Test]
    public void Rows_of_consecutive_matches_stand_together()
    {
        var set = Set([1, 2, 3]);
        Assert.That(set.Rows(1..).ToArray(), Is.EqualTo(new float[] { 2, 3, 4, 5 }));
        Assert.That(set.Row(2).ToArray(), Is.EqualTo(new float[] { 4, 5 }));
    }

    [Test]
    public void Matches_of_a_day_out_of_order_are_refused() => Assert.That(
        () => Set([1, 3, 2]), Throws.ArgumentException.With.Message.Contains("Match 2 of 2019-08-03 stands after match 3"));

    [Test]
    public void A_match_twice_is_refused() => Assert.That(() => Set([1, 2, 2]), Throws.ArgumentException.With.Message.Contains("Match 2"));

    [Test]
    public void A_value_too_few_is_refused() => Assert.That(() => Set([1, 2, 3], values: 5), Throws.ArgumentException.With.Message.Contains("have 5 values"));

    [Test]
    public void A_price_too_few_is_refused() => Assert.That(() => Set([1, 2, 3], prices: 2), Throws.ArgumentException.With.Message.Contains("2 opening"));

    [Test]
    public void A_score_of_another_outcome_is_refused() =>
        Assert.That(() => Set([1, 2, 3], scores: [new(1, 0), new(2, 1), new(1, 1)]), Throws.ArgumentException.With.Message.Contains("scores"));

    [Test]
    public void Chosen_matches_keep_their_scores() =>
        Assert.That(Set([1, 2, 3], scores: [new(1, 0), new(2, 1), new(3, 0)]).Choose([0, 2]).Scores, Is.EqualTo(new Score[] { new(1, 0), new(3, 0) }));

    static TrainingSet Set(long[] ids, int values = 6, int prices = 3, Score[]? scores = null) => new(
        ["first", "second"], ids, [.. ids.Select(_ => MadeUpMatches.FirstDay)], ["E0", "E0", "ARG"], new Outcome[3], [.. Enumerable.Range(0, values).Select(i => (float)i)],
        new Prices?[prices], new Prices?[3], scores);
}
