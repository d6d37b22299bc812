using Soccer.Csv;
using Soccer.Tables.Validate;
using Soccer.Validate.Matching;
using Soccer.Validate.Reading;

namespace Soccer.Validating.Tests.Reading;

public sealed class ColumnsSpecs
{
    [Test]
    public void Empty_header_cells_and_order_do_not_matter() => Assert.That(Of(",,FTAG,,Div,,").Division, Is.EqualTo(4));

    [Test]
    public void Of_a_name_that_comes_twice_the_first_counts() => Assert.That(Of("Div,HS,HS").Statistics[0], Is.EqualTo(1));

    [TestCase("B365H,B365D,B365A", "B365", OddsPhase.Opening)]
    [TestCase("B365CH,B365CD,B365CA", "B365", OddsPhase.Closing)]
    [TestCase("BbAvH,BbAvD,BbAvA", "Avg", OddsPhase.Opening)]
    [TestCase("AvgCH,AvgCD,AvgCA", "Avg", OddsPhase.Closing)]
    [TestCase("BbMxH,BbMxD,BbMxA", "Max", OddsPhase.Opening)]
    [TestCase("PH,PD,PA", "PS", OddsPhase.Opening)]
    [TestCase("PSCH,PSCD,PSCA", "PS", OddsPhase.Closing)]
    [TestCase("VCH,VCD,VCA", "VC", OddsPhase.Opening)]
    [TestCase("VCCH,VCCD,VCCA", "VC", OddsPhase.Closing)]
    [TestCase("1XBH,1XBD,1XBA", "1XB", OddsPhase.Opening)]
    [TestCase("NewH,NewD,NewA", "New", OddsPhase.Opening, TestName = "A_bookmaker_that_is_new_is_read_like_any_other")]
    public void Finds_a_bookmakers_result_odds(string header, string bookmaker, OddsPhase phase) =>
        Assert.That(Of(header).Odds, Is.EqualTo(new[] { new OddsColumns(bookmaker, phase, OddsMarket.Result, -1, 0, 1, 2) }));

    [Test]
    public void A_new_bookmaker_whose_code_ends_with_C_is_told_by_its_own_closing_columns() =>
        Assert.That(
            Of("ABCH,ABCD,ABCA,ABCCH,ABCCD,ABCCA").Odds.Select(odds => (odds.Bookmaker, odds.Phase)),
            Is.EqualTo(new[] { ("ABC", OddsPhase.Opening), ("ABC", OddsPhase.Closing) }));

    [TestCase("P>2.5,P<2.5", "PS", OddsPhase.Opening)]
    [TestCase("PC>2.5,PC<2.5", "PS", OddsPhase.Closing)]
    [TestCase("GB>2.5,GB<2.5", "GB", OddsPhase.Opening)]
    [TestCase("BbAv>2.5,BbAv<2.5", "Avg", OddsPhase.Opening)]
    public void Finds_odds_on_goals(string header, string bookmaker, OddsPhase phase) =>
        Assert.That(Of(header).Odds, Is.EqualTo(new[] { new OddsColumns(bookmaker, phase, OddsMarket.OverUnder, -1, 0, 1, -1) }));

    [TestCase("GBAHH,GBAHA,GBAH", "GB", OddsPhase.Opening)]
    [TestCase("BbMxAHH,BbMxAHA,BbAHh", "Max", OddsPhase.Opening)]
    [TestCase("PAHH,PAHA,AHh,AHCh", "PS", OddsPhase.Opening)]
    [TestCase("PCAHH,PCAHA,AHCh,AHh", "PS", OddsPhase.Closing)]
    public void Finds_the_asian_handicap_and_its_line(string header, string bookmaker, OddsPhase phase) =>
        Assert.That(Of(header).Odds, Is.EqualTo(new[] { new OddsColumns(bookmaker, phase, OddsMarket.AsianHandicap, 2, 0, 1, -1) }));

    [Test]
    public void A_bookmakers_own_line_comes_before_the_markets() =>
        Assert.That(Of("AHh,B365AHH,B365AHA,B365AH").Odds.Single().Line, Is.EqualTo(3));

    [TestCase("HS,AS,HST,AST,HF,AF,HC,AC,HY,AY,HR,AR,HTHG,HTAG,HTR")]
    [TestCase("HHW,AHW,HO,AO,HBP,ABP,HFKC,AFKC,Referee,Attendance")]
    [TestCase("H,D,A,AH,AHH,AHA,>2.5,<2.5")]
    [TestCase("AVeryLongNameH,AVeryLongNameD,AVeryLongNameA,Ä1H,Ä1D,Ä1A")]
    [TestCase("LB,LB,LB,Bb1X2,BbOU,BbAH,BbAHh")]
    public void What_is_no_price_is_not_taken_for_one(string header) => Assert.That(Of(header).Odds, Is.Empty);

    static Columns Of(string header)
    {
        using var reader = new CsvReader(header);
        reader.Read();
        return Columns.Of(Header.Of(reader));
    }
}
