using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Soccer.Api.Tests.Http;

/// <summary>Names of teams as people write them, over HTTP and on a real database.</summary>
public sealed class TeamNameSpecs : ApiSpecs
{
    [OneTimeSetUp]
    public async Task KnowTeams() => await Api.Database.Execute($"""
        insert into validate.team values
            (1, 'England', 'Man City'), (2, 'England', 'Man United'), (3, 'England', 'Bristol City'), (4, 'England', 'Bristol Rvs'),
            (5, 'Norway', '{"\u00C5lderwick"}'), (6, 'Norway', 'Brann');
        insert into validate.match (match_id, from_version, to_version, division, season, date, home_id, away_id, meeting, row_hash, odds_hash)
        values
            {Match(1, "E0", 2024, "2024-08-17", 1, 2)}, {Match(2, "E1", 2024, "2024-08-17", 3, 1)}, {Match(3, "E2", 2024, "2024-08-17", 4, 2)},
            {Match(4, "E2", 2023, "2023-08-19", 3, 4)}, {Match(5, "NOR", 2024, "2024-08-18", 5, 6)};
        """);

    [TestCase("Manchester United", "E0", "Man United", "Man City")]
    [TestCase("Bristol", "E1", "Bristol City", "Bristol Rvs")]
    [TestCase("Bristol", "E2", "Bristol Rvs", "Bristol City")]
    public async Task The_nearest_is_suggested_first_and_of_two_as_near_the_one_that_plays_in_the_division(
        string home, string division, params string[] suggestions) =>
        Assert.That((await Refused(new { home, away = "Man City", division })).GetProperty("suggestions").Deserialize<string[]>(), Is.EqualTo(suggestions));

    [Test]
    public async Task None_is_suggested_where_the_first_would_be_a_guess_and_the_detail_names_all()
    {
        var problem = await Refused(new { home = "Manchester", away = "Bristol City", division = "E0" });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem.TryGetProperty("suggestions", out _), Is.False);
            Assert.That(problem.GetProperty("detail").GetString(), Does.Contain("it could be Man City or Man United"));
        }
    }

    [Test]
    public async Task Without_a_division_the_opponents_country_is_likelier()
    {
        var problem = await Refused(new { home = "A\u030Alderwik", away = "Brann" });
        Assert.That(problem.GetProperty("suggestions").Deserialize<string[]>(), Is.EqualTo(new[] { "\u00C5lderwick" }));
    }

    [TestCase("A\u030Alderwick")]
    [TestCase("\u00C5lderwick")]
    [TestCase(" alderwick\u200B ")]
    public async Task A_name_is_known_however_its_letters_are_stored(string home)
    {
        var accepted = await Api.Http.PostAsJsonAsync("/v1/predictions", new { home, away = "Brann" });
        Assert.That(accepted.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
    }

    async Task<JsonElement> Refused(object match)
    {
        var response = await Api.Http.PostAsJsonAsync("/v1/predictions", match);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    static string Match(int id, string division, int season, string date, int home, int away) =>
        $"({id}, 3, null, '{division}', {season}, '{date}', {home}, {away}, 1, '', '')";
}
