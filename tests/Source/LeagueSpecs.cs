using System.Text;
using Soccer.Source.Challenge;

namespace Soccer.Source.Tests;

/// <summary>Which league a cell of a plain file means.</summary>
public sealed class LeagueSpecs
{
    [TestCase("ENG2", "ENG2", "ENG")]
    [TestCase("MLS", "MLS", "MLS")]
    [TestCase("CUP2023", "CUP2023", "CUP2023")]
    [TestCase("Serie A", "SERIEA", "SERIEA")]
    [TestCase("Ligue 1", "LIGUE1", "LIGUE")]
    [TestCase("39", "39", "39")]
    [TestCase("E1", "E1", "England", Description = "a code of football-data.co.uk is that division")]
    [TestCase("ARG", "ARG", "Argentina")]
    public void A_league_is_known_by_its_letters_and_digits(string text, string code, string country) =>
        Assert.That(LeagueOf(text), Is.EqualTo(new League(code, country)));

    [TestCase("Süper Lig", "SUPERLIG")]
    [TestCase("Ekstraklasa Łódź", "EKSTRAKLASALODZ")]
    [TestCase("Große Liga", "GROSSELIGA")]
    public void Latin_letters_of_a_league_lose_their_accents(string name, string code) => Assert.That(League.CodeOf(name), Is.EqualTo(code));

    [Test]
    public void Leagues_of_other_alphabets_are_kept_apart_and_keep_their_level()
    {
        string[] codes = [League.CodeOf("Премьер-лига"), League.CodeOf("Первая лига"), League.CodeOf("K리그1"), League.CodeOf("K리그2")];
        Assert.That(codes, Is.Unique.And.All.Match("^X[A-Z]{10}[12]?$"));
        Assert.That((League.Of(codes[2])!.Country, codes[2][^1]), Is.EqualTo((League.Of(codes[3])!.Country, '1')));
    }

    [Test]
    public void The_country_is_part_of_a_leagues_identity()
    {
        var file = Read(
            "Country,League,Date,Home,Away,HG,AG\n"
            + "Norvia,Super League,06/08/2022,Alva,Brega,2,1\nSudria,Super League,06/08/2022,Alva,Cerda,0,0");
        Assert.That(file.Matches.Select(match => match.League.Code), Is.EqualTo(new[] { "NORVIASUPERLEAGUE", "SUDRIASUPERLEAGUE" }));
        Assert.That(
            List("League,Date,Home,Away\nSuper League,13/08/2022,Alva,Brega", file).Bad.Single(),
            Does.EndWith("leagues of 2 countries have that name; add the column Country with one of Norvia, Sudria"));
    }

    [TestCase("England", "E0", "E0", Description = "a published code of that country")]
    [TestCase("England", "ENG1", "ENG1", Description = "the country's letters and a level")]
    [TestCase("Wales", "E0", "WALESE0")]
    [TestCase("Bosnia and Herzegovina", "Premier League Federation", "BOSNIAAPREMIERLEAGUEFEDERATION")]
    public void The_country_is_put_before_a_name_that_does_not_say_it(string country, string league, string code) =>
        Assert.That(
            Read($"Country,League,Date,Home,Away,HG,AG\n{country},{league},06/08/2022,Alva,Brega,2,1").Matches.Single().League.Code,
            Is.EqualTo(code));

    [Test]
    public void A_list_without_the_country_takes_the_one_that_the_results_have() => Assert.That(
        List(
            "League,Date,Home,Away\nSuper League,13/08/2022,Alva,Brega",
            Read("Country,League,Date,Home,Away,HG,AG\nNorvia,Super League,06/08/2022,Alva,Brega,2,1")).Matches.Single().League.Code,
        Is.EqualTo("NORVIASUPERLEAGUE"));

    [Test]
    public void The_country_of_a_list_counts_only_where_the_results_have_countries() => Assert.That(
        List(
            "Country,League,Date,Home,Away\nNorvia,Super League,13/08/2022,Alva,Brega",
            Read("League,Date,Home,Away,HG,AG\nSuper League,06/08/2022,Alva,Brega,2,1")).Matches.Single().League.Code,
        Is.EqualTo("SUPERLEAGUE"));

    [Test]
    public void A_league_keeps_the_code_that_an_earlier_mirror_has() => Assert.That(
        Read("Country,League,Date,Home,Away,HG,AG\nNorvia,Süper Liga,06/08/2022,Alva,Brega,2,1", "SPERLIGA").Matches.Single().League.Code,
        Is.EqualTo("SPERLIGA"));

    static League? LeagueOf(string name) => new LeagueNames([], []).Of(name, "").League;

    static PlainFile Read(string text, params string[] earlier) => PlainFile.Results("results.csv", Encoding.UTF8.GetBytes(text), earlier);

    static PlainFile List(string text, PlainFile results) => PlainFile.List("list.csv", Encoding.UTF8.GetBytes(text), results);
}
