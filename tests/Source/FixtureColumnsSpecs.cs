using Soccer.Source.Replay;

namespace Soccer.Source.Tests;

public sealed class FixtureColumnsSpecs
{
    [TestCase("B365H"), TestCase("VCH"), TestCase("VCD"), TestCase("VCA"), TestCase("1XBD"), TestCase("BFEA"), TestCase("MaxH"), TestCase("BbAvA"), TestCase("Bb1X2")]
    [TestCase("P>2.5"), TestCase("B365<2.5"), TestCase("AHh"), TestCase("BbAHh"), TestCase("GBAH"), TestCase("B365AHH"), TestCase("MaxAHA"), TestCase("Referee")]
    public void Knows_what_is_known_before_a_match(string column) => Assert.That(FixtureColumns.Filled(column), Is.True);

    [TestCase("PSCH"), TestCase("B365CD"), TestCase("VCCA"), TestCase("1XBCH"), TestCase("BFECA"), TestCase("MaxCH"), TestCase("AvgC>2.5"), TestCase("AHCh"), TestCase("B365CAHH")]
    [TestCase("FTHG"), TestCase("FTR"), TestCase("HTAG"), TestCase("HTR")]
    public void Lists_results_and_closing_odds_blank(string column) =>
        Assert.That((FixtureColumns.Listed(column), FixtureColumns.Filled(column)), Is.EqualTo((true, false)));

    [TestCase("HS"), TestCase("AST"), TestCase("HC"), TestCase("AC"), TestCase("HY"), TestCase("AR"), TestCase("HHW"), TestCase("Attendance"), TestCase("HxG"), TestCase(""), TestCase("LB")]
    public void Leaves_out_statistics_and_what_it_does_not_know(string column) => Assert.That(FixtureColumns.Listed(column), Is.False);
}
