using Soccer.Api.Fixtures;

namespace Soccer.Api.Tests.Http;

public sealed class OutcomeAnswerSpecs
{
    [Test]
    public void The_edge_is_what_a_stake_of_one_gains_on_average() =>
        Assert.That(OutcomeAnswer.Of(0.5, 0.48, 2.1f, "B365"), Is.EqualTo(new OutcomeAnswer(0.5, 2, 0.48, 2.1, "B365", 0.05)));

    [Test]
    public void Without_a_price_there_is_no_edge() =>
        Assert.That(OutcomeAnswer.Of(0.25, null, null, null), Is.EqualTo(new OutcomeAnswer(0.25, 4, null, null, null, null)));
}
