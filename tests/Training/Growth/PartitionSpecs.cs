using Soccer.Bench;
using Soccer.Source.World;

namespace Soccer.Training.Tests.Growth;

/// <summary>What lets the system be divided by country: docs/scaling.md.</summary>
public sealed class PartitionSpecs
{
    [Test]
    public void A_country_described_alone_has_the_rows_that_it_has_beside_others()
    {
        var folder = Directory.CreateTempSubdirectory("soccer-training-").FullName;
        try
        {
            WorldFolder.Write(WorldPlan.Default with { FirstSeason = 2022, Seasons = 3 }, folder);
            var files = History.FilesOf(folder);
            var whole = History.Of(History.ReadDataset(folder, files), null, folder).Describe();
            var spanish = files.Where(file => file.Code.StartsWith("SP", StringComparison.Ordinal)).ToArray();
            var spain = History.Of(History.ReadDataset(folder, spanish), null, folder).Describe();

            var rows = Enumerable.Range(0, whole.Count).ToDictionary(match => whole.Matches[match]);
            Assert.That(spain.Count, Is.GreaterThan(2000).And.LessThan(whole.Count));
            for (var match = 0; match < spain.Count; match++)
                Assert.That(spain.Row(match).ToArray(), Is.EqualTo(whole.Row(rows[spain.Matches[match]]).ToArray()));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
