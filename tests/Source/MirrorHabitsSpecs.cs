using System.Net;
using System.Text;
using Soccer.Source.Replay;

namespace Soccer.Source.Tests;

/// <summary>Mirrors as people have them: other separators, dates, quotes, encodings, names and divisions.</summary>
public sealed class MirrorHabitsSpecs
{
    const string Path = "mmz4281/2425/E0.csv", Header = "Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR,B365H,B365D,B365A\n";
    const string Played = "E0,01/02/2025,Alva,Brega,2,1,H,1.9,3.4,4.0\n", Coming = "E0,08/02/2025,Brega,Alva,0,0,D,2.1,3.3,3.5\n";
    const string Fixtures = "\uFEFFDiv,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR,B365H,B365D,B365A,HTHG,HTAG,HTR\r\nE0,08/02/2025,,Brega,Alva,,,,2.1,3.3,3.5,,,\r\n";

    static readonly string Quoted = string.Concat((Header + Played + Coming).TrimEnd('\n').Split('\n').Select(line => $"\"{line.Replace(",", "\",\"")}\"\n"));
    static readonly string Semicolons = (Header + Played + Coming).Replace(',', ';').Replace('.', ',');

    static IEnumerable<TestCaseData> Habits =>
    [
        new TestCaseData(Header + Played + Coming).SetArgDisplayNames("the publisher's own"),
        new TestCaseData(Quoted).SetArgDisplayNames("every cell in quotes"),
        new TestCaseData(Semicolons).SetArgDisplayNames("semicolons and decimal commas"),
        new TestCaseData("sep=;\r\n" + Semicolons.Replace("\n", "\r\n")).SetArgDisplayNames("a line that names the separator"),
        new TestCaseData((Header + Played + Coming).Replace(',', '\t')).SetArgDisplayNames("tabs"),
        new TestCaseData((Header + Played + Coming).Replace('\n', '\r')).SetArgDisplayNames("line ends of old Macintoshes"),
        new TestCaseData(Header + Played.Replace("01/02/2025", "2025-02-01") + Coming.Replace("08/02/2025", "2025-02-08")).SetArgDisplayNames("ISO dates"),
        new TestCaseData(Header + Played.Replace('/', '.') + Coming.Replace('/', '.')).SetArgDisplayNames("dates with dots"),
        new TestCaseData(Header + "E0,01/25/2025,Cerda,Dorna,1,1,D,2,3,4\n" + Played.Replace("01/02", "02/01") + Coming.Replace("08/02", "02/08")).SetArgDisplayNames("the month first"),
        new TestCaseData(Header.ToLowerInvariant() + Played + Coming).SetArgDisplayNames("names in small letters"),
    ];

    [TestCaseSource(nameof(Habits))]
    public async Task Replays_a_file_by_its_days_and_lists_what_is_coming(string text)
    {
        using var mirror = new TemporaryMirror().With(Path, text);
        using var site = new TestedSite(mirror.Folder, "2025-02-01");
        Assert.That(await site.Text("/" + Path), Does.Contain("Alva").And.Not.Contain("08/02/2025").And.Not.Contain("2025-02-08"));
        Assert.That(await site.Text("/fixtures.csv"), Is.EqualTo(Fixtures));
        Assert.That(await site.Text("/englandm.php"), Does.Contain($"HREF=\"{Path}\""));
    }

    [Test]
    public async Task Serves_a_file_with_the_month_first_with_the_day_first()
    {
        using var mirror = new TemporaryMirror().With(Path, Header + "E0,08/09/2024,Alva,Brega,2,1,H,1.9,3.4,4.0\nE0,08/16/2024,Brega,Alva,0,0,D,2.1,3.3,3.5\n");
        using var site = new TestedSite(mirror.Folder, "2024-08-12");
        Assert.That(await site.Text("/" + Path), Is.EqualTo(Header + "E0,09/08/2024,Alva,Brega,2,1,H,1.9,3.4,4.0\n"));
    }

    [TestCase(Path, "Div,Date,Home,Away,FTHG,FTAG\nE0,08/02/2025,Brega,Alva,0,0\n", "/fixtures.csv")]
    [TestCase("new/KOR.csv", "Country,League,Season,Date,home_team,away_team,HG,AG\nSouth Korea,K,2025,08/02/2025,Brega,Alva,0,0\n", "/new_league_fixtures.csv")]
    public async Task Lists_the_teams_whatever_their_columns_are_called(string file, string text, string list)
    {
        using var mirror = new TemporaryMirror().With(file, text);
        using var site = new TestedSite(mirror.Folder, "2025-02-01");
        Assert.That(await site.Text(list), Does.Contain(",08/02/2025,,Brega,Alva,"));
    }

    [Test]
    public async Task Serves_UTF_16_as_UTF_8()
    {
        using var mirror = new TemporaryMirror().With(Path, Encoding.Latin1.GetString([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Header + Played.Replace("Alva", "Peñal") + Coming)]));
        using var site = new TestedSite(mirror.Folder, "2025-02-01");
        Assert.That(await site.Text("/" + Path), Is.EqualTo("\uFEFF" + Header + Played.Replace("Alva", "Peñal")));
    }

    [TestCase("mmz4281/2425/e0.CSV", Path)]
    [TestCase("mmz4281/2425/D3.csv", "mmz4281/2425/D3.csv")]
    [TestCase("new/kor.csv", "new/KOR.csv")]
    public async Task Links_a_file_whatever_the_case_of_its_name_and_whoever_publishes_the_division(string file, string path)
    {
        var text = file.StartsWith("new", StringComparison.Ordinal)
            ? "Country,League,Season,Date,Home,Away,HG,AG\nSouth Korea,K League 1,2025,01/02/2025,Alva,Brega,2,1\n"
            : (Header + Played).Replace("E0", System.IO.Path.GetFileNameWithoutExtension(file).ToUpperInvariant());
        using var mirror = new TemporaryMirror().With(file, text);
        using var site = new TestedSite(mirror.Folder, "2025-02-01");
        var pages = await site.Text("/englandm.php") + await site.Text("/all_new_data.php");
        Assert.That(pages, Does.Contain($"HREF=\"{path}\""));
        Assert.That(await site.Text("/" + path), Is.EqualTo(text));
    }

    [TestCase("<html>nothing</html>")]
    [TestCase("")]
    [TestCase(Header + "E0,some day,Alva,Brega,2,1,H,1.9,3.4,4.0\n")]
    public async Task A_file_that_cannot_be_read_is_there_from_its_season_on_so_that_it_is_named(string text)
    {
        using var mirror = new TemporaryMirror().With("mmz4281/2324/E0.csv", Header + Played.Replace("2025", "2024")).With(Path, text);
        using var site = new TestedSite(mirror.Folder, "2025-02-01");
        Assert.That(await site.Text("/" + Path), Is.EqualTo(text));
        Assert.That(await site.Text("/englandm.php"), Does.Contain($"HREF=\"{Path}\""));
        await site.MoveTo("2024-07-31");
        using var before = await site.Get("/" + Path);
        Assert.That(before.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_season_of_which_there_is_only_the_header_is_still_to_come()
    {
        using var mirror = new TemporaryMirror().With("mmz4281/2324/E0.csv", Header + Played.Replace("2025", "2024")).With(Path, Header);
        using var site = new TestedSite(mirror.Folder, "2025-02-01");
        Assert.That(await site.Text("/englandm.php"), Does.Not.Contain(Path));
    }

    [Test]
    public void Names_the_files_that_have_no_address()
    {
        using var folder = new TemporaryMirror().With(Path, Header + Played).With("mmz4281/2425/e0.csv", Header).With("mmz4281/2024-2025/E1.csv", Header);
        Assert.That(new Mirror(folder.Folder).Ignored, Is.EquivalentTo(new[]
        {
            "mmz4281/2024-2025/E1.csv: its path is none of the site; mmz4281/2425/E0.csv or new/ARG.csv is needed",
            $"mmz4281/2425/e0.csv: another file has the address {Path}",
        }));
    }
}
