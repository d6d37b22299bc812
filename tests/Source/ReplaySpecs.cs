using System.Net;
using System.Text;

namespace Soccer.Source.Tests;

public sealed class ReplaySpecs
{
    const string Bom = "\u00EF\u00BB\u00BF";
    const string Header = Bom + "Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HTHG,HTAG,HTR,Referee,HS,AS,B365H,B365D,B365A,VCH,VCD,VCA,AvgH,B365CH,B365CD,B365CA,VCCH,AHh,AHCh,Mystery,,\r\n";
    const string First = "E0,31/01/2025,20:00,Aldermere ,Pe\u00F1al,2,1,H,1,0,H,\"Pell, A.\",9,8,1.9,3.4,4,1.91,3.5,4.1,1.92,1.8,3.5,4.5,1.81,-0.5,-0.75,7,,\r\n";
    const string Blank = ",,,,,\r\n";
    const string Second = "E0,01/02/2025,15:00,Brackholt,Carrowyck,0,0,D,0,0,D,,9,8,2.5,3.1,3,,,,2.6,2.4,3.1,3.1,,0,0,8,,,,extra\r\n";
    const string Third = "E0,02/02/2025,14:00,Elverwyck,\u00D1andu,1,3,A,0,1,A,M Weir,4,12,4.5,3.8,1.8,4.4,3.9,1.83,4.45,4.6,3.9,1.75,4.7,0.75,1,9,,\r\n";
    const string Undated = ",,,,Elverwyck lost,1,3\r\n";
    const string Eighth = "E0,08/02/2025,15:00,Farlmere,Ockholt,1,1,D\r\n";
    const string Ninth = "E0,09/02/2025,15:00,Quarmere,Kestholt,5,0,H,2,0,H,,9,8,2.5,3.1,3";

    TemporaryMirror mirror = null!;

    [SetUp]
    public void WriteMirror() => mirror = new TemporaryMirror()
        .With("mmz4281/2425/E0.csv", Header + First + Blank + Second + Third + Undated + Eighth + Ninth)
        .With("mmz4281/2425/G1.csv", "Div,Date,HT,AT,FTHG,FTAG,FTR,WHH\nG1,03/02/25,Iraklis,Xanthi,4,0,H,1.5\nG1,01/09/24,Xanthi,Iraklis,4,0,H,1.5\n")
        .With("mmz4281/2526/E0.csv", Header + "E0,15/08/2025,20:00,Aldermere,Brackholt,2,1,H\r\n")
        .With("new/ARG.csv",
            "Country,League,Season,Date,Time,Home,Away,HG,AG,Res,PSCH,PSCD,PSCA,MaxCH,AvgCH\r\n" +
            "Argentina,Liga,2025,01/02/2025,22:00,Quilmara,Neulipe,1,0,H,1.5,4,6,1.6,1.55\r\n" +
            "Argentina,Liga,2025,05/02/2025,22:00,Neulipe,Quilmara,1,0,H,2.5,3,3,2.6,2.55\r\n");

    [TearDown]
    public void DeleteMirror() => mirror.Dispose();

    [Test]
    public async Task Serves_rows_up_to_the_date_byte_for_byte()
    {
        using var site = new TestedSite(mirror.Folder, "2025-02-01");

        Assert.That(await site.Bytes("/mmz4281/2425/E0.csv"), Is.EqualTo(Encoding.Latin1.GetBytes(Header + First + Blank + Second)));
    }

    [Test]
    public async Task Serves_a_finished_file_whole()
    {
        using var site = new TestedSite(mirror.Folder, "2025-06-30");

        Assert.That(await site.Bytes("/mmz4281/2425/E0.csv"), Is.EqualTo(File.ReadAllBytes(Path.Combine(mirror.Folder, "mmz4281/2425/E0.csv"))));
    }

    [Test]
    public async Task Keeps_an_undated_row_with_the_row_before_it()
    {
        using var site = new TestedSite(mirror.Folder, "2025-02-02");

        Assert.That(await site.Bytes("/mmz4281/2425/E0.csv"), Is.EqualTo(Encoding.Latin1.GetBytes(Header + First + Blank + Second + Third + Undated)));
    }

    [Test]
    public async Task Moves_the_next_seven_days_into_the_fixtures_without_what_is_known_only_later()
    {
        using var site = new TestedSite(mirror.Folder, "2025-02-01");

        Assert.That(await site.Text("/fixtures.csv"), Is.EqualTo(
            "\uFEFFDiv,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR,WHH,HTHG,HTAG,HTR,Referee,B365H,B365D,B365A,VCH,VCD,VCA,AvgH,B365CH,B365CD,B365CA,VCCH,AHh,AHCh\r\n" +
            "E0,02/02/2025,14:00,Elverwyck,\u00D1andu,,,,,,,,M Weir,4.5,3.8,1.8,4.4,3.9,1.83,4.45,,,,,0.75,\r\n" +
            "E0,08/02/2025,15:00,Farlmere,Ockholt,,,,,,,,,,,,,,,,,,,,,\r\n" +
            "G1,03/02/25,,Iraklis,Xanthi,,,,1.5,,,,,,,,,,,,,,,,,\r\n"));
    }

    [Test]
    public async Task Lists_new_league_fixtures_without_any_odds_because_the_data_has_closing_ones_only()
    {
        using var site = new TestedSite(mirror.Folder, "2025-02-01");

        Assert.That(await site.Text("/new_league_fixtures.csv"), Is.EqualTo(
            "\uFEFFCountry,League,Date,Time,Home,Away,PH,PD,PA,MaxH,MaxD,MaxA,AvgH,AvgD,AvgA\r\n" +
            "Argentina,Liga,05/02/2025,22:00,Neulipe,Quilmara,,,,,,,,,\r\n"));
    }

    [Test]
    public async Task Has_no_file_and_no_link_of_a_season_that_has_not_begun()
    {
        using var site = new TestedSite(mirror.Folder, "2025-08-14");
        using var before = await site.Get("/mmz4281/2526/E0.csv");
        var page = await site.Text("/englandm.php");

        Assert.That(before.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(page, Does.Contain("mmz4281/2425/E0.csv").And.Not.Contain("mmz4281/2526/E0.csv"));

        await site.MoveTo("2025-08-15");
        using var after = await site.Get("/mmz4281/2526/E0.csv");
        Assert.That(after.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await site.Text("/englandm.php"), Does.Contain("mmz4281/2526/E0.csv"));
    }

    [Test]
    public async Task Moves_on_and_back()
    {
        using var site = new TestedSite(mirror.Folder, "2025-02-01");
        var first = await site.Bytes("/mmz4281/2425/E0.csv");

        await site.MoveTo("2025-02-09");
        var later = await site.Bytes("/mmz4281/2425/E0.csv");
        await site.MoveTo("2025-02-01");

        Assert.That(later, Has.Length.GreaterThan(first.Length));
        Assert.That(await site.Bytes("/mmz4281/2425/E0.csv"), Is.EqualTo(first));
        Assert.That(await site.Text("/-/as-of"), Is.EqualTo("""{"asOf":"2025-02-01","clock":"2025-02-02T00:00:00Z"}"""));
    }

    [Test]
    public async Task Notices_that_the_publisher_has_revised_a_file()
    {
        using var site = new TestedSite(mirror.Folder, "2025-06-30");
        await site.Bytes("/mmz4281/2425/G1.csv");
        mirror.With("mmz4281/2425/G1.csv", "Div,Date,HT,AT\nG1,01/09/24,Xanthi,Revised\n");

        Assert.That(await site.Text("/mmz4281/2425/G1.csv"), Does.Contain("Revised"));
    }

    [Test]
    public async Task Refuses_a_date_that_is_none_and_says_what_to_give()
    {
        using var site = new TestedSite(mirror.Folder, "2025-02-01");
        using var response = await site.Put("/-/as-of", """{"asOf":"01/02/2025"}""");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("asOf is '01/02/2025'"));
    }

    [Test]
    public void Refuses_a_folder_that_is_no_mirror()
    {
        using var site = new TestedSite(Path.Combine(mirror.Folder, "mmz4281"), "2025-02-01");

        Assert.That(() => site.CreateClient(), Throws.InstanceOf<DirectoryNotFoundException>().With.Message.Contains("neither mmz4281/ nor new/"));
    }
}
