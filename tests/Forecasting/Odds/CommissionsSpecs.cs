using Soccer.Forecasting.Odds;

namespace Soccer.Forecasting.Tests.Odds;

public sealed class CommissionsSpecs
{
    [Test]
    public void Betfair_s_exchange_keeps_five_percent_of_the_winnings_and_bookmakers_nothing()
    {
        var standard = new Commissions();
        Assert.That((standard.Of("BFE"), standard.Of("BF"), standard.Of("PS")), Is.EqualTo((0.05, 0d, 0d)), "BF is Betfair's sportsbook");
        Assert.That((standard.Net(3, "BFE"), standard.Net(3, "PS"), standard.Net(3, null)), Is.EqualTo((2.9, 3d, 3d)));
    }

    [Test]
    public void Rates_of_one_s_own_take_the_place_of_the_standard_ones()
    {
        var own = new Commissions(new Dictionary<string, double> { ["bfe"] = 0.02, ["MB"] = 0.01 });
        Assert.That((own.Of("BFE"), own.Of("MB")), Is.EqualTo((0.02, 0.01)), "names of settings know no case");
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
