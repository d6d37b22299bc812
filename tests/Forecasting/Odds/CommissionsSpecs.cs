using Soccer.Forecasting.Odds;

namespace Soccer.Forecasting.Tests.Odds;

public sealed class CommissionsSpecs
{
    [Test]
    public void Betfair_s_exchange_keeps_five_percent_of_the_winnings_and_bookmakers_nothing()
    {
        var standard = new Commissions();
        Assert.That((standard.IsExchange("BFE"), standard.IsExchange("BF"), standard.IsExchange("PS")), Is.EqualTo((true, false, false)), "BF is Betfair's sportsbook");
        Assert.That((standard.Net(3, "BFE"), standard.Net(3, "PS"), standard.Net(3, null)), Is.EqualTo((2.9, 3d, 3d)));
    }

    [Test]
    public void Rates_of_one_s_own_take_the_place_of_the_standard_ones()
    {
        var own = new Commissions(new Dictionary<string, double> { ["BFE"] = 0.02, ["MB"] = 0.01 });
        Assert.That((own.Of("BFE"), own.Of("MB"), own.IsExchange("MB")), Is.EqualTo((0.02, 0.01, true)));
        Assert.That(own.ToString(), Is.EqualTo("BFE 0.02, MB 0.01"));
    }

    [TestCase(-0.01)]
    [TestCase(1)]
    [TestCase(5)]
    [TestCase(double.NaN)]
    public void A_rate_that_is_no_share_is_refused_by_its_name(double rate) => Assert.That(
        () => new Commissions(new Dictionary<string, double> { ["BFE"] = rate }),
        Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("Bookmakers:Commission:BFE").And.Message.Contains("such as 0.05"));
}
