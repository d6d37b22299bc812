using Soccer.Ingest.Fetching;

namespace Soccer.Services.Tests.Ingesting;

sealed class SourceLinksSpecs
{
    static readonly Uri Site = new("https://www.football.example/");

    [TestCase("<A HREF=\"mmz4281/2425/E0.csv\">x</A>", "mmz4281/2425/E0.csv")]
    [TestCase("<a href=mmz4281/9394/SC3.csv>x", "mmz4281/9394/SC3.csv")]
    [TestCase("<a href='/new/ARG.csv'>x</a>", "new/ARG.csv")]
    [TestCase("<a href='new/GAL2.csv'>x</a>", "new/GAL2.csv")]
    [TestCase("<a href=\" fixtures.csv \">x</a>", "fixtures.csv")]
    [TestCase("<a href=\"new_league_fixtures.csv#top\">x</a>", "new_league_fixtures.csv")]
    [TestCase("<a href=\"http://football.example/new/USA.csv\">x</a>", "new/USA.csv")]
    [TestCase("<a href=\"//WWW.FOOTBALL.EXAMPLE/new/USA.csv\">x</a>", "new/USA.csv")]
    [TestCase("<a href=\"country/../mmz4281/2425/EC.csv\">x</a>", "mmz4281/2425/EC.csv")]
    public void Finds_a_data_file_however_it_is_linked(string html, string path) => Assert.That(Read(html).Files, Is.EqualTo([path]));

    [TestCase("<a href=\"http://archive.example/mmz4281/0001/E0.csv\">elsewhere</a>")]
    [TestCase("<a href=\"http://football.example.evil.example/new/ARG.csv\">elsewhere</a>")]
    [TestCase("<!-- <a href=\"mmz4281/2425/E0.csv\">commented out</a> -->")]
    [TestCase("<script>var a = '<A HREF=\"mmz4281/0000/never.csv\">';</script>")]
    [TestCase("<a name=\"mmz4281/2425/E0.csv\">no link</a>")]
    [TestCase("<a href=\"mmz4281/2425/E0.xls\">another kind</a>")]
    [TestCase("<a href=\"mmz4281/24/E0.csv\">no season</a>")]
    [TestCase("<a href=\"mmz4281/2425/E0.csv.zip\">another kind</a>")]
    [TestCase("<a href=\"mailto:fixtures.csv\">no address</a>")]
    [TestCase("<a href=\"http://[\">no address</a>")]
    [TestCase("")]
    public void Finds_nothing_in_what_leads_elsewhere_or_nowhere(string html)
    {
        var (files, pages) = Read(html);
        Assert.That(files.Concat(pages), Is.Empty);
    }

    [Test]
    public void Finds_the_country_pages_and_no_others() => Assert.That(
        Read("<LI><A HREF=\"englandm.php\"><B>England</B></A>\n<LI><A HREF=\"Argentina.php\">Argentina<li><a href=betting.php>Free bets</a><a href=england.php>").Pages,
        Is.EqualTo(["englandm.php", "Argentina.php", "england.php"]));

    [Test]
    public void Reads_a_page_whose_tags_are_never_closed_and_names_each_file_once() => Assert.That(
        Read("<TABLE><TR><TD><P>Season<BR><A HREF=\"mmz4281/2425/E0.csv\"><IMG SRC=x><A HREF=mmz4281/2425/E0.csv>Premier<TD><select><option><p></b><A HREF=\"mmz4281/2425/E1.csv\"").Files,
        Is.EqualTo(["mmz4281/2425/E0.csv"]));

    [Test]
    public void Reads_links_relative_to_their_page_and_tells_them_relative_to_the_site()
    {
        var site = new Uri("http://127.0.0.1:8080/mirror/");
        var (files, _) = SourceLinks.Read("<a href=../fixtures.csv>x</a><a href=/fixtures.csv>beyond the site</a>", new Uri(site, "pages/data.php"), site);
        Assert.That(files, Is.EqualTo(["fixtures.csv"]));
    }

    static (IReadOnlyList<string> Files, IReadOnlyList<string> Pages) Read(string html) => SourceLinks.Read(html, new Uri(Site, "data.php"), Site);
}
