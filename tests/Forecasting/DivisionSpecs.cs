namespace Soccer.Forecasting.Tests;

public sealed class DivisionSpecs
{
    [TestCase("E1", "England", 2, true)]
    [TestCase("ARG", "Argentina", 1, false)]
    [TestCase("GAL2", "GAL", 2, false, Description = "a digit at the end is the level")]
    [TestCase("GAL0", "GAL", 1, false)]
    [TestCase("GAL", "GAL", 1, false, Description = "without one a code is a country of its own")]
    [TestCase("CUP2023", "CUP2023", 1, false, Description = "several digits are no level")]
    [TestCase("39", "39", 1, false)]
    [TestCase("7", "7", 1, false)]
    public void A_code_says_country_and_level(string code, string country, int level, bool isMain)
    {
        var division = Division.Of(code)!;
        Assert.That((division.Code, division.Country, division.Level, division.IsMain), Is.EqualTo((code, country, level, isMain)));
    }

    [TestCase("")]
    [TestCase("gal2")]
    [TestCase("Liga Profesional")]
    [TestCase("ABCDEFGHIJKLMNOPQRSTUVWXYZ12345")]
    public void Any_other_text_is_no_code(string text) => Assert.That(Division.Of(text), Is.Null);
}
