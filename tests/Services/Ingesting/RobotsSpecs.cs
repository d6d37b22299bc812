using Soccer.Ingest.Fetching;

namespace Soccer.Services.Tests.Ingesting;

sealed class RobotsSpecs
{
    [TestCase("", "/a", true)]
    [TestCase("User-agent: *\nDisallow:", "/a", true)]
    [TestCase("User-agent: *\nDisallow: /", "/a", false)]
    [TestCase("User-agent: *\nDisallow: /a", "/ab", false)]
    [TestCase("User-agent: *\nDisallow: /a/", "/ab", true)]
    [TestCase("User-agent: *\r\nDisallow: /a # a comment\r\n", "/a", false)]
    [TestCase("USER-AGENT : *\nDISALLOW : /a", "/a", false)]
    [TestCase("User-agent: *\nDisallow: /A", "/a", true)]
    public void Disallows_what_begins_with_a_rule(string text, string path, bool allowed) => Assert.That(Allows(text, path), Is.EqualTo(allowed));

    [TestCase("/new/*.csv", "/new/ARG.csv", false)]
    [TestCase("/new/*.csv", "/new/ARG.csv?x", false)]
    [TestCase("/new/*.csv$", "/new/ARG.csv?x", true)]
    [TestCase("/new/*.csv$", "/new/ARG.csv.csv", false)]
    [TestCase("/a$", "/a", false)]
    [TestCase("/a$", "/ab", true)]
    [TestCase("*/E0", "/mmz4281/2425/E0.csv", false)]
    [TestCase("/*/*/E0", "/mmz4281/E0.csv", true)]
    [TestCase("/ab*b$", "/ab", true)]
    public void Understands_stars_and_ends(string rule, string path, bool allowed) => Assert.That(Allows($"User-agent: *\nDisallow: {rule}", path), Is.EqualTo(allowed));

    [TestCase("Disallow: /a\nAllow: /a/b", "/a/b", true)]
    [TestCase("Allow: /a/b\nDisallow: /a", "/a/c", false)]
    [TestCase("Disallow: /a\nAllow: /a", "/a", true)]
    [TestCase("Disallow: /\nAllow: /$", "/", true)]
    public void Follows_the_longest_rule_and_lets_allow_win_a_tie(string rules, string path, bool allowed) =>
        Assert.That(Allows($"User-agent: *\n{rules}", path), Is.EqualTo(allowed));

    [TestCase("User-agent: *\nDisallow: /\n\nUser-agent: SoccerEventDriven\nDisallow: /a", "/b", true)]
    [TestCase("User-agent: soccereventdriven/2.1\nDisallow: /a", "/a", false)]
    [TestCase("User-agent: x\nUser-agent: SoccerEventDriven\nDisallow: /a", "/a", false)]
    [TestCase("User-agent: SoccerEventDriven\nDisallow: /a\nUser-agent: SoccerEventDriven\nDisallow: /b", "/b", false)]
    [TestCase("User-agent: Soccer\nDisallow: /", "/a", true)]
    [TestCase("User-agent:\nDisallow: /", "/a", true)]
    [TestCase("User-agent: x\nDisallow: /", "/a", true)]
    [TestCase("Disallow: /", "/a", true)]
    public void Follows_the_groups_of_our_name_else_those_of_everybody(string text, string path, bool allowed) => Assert.That(Allows(text, path), Is.EqualTo(allowed));

    [Test]
    public void Begins_no_new_group_at_a_line_of_another_kind() =>
        Assert.That(Allows("User-agent: SoccerEventDriven\nSitemap: http://a.example/s.xml\nUser-agent: x\nDisallow: /a", "/a"), Is.False);

    [Test]
    public void Passes_over_a_byte_order_mark() => Assert.That(Allows("\uFEFFUser-agent: *\nDisallow: /a", "/a"), Is.False);

    [TestCase("User-agent: *\nCrawl-delay: 2.5", 2.5)]
    [TestCase("User-agent: x\nCrawl-delay: 9\n\nUser-agent: *\nCrawl-delay: 3", 3.0)]
    [TestCase("User-agent: *\nCrawl-delay: soon", null)]
    [TestCase("User-agent: *\nDisallow: /a", null)]
    public void Reads_the_pause_that_a_site_asks_for(string text, double? seconds) =>
        Assert.That(Robots.Read(text, PoliteClient.Robot).CrawlDelay, Is.EqualTo(seconds));

    static bool Allows(string text, string path) => Robots.Read(text, PoliteClient.Robot).Allows(path);
}
