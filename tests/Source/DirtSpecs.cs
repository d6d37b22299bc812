using System.Text;
using Soccer.Source.World;

namespace Soccer.Source.Tests;

public sealed class DirtSpecs
{
    IReadOnlyList<(string Path, byte[] Bytes)> files = null!;
    IReadOnlyList<Defect> dirt = null!;

    [OneTimeSetUp]
    public void Play() => (files, _, dirt) = WorldFiles.Of(WorldPlan.Default);

    IEnumerable<byte[]> With(string kind) => dirt.Where(d => d.Kind == kind).Select(d => files.Single(f => f.Path == d.Path).Bytes);

    string[] Rows(string kind) =>
        [.. dirt.Where(d => d.Kind == kind).Select(d => Encoding.Latin1.GetString(files.Single(f => f.Path == d.Path).Bytes).Split('\n')[d.Line - 1].TrimEnd('\r'))];

    [Test]
    public void Has_every_defect_of_the_real_files() =>
        Assert.That(dirt.Select(d => d.Kind).Distinct(), Is.EquivalentTo(new[]
        {
            "bom", "windows-1252", "lf", "empty-header-cells", "blank-row", "long-row", "short-row", "zero-odds", "hash-odds", "partial-triple", "absurd-overround",
            "name-spaces",
        }));

    [Test]
    public void Begins_some_files_with_a_byte_order_mark() =>
        Assert.That(With("bom").Select(bytes => bytes[..3]), Is.All.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));

    [Test]
    public void Writes_some_files_that_are_not_UTF_8() =>
        Assert.That(With("windows-1252").Where(bytes => bytes.Any(b => b > 127)).Select(bytes => System.Text.Unicode.Utf8.IsValid(bytes)), Is.Not.Empty.And.All.False);

    [Test]
    public void Ends_lines_in_two_ways()
    {
        Assert.That(With("lf").Select(bytes => bytes.Contains((byte)'\r')), Is.All.False);
        Assert.That(files.Count(f => f.Bytes.Contains((byte)'\r')), Is.EqualTo(files.Count - dirt.Count(d => d.Kind == "lf")));
    }

    [Test]
    public void Points_at_the_rows_that_it_has_spoilt()
    {
        Assert.That(Rows("zero-odds"), Is.All.Contains(",0,"));
        Assert.That(Rows("hash-odds"), Is.All.Contains(",#,"));
        Assert.That(Rows("name-spaces").Select(row => row.Contains("  ", StringComparison.Ordinal) || row.Contains(" ,", StringComparison.Ordinal)), Is.All.True);
    }

    [Test]
    public void Leaves_a_world_without_dirt_clean()
    {
        var (clean, _, defects) = WorldFiles.Of(WorldPlan.Tiny with { Dirt = false });

        Assert.That(defects, Is.Empty);
        foreach (var (path, bytes) in clean)
        {
            var lines = Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.That(lines.Select(l => l.Split(',').Length), Is.All.EqualTo(lines[0].Split(',').Length), path);
        }
    }
}
