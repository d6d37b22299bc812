using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Options;
using Soccer.Source.World;

namespace Soccer.Source.Tests;

public sealed class WorldFolderSpecs
{
    TemporaryMirror folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new();

    [TearDown]
    public void DeleteFolder() => folder.Dispose();

    [Test]
    public void Writes_a_world_once()
    {
        Assert.That(WorldFolder.Write(WorldPlan.Tiny, folder.Folder), Is.EqualTo(528));
        Assert.That(WorldFolder.Write(WorldPlan.Tiny, folder.Folder), Is.Zero);
        Assert.That(WorldFolder.Write(WorldPlan.Tiny with { Seasons = 3 }, folder.Folder), Is.EqualTo(396));
        Assert.That(Directory.GetDirectories(Path.Combine(folder.Folder, "mmz4281")), Has.Length.EqualTo(3));
    }

    [Test]
    public void Leaves_a_folder_alone_that_holds_something_else()
    {
        folder.With("precious.txt", "mine");

        Assert.That(() => WorldFolder.Write(WorldPlan.Tiny, folder.Folder), Throws.InvalidOperationException.With.Message.Contains(folder.Folder));
    }

    [Test]
    public void Writes_the_truth_of_each_match_beside_the_mirror()
    {
        WorldFolder.Write(WorldPlan.Tiny, folder.Folder);
        var lines = File.ReadAllLines(Path.Combine(folder.Folder, "truth.csv"));

        Assert.That(lines[0], Is.EqualTo("division,season,date,home,away,p_home,p_draw,p_away,lambda_home,lambda_away"));
        Assert.That(lines, Has.Length.EqualTo(529));
        foreach (var line in lines.Skip(1))
            Assert.That(line.Split(',')[5..8].Sum(p => double.Parse(p, CultureInfo.InvariantCulture)), Is.EqualTo(1).Within(2e-6));
    }

    [Test]
    public async Task Serves_a_world_with_fixtures_ahead_of_its_own_default_date()
    {
        WorldFolder.Write(WorldPlan.Tiny, folder.Folder);
        using var site = new TestedSite(folder.Folder, "");

        Assert.That(await site.Text("/-/as-of"), Is.EqualTo("""{"asOf":"2025-02-01","clock":"2025-02-02T00:00:00Z"}"""));
        Assert.That((await site.Text("/fixtures.csv")).Split("\r\n"), Has.Length.GreaterThan(3));
    }

    [Test]
    public void Refuses_a_size_that_there_is_not()
    {
        using var site = new TestedSite("", "").WithWebHostBuilder(host => host.UseSetting("Source:World:Size", "Huge"));

        Assert.That(() => site.CreateClient(), Throws.InstanceOf<OptionsValidationException>().With.Message.Contains("must be Default or Tiny"));
    }

    [TestCase(2, "--out is missing", "write")]
    [TestCase(2, "Cannot read '--sead'", "write", "--sead", "3")]
    public void Tells_how_to_call_the_command_line(int code, string reason, params string[] arguments)
    {
        var written = new StringWriter();
        var before = Console.Error;
        Console.SetError(written);
        try
        {
            Assert.That(WriteCommand.Run(arguments[1..]), Is.EqualTo(code));
        }
        finally
        {
            Console.SetError(before);
        }
        Assert.That(written.ToString(), Does.StartWith(reason));
    }
}
