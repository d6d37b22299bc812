using System.Text;
using Soccer.Source.Replay;

namespace Soccer.Source.Tests;

/// <summary>Replay of the real data, read in place.</summary>
public sealed class RealMirrorSpecs
{
    static readonly DateOnly AsOf = new(2025, 2, 1);
    string folder = null!;
    TestedSite site = null!;

    [OneTimeSetUp]
    public void FindMirror()
    {
        folder = Environment.GetEnvironmentVariable("SOCCER_MIRROR") ?? "";
        if (folder.Length == 0) Assert.Ignore("no mirror");
        site = new(folder, "2025-02-01");
    }

    [OneTimeTearDown]
    public void Stop() => site?.Dispose();

    [Test]
    public void Serves_every_file_of_a_closed_season_byte_for_byte()
    {
        var mirror = new Mirror(folder);
        var closed = mirror.Main.Where(f => f.File.Season < 2024).ToArray();

        Assert.That(closed, Has.Length.GreaterThan(600));
        foreach (var (path, file) in closed)
            Assert.That(file.AsOf(AsOf)!.Value.Bytes.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder, path))), Is.True, path);
    }

    [Test]
    public void Cuts_a_running_season_after_the_date_and_changes_no_byte_before()
    {
        var mirror = new Mirror(folder);
        foreach (var (path, file) in mirror.Main.Where(f => f.File.Season == 2024).Concat(mirror.New))
        {
            if (file.AsOf(AsOf) is not { } served) continue;
            // An independent reading of the file: lines, and the one cell that looks like a date.
            var lines = Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(folder, path))).Split('\n');
            var kept = lines.Where((line, i) => i == 0 || (Date(line) is { } date ? date <= AsOf : false)).ToArray();
            var servedLines = Encoding.Latin1.GetString(served.Bytes).Split('\n');
            Assert.That(servedLines.Where((line, i) => i == 0 || Date(line) is not null), Is.EqualTo(kept), path);
            Assert.That(served.Last, Is.EqualTo(kept.Skip(1).Max(Date)), path);
        }
    }

    [Test]
    public void Has_each_match_either_in_its_file_or_in_the_fixtures_or_still_to_come()
    {
        var mirror = new Mirror(folder);
        var fixtures = Lines(FixtureList.MainLeagues(mirror, AsOf, 7));
        var all = mirror.Main.Where(f => f.File.Season == 2024).SelectMany(f => Lines(File.ReadAllBytes(Path.Combine(folder, f.Path)))).Select(Date).OfType<DateOnly>().ToArray();
        var served = mirror.Main.Where(f => f.File.Season == 2024).Sum(f => Lines(f.File.AsOf(AsOf)!.Value.Bytes).Count(l => Date(l) is not null));

        Assert.That(served, Is.EqualTo(all.Count(d => d <= AsOf)));
        Assert.That(fixtures, Has.Length.EqualTo(all.Count(d => d > AsOf && d <= AsOf.AddDays(7)) + 1));
    }

    [Test]
    public async Task Lists_next_weeks_fixtures_with_opening_odds_and_nothing_of_the_match()
    {
        var lines = (await site.Text("/fixtures.csv")).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].Split(',');

        Assert.That(header, Does.Contain("B365H").And.Contain("FTHG").And.Contain("PSCH").And.Not.Contain("HS"));
        foreach (var row in lines.Skip(1).Select(l => l.Split(',')))
            for (var i = 0; i < header.Length; i++)
                if (header[i] is "FTHG" or "FTAG" or "FTR" or "HTHG" or "HTAG" or "HTR" or "AHCh" || (header[i].Contains('C') && header[i] is not ("VCH" or "VCD" or "VCA")))
                    Assert.That(row[i], Is.Empty, $"{row[0]} {row[3]} {header[i]}");
        var average = Array.IndexOf(header, "AvgH");
        Assert.That(lines.Skip(1).Count(l => l.Split(',')[average].Length > 0), Is.GreaterThan((lines.Length - 1) * .95));
    }

    [Test]
    public async Task Links_all_22_divisions_and_16_new_leagues()
    {
        var pages = string.Concat(await Task.WhenAll(Source.Site.Country.Main.Select(c => site.Text("/" + c.Page))));

        Assert.That(pages.Split("mmz4281/2425/").Length - 1, Is.EqualTo(22));
        foreach (var country in Source.Site.Country.New)
            Assert.That(await site.Text("/" + country.Page), Does.Contain($"new/{country.Divisions[0].Code}.csv"));
    }

    [Test]
    public void Knows_every_column_that_the_publisher_ever_used()
    {
        var kept = Directory.EnumerateFiles(Path.Combine(folder, "mmz4281"), "*.csv", SearchOption.AllDirectories)
            .SelectMany(f => Lines(File.ReadAllBytes(f))[0].TrimEnd('\r').Split(','))
            .Select(c => FixtureColumns.Name(c.Trim('\u00EF', '\u00BB', '\u00BF', ' ')))
            .Distinct()
            .Where(c => c.Length > 0 && !FixtureColumns.Listed(c));

        Assert.That(kept, Is.EquivalentTo(new[]
        {
            "HS", "AS", "HST", "AST", "HHW", "AHW", "HC", "AC", "HF", "AF", "HFKC", "AFKC", "HO", "AO", "HY", "AY", "HR", "AR", "HBP", "ABP", "Attendance", "LB",
        }));
    }

    static string[] Lines(byte[] bytes) => Encoding.Latin1.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    static DateOnly? Date(string line) => line.Split(',', 7).Take(6)
        .Where(cell => cell.Length is 8 or 10 && cell[2] == '/')
        .Select(cell => DateOnly.TryParseExact(cell, ["dd/MM/yyyy", "dd/MM/yy"], out var date) ? date : (DateOnly?)null)
        .FirstOrDefault(date => date is not null);
}
