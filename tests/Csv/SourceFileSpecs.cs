
namespace Soccer.Csv.Tests;

public sealed class SourceFileSpecs
{
    [TestCase("mmz4281/2425/E0.csv", SourceLayout.Season, "E0", 2024)]
    [TestCase("mmz4281/9394/SP1.csv", SourceLayout.Season, "SP1", 1993)]
    [TestCase("mmz4281/9900/EC.csv", SourceLayout.Season, "EC", 1999)]
    [TestCase("mmz4281/0001/T1.csv", SourceLayout.Season, "T1", 2000)]
    [TestCase("new/ARG.csv", SourceLayout.Country, "ARG", 0)]
    [TestCase("fixtures.csv", SourceLayout.Fixtures, "", 0)]
    [TestCase("new_league_fixtures.csv", SourceLayout.CountryFixtures, "", 0)]
    public void Knows_a_file_by_its_path(string path, SourceLayout layout, string division, int season) =>
        Assert.That(SourceFile.Of(path), Is.EqualTo(new SourceFile(path, layout, division, season)));

    [TestCase("notes.txt")]
    [TestCase("englandm.php")]
    [TestCase("mmz4281/2426/E0.csv")]
    [TestCase("mmz4281/2425/data.zip")]
    public void Other_paths_hold_no_matches(string path) => Assert.That(SourceFile.Of(path), Is.Null);
}
