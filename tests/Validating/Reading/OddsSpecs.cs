using Soccer.Tables.Validate;
using Soccer.Validate.Matching;
using Soccer.Validate.Reading;

namespace Soccer.Validating.Tests.Reading;

public sealed class OddsSpecs
{
    const string Result = ",B365H,B365D,B365A";

    [Test]
    public void Reads_prices_by_bookmaker_phase_and_market_in_this_order()
    {
        var content = Invented.Read(
            Invented.Season, Invented.Header + ",PSH,PSD,PSA,B365H,B365D,B365A,B365C>2.5,B365C<2.5,AHh,B365AHH,B365AHA",
            "E0,17/08/2024,Aston,Burton,1,0,H,2.1,3.4,3.8,2,3.5,4,1.9,1.95,-0.25,1.8,2.1");
        Assert.That(content.Odds, Is.EqualTo(new CanonicalOdds[]
        {
            new("B365", OddsPhase.Opening, OddsMarket.Result, float.NaN, 2f, 3.5f, 4f),
            new("B365", OddsPhase.Opening, OddsMarket.AsianHandicap, -0.25f, 1.8f, 2.1f, float.NaN),
            new("B365", OddsPhase.Closing, OddsMarket.OverUnder, float.NaN, 1.9f, 1.95f, float.NaN),
            new("PS", OddsPhase.Opening, OddsMarket.Result, float.NaN, 2.1f, 3.4f, 3.8f),
        }));
    }

    [TestCase("0,0,0", "price")]
    [TestCase("#,3.5,4", "price")]
    [TestCase("1,15,40", "price")]
    [TestCase("-2,3.5,4", "price")]
    [TestCase("1001,1.2,1.2", "price")]
    [TestCase("2,,4", "partial")]
    [TestCase(",,4", "partial")]
    [TestCase("275,3.13,2.6", "overround", TestName = "275_for_2_75_leaves_a_booksum_of_0_708")]
    [TestCase("1.11,1.3,2.2", "overround", TestName = "A_booksum_of_2_125_is_no_bookmakers_margin")]
    public void Drops_odds_that_cannot_be_right_and_counts_them_but_keeps_the_match(string prices, string reason)
    {
        var content = Invented.Read(Invented.Season, Invented.Header + Result, $"E0,17/08/2024,Aston,Burton,1,0,H,{prices}");
        Assert.That(content.Rows, Has.Count.EqualTo(1));
        Assert.That(content.Odds, Is.Empty);
        Assert.That(content.Tally[$"odds dropped: {reason}"], Is.EqualTo(1));
    }

    [Test]
    public void Empty_cells_are_no_odds_and_no_loss()
    {
        var content = Invented.Read(Invented.Season, Invented.Header + Result, "E0,17/08/2024,Aston,Burton,1,0,H,,,");
        Assert.That(content.Tally.Sum("odds dropped: "), Is.Zero);
    }

    // 1/2.2 + 1/3.6 + 1/4.2 = 0.97042: nobody's offer alone, but the best of many.
    [TestCase("B365", "overround")]
    [TestCase("Max", null)]
    [TestCase("BFE", null)]
    public void The_best_of_many_bookmakers_may_have_no_margin(string bookmaker, string? defect) =>
        Assert.That(
            OddsRules.Defect(new CanonicalOdds(bookmaker, OddsPhase.Opening, OddsMarket.Result, float.NaN, 2.2f, 3.6f, 4.2f)), Is.EqualTo(defect));

    // 1/1.8 + 1/4 = 0.80556; 1/1.8 + 1/2.1 = 1.03175; 1/1.8 + 1/1.4 = 1.26984.
    [TestCase(4f, "overround")]
    [TestCase(2.1f, null)]
    [TestCase(1.4f, "overround")]
    public void Judges_two_ways_by_two_prices(float under, string? defect) =>
        Assert.That(
            OddsRules.Defect(new CanonicalOdds("B365", OddsPhase.Opening, OddsMarket.OverUnder, float.NaN, 1.8f, under, float.NaN)), Is.EqualTo(defect));

    [TestCase("-0.75", -0.75f)]
    [TestCase("+1.5", 1.5f)]
    [TestCase("-0.5,-1", -0.75f)]
    [TestCase("0,+0.5", 0.25f)]
    [TestCase("0", 0f)]
    public void Two_lines_in_a_cell_are_the_quarter_between(string cell, float line) => Assert.That(OddsRules.Line(cell), Is.EqualTo(line));

    [TestCase("-1.2")]
    [TestCase("-225")]
    [TestCase("12.5")]
    [TestCase("")]
    [TestCase("x")]
    public void A_line_that_is_no_quarter_or_beyond_five_goals_drops_its_odds(string cell) =>
        Assert.That(
            OddsRules.Defect(new CanonicalOdds("B365", OddsPhase.Opening, OddsMarket.AsianHandicap, OddsRules.Line(cell), 1.9f, 2f, float.NaN)),
            Is.EqualTo("line"));
}
