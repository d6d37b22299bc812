using System.Net;
using System.Text.RegularExpressions;
using Soccer.Source.Site;
using Soccer.Source.World;

namespace Soccer.Source.Tests;

public sealed partial class PageSpecs
{
    TemporaryMirror folder = null!;
    TestedSite site = null!;

    [OneTimeSetUp]
    public void Start()
    {
        folder = new();
        var plan = WorldPlan.Default with { FirstSeason = 2023, Seasons = 2, Countries = [CountryPlan.Scotland, CountryPlan.Argentina] };
        WorldFolder.Write(plan, folder.Folder);
        site = new(folder.Folder, "2024-08-20");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        site.Dispose();
        folder.Dispose();
    }

    [Test]
    public async Task Leads_from_the_index_to_every_country_and_the_fixtures()
    {
        var links = Links(await site.Text("/data.php"));

        Assert.That(links, Is.SupersetOf(Country.Main.Concat(Country.New).Select(c => c.Page).Append("matches.php")));
        Assert.That(Links(await site.Text("/all_new_data.php")), Does.Contain("Argentina.php").And.Contain("USA.php"));
        Assert.That(Links(await site.Text("/matches.php")), Does.Contain("fixtures.csv").And.Contain("new_league_fixtures.csv"));
    }

    [Test]
    public async Task Links_the_seasons_of_a_country_newest_first() =>
        Assert.That(Links(await site.Text("/scotlandm.php")).Where(l => l.StartsWith("mmz", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "mmz4281/2425/SC0.csv", "mmz4281/2324/SC0.csv" }));

    [Test]
    public async Task Links_a_new_league_by_its_one_file() =>
        Assert.That(Links(await site.Text("/Argentina.php")), Does.Contain("new/ARG.csv"));

    [Test]
    public async Task Serves_every_page_of_the_real_site_even_where_the_country_has_no_file()
    {
        foreach (var country in Country.Main.Concat(Country.New))
        {
            using var response = await site.Get("/" + country.Page);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), country.Page);
        }
    }

    [Test]
    public async Task Has_something_behind_every_data_link()
    {
        foreach (var page in (string[])["scotlandm.php", "Argentina.php", "matches.php"])
            foreach (var link in Links(await site.Text("/" + page)).Where(l => l.EndsWith(".csv", StringComparison.Ordinal) && !l.StartsWith("http", StringComparison.Ordinal)))
            {
                using var response = await site.Get("/" + link);
                Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), link);
            }
    }

    [TestCase("/truth.csv")]
    [TestCase("/dirt.csv")]
    [TestCase("/world.json")]
    [TestCase("/mmz4281/%2e%2e/truth.csv")]
    [TestCase("/nothing.php")]
    public async Task Never_serves_the_truth_nor_what_is_not_on_the_site(string path)
    {
        using var response = await site.Get(path);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Asks_robots_to_leave_the_controls_alone() =>
        Assert.That(await site.Text("/robots.txt"), Is.EqualTo("User-agent: *\r\nDisallow: /-/\r\n"));

    // As a browser would read it: comments and scripts are not content.
    static string[] Links(string page) =>
        [.. Href().Matches(Unread().Replace(page, "")).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("<A [^>]*HREF=\"?([^\" >]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Href();

    [GeneratedRegex("<!--.*?-->|<script.*?</script>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Unread();
}
