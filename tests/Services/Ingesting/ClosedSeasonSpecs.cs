using Soccer.Ingest.Fetching;

namespace Soccer.Services.Tests.Ingesting;

sealed class ClosedSeasonSpecs
{
    [TestCase("mmz4281/2324/E0.csv", "2024-08-31", false)]
    [TestCase("mmz4281/2324/E0.csv", "2024-09-01", true)]
    [TestCase("mmz4281/9900/E0.csv", "2000-08-31", false)]
    [TestCase("mmz4281/9900/E0.csv", "2000-09-01", true)]
    [TestCase("mmz4281/9394/E0.csv", "1994-09-01", true)]
    [TestCase("mmz4281/9293/E0.csv", "1993-09-01", true)]
    [TestCase("new/ARG.csv", "2030-01-01", false)]
    [TestCase("fixtures.csv", "2030-01-01", false)]
    [TestCase("mmz4281/24/E0.csv", "2030-01-01", false)]
    [TestCase("mmz4281/abcd/E0.csv", "2030-01-01", false)]
    public void Closes_a_season_with_the_August_in_which_it_has_ended(string path, string day, bool closed) =>
        Assert.That(ClosedSeason.IsClosed(path, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(closed));
}
