using Soccer.Forecasting;
using Soccer.Forecasting.Features;
using Soccer.Forecasting.Models;
using Soccer.Forecasting.Odds;
using Soccer.Train;

namespace Soccer.Training.Tests;

public sealed class PriceStartSpecs
{
    [Test]
    public void Is_the_opening_price_without_its_margin()
    {
        var pass = FeaturePass.Create();
        var prices = new Prices(1.9, 3.6, 4.1);
        var row = new float[pass.Schema.Features.Count];
        pass.Describe(new Match { Id = 1, Division = "E0", Season = 2024, Date = new(2024, 8, 17), Home = 1, Away = 2, Opening = prices }, row);

        var margins = new float[3];
        PriceStart.Of([.. pass.Schema.Features.Select(feature => feature.Name)])!.Margins(row, margins);
        var (start, market) = (Softmax.Of(margins[0], margins[1], margins[2]), MarginRemoval.Power(prices));
        Assert.That(start.Home, Is.EqualTo(market.Home).Within(1e-6));
        Assert.That(start.Draw, Is.EqualTo(market.Draw).Within(1e-6));
        Assert.That(start.Away, Is.EqualTo(market.Away).Within(1e-6));
    }

    [Test]
    public void There_is_none_where_a_schema_has_no_price() => Assert.That(PriceStart.Of(["elo_difference", PriceStart.HomeRatio]), Is.Null);
}
