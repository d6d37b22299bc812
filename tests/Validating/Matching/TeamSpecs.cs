using Soccer.Validate.Matching;
using Soccer.Validate.Reading;

namespace Soccer.Validating.Tests.Matching;

public sealed class TeamSpecs
{
    // The first 53 bits of SHA-256, by another program.
    [TestCase("England|ARSENAL", 3575504604780416)]
    [TestCase("Germany|M'GLADBACH", 3266161344629479)]
    [TestCase("E0|2024|ARSENAL|CHELSEA|1", 1987492778093815)]
    public void An_id_is_the_content_of_what_it_names(string text, long id) => Assert.That(ContentId.Of(text), Is.EqualTo(id));

    [Test]
    public void A_match_is_named_by_division_season_teams_and_meeting() =>
        Assert.That(
            ContentId.OfMatch("E0", 2024, Team.Of("England", "Arsenal"), Team.Of("England", "Chelsea"), 1), Is.EqualTo(1987492778093815));

    [TestCase("England", "  Middlesboro ", "Middlesbrough")]
    [TestCase("Germany", "M'gladbach", "M'Gladbach")]
    [TestCase("Germany", "M\u2019Gladbach", "M'Gladbach")]
    [TestCase("Spain", "Villareal", "Villarreal")]
    [TestCase("Greece", "Levadiakos", "Levadeiakos")]
    [TestCase("Spain", "Ath  Bilbao", "Ath Bilbao")]
    public void Reads_a_name_in_one_spelling(string country, string cell, string name) =>
        Assert.That(new TeamReader().Read(country, cell)!.Name, Is.EqualTo(name));

    [TestCase("Italy", "Reggiana", "Reggina")]
    [TestCase("Spain", "Villarreal", "Villarreal B")]
    [TestCase("England", "Wimbledon", "AFC Wimbledon")]
    [TestCase("Scotland", "Airdrie", "Airdrie Utd")]
    [TestCase("Spain", "Las Palmas", "U.Las Palmas")]
    [TestCase("Greece", "Ethnikos", "Ethnikos Asteras")]
    public void Different_clubs_stay_apart(string country, string one, string other) =>
        Assert.That(Team.Of(country, one), Is.Not.EqualTo(Team.Of(country, other)));

    [Test]
    public void Upper_and_lower_case_do_not_make_a_team() => Assert.That(Team.Of("England", "ARSENAL"), Is.EqualTo(Team.Of("England", "Arsenal")));

    [Test]
    public void The_same_name_in_two_countries_is_two_teams() =>
        Assert.That(Team.Of("Spain", "Guadalajara").Id, Is.Not.EqualTo(Team.Of("Mexico", "Guadalajara").Id));

    [Test]
    public void No_alias_leads_to_another_alias() =>
        Assert.That(
            TeamAliases.All.Select(alias => (alias.Country, alias.Name)).Intersect(TeamAliases.All.Select(alias => (alias.Country, alias.Alias))), Is.Empty);

    [Test]
    public void Every_alias_is_of_a_known_country() =>
        Assert.That(TeamAliases.All.Select(alias => alias.Country).Except(Forecasting.Division.All.Select(division => division.Country)), Is.Empty);
}
