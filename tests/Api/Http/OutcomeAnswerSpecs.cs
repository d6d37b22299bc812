using Soccer.Api.Fixtures;

namespace Soccer.Api.Tests.Http;

public sealed class OutcomeAnswerSpecs
{
    [Test]
    public void The_edge_is_what_a_stake_of_one_gains_on_average() =>
        Assert.That(OutcomeAnswer.Of(0.5, 0.48, 2.1f, "B365", 0.5), Is.EqualTo(new OutcomeAnswer(0.5, 2, 0.48, 2.1, "B365", 0.05)));

    [Test]
    public void The_edge_is_of_the_probability_that_has_not_seen_the_price() =>
        Assert.That(OutcomeAnswer.Of(0.49, 0.48, 2.1f, "B365", 0.5), Is.EqualTo(new OutcomeAnswer(0.49, 2.041, 0.48, 2.1, "B365", 0.05)));

    [Test]
    public void Without_a_price_there_is_no_edge() =>
        Assert.That(OutcomeAnswer.Of(0.25, null, null, null, 0.25), Is.EqualTo(new OutcomeAnswer(0.25, 4, null, null, null, null)));
}
