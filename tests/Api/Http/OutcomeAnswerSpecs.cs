using Soccer.Api.Fixtures;
using Soccer.Forecasting.Odds;

namespace Soccer.Api.Tests.Http;

public sealed class OutcomeAnswerSpecs
{
    static readonly Commissions Standard = new();

    [Test]
    public void The_edge_is_what_a_stake_of_one_gains_on_average() =>
        Assert.That(
            OutcomeAnswer.Of(0.5, 0.48, 2.1f, "B365", 0.5, Standard),
            Is.EqualTo(new OutcomeAnswer(0.5, 2, 0.48, 2.1, "B365", 0.05, 0, 0.5)));

    [Test]
    public void An_exchange_pays_its_odds_less_commission() =>
        // 1 + 1.1 x .95 = 2.045; x .5 - 1.
        Assert.That(
            OutcomeAnswer.Of(0.5, 0.48, 2.1f, "BFE", 0.5, Standard),
            Is.EqualTo(new OutcomeAnswer(0.5, 2, 0.48, 2.1, "BFE", 0.0225, 0.05, 0.5)));

    [Test]
    public void The_edge_is_of_the_forecast_that_starts_from_the_price_and_without_one_there_is_none()
    {
        Assert.That(
            OutcomeAnswer.Of(0.49, 0.48, 2.1f, "B365", 0.5, Standard),
            Is.EqualTo(new OutcomeAnswer(0.49, 2.041, 0.48, 2.1, "B365", 0.05, 0, 0.5)));
        Assert.That(
            OutcomeAnswer.Of(0.49, 0.48, 2.1f, "B365", null, Standard),
            Is.EqualTo(new OutcomeAnswer(0.49, 2.041, 0.48, 2.1, "B365", null, 0)));
    }

    [Test]
    public void Without_a_price_there_is_no_edge() =>
        Assert.That(
            OutcomeAnswer.Of(0.25, null, null, null, 0.25, Standard),
            Is.EqualTo(new OutcomeAnswer(0.25, 4, null, null, null, null, null, 0.25)));
}
