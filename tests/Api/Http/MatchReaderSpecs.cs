using System.Globalization;
using System.Net;

namespace Soccer.Api.Tests.Http;

/// <summary>What is wrong with a request for forecasts is said before anything is sent.</summary>
public sealed class MatchReaderSpecs : PredictionTrial
{
    [TestCase("""{ "home": "Arsenall", "away": "Chelsea" }""", "home", "no team called 'Arsenall' is known")]
    [TestCase("""{ "home": "Arsenal", "away": "Barcelona" }""", "away", "Barcelona is a team of Ecuador and of Spain; both teams must play in one country, here England")]
    [TestCase("""{ "home": "Arsenal", "away": "Getafe" }""", "away", "Getafe is a team of Spain; both teams must play in one country, here England")]
    [TestCase("""{ "homeId": 1, "awayId": 5 }""", "awayId", "Getafe is a team of Spain; both teams must play in one country, here England")]
    [TestCase("""{ "home": "Wolverhampton Wanderers", "away": "Chelsea" }""", "home", "no team called 'Wolverhampton Wanderers' is known; write a name as GET /v1/fixtures and GET /v1/teams tell it")]
    [TestCase("""{ "home": "Arsenal", "away": "Chelsea", "odds": [] }""", "odds", "there are no odds of home win, draw and away win: give three decimal prices above 1")]
    [TestCase("""{ "home": "Barcelona", "away": "Getafe" }""", "home", "'Barcelona' is a team in Ecuador and in Spain; name the division")]
    [TestCase("""{ "home": "Arsenal", "away": "arsenal" }""", "away", "Arsenal can't meet itself: name two teams")]
    [TestCase("""{ "away": "Chelsea" }""", "home", "home must be a team's name of 1 to 100 characters, such as Arsenal")]
    [TestCase("""{ "homeId": 99, "away": "Chelsea" }""", "homeId", "there is no team with the id 99: forecasts tell the ids of their teams")]
    [TestCase("""{ "homeId": 1, "home": "Arsenal", "away": "Chelsea" }""", "homeId", "give home or homeId, not both")]
    [TestCase("""{ "home": "Arsenal", "away": "Chelsea", "date": "2025-02-01" }""", "date", "2025-02-01 can't be forecast: write a day from 2025-02-02 to 2026-02-02")]
    [TestCase("""{ "home": "Arsenal", "away": "Chelsea", "date": "2026-02-03" }""", "date", "2026-02-03 can't be forecast: write a day from 2025-02-02 to 2026-02-02")]
    [TestCase("""{ "home": "Arsenal", "away": "Chelsea", "odds": [1.9, 3.6] }""", "odds", "1.9 / 3.6 are no odds of home win, draw and away win")]
    [TestCase("""{ "home": "Arsenal", "away": "Chelsea", "odds": [1.1, 1.1, 1.1] }""", "odds", "1.1 / 1.1 / 1.1 are no odds of home win, draw and away win")]
    [TestCase("""{ "home": "Arsenal", "away": "Chelsea", "withinSeconds": 0 }""", "withinSeconds", "withinSeconds must be above 0, and 86400 at most")]
    [TestCase("""{ "home": "Arsenal", "away": "Chelsea", "withinSeconds": 86401 }""", "withinSeconds", "withinSeconds must be above 0, and 86400 at most")]
    [TestCase("""{ "matches": [] }""", "matches", "give 1 to 1000 matches")]
    [TestCase("""{ "home": "Arsenal", "matches": [{ "home": "Arsenal", "away": "Chelsea" }] }""", "matches", "not both")]
    [TestCase("""{ "matches": [null] }""", "matches[0]", "matches[0] is null")]
    [TestCase("""{ "matches": [{ "home": "Arsenal", "away": "Chelsea" }, { "home": "Arsenal", "away": "Chelse" }] }""", "matches[1].away", "no team called 'Chelse' is known in England")]
    [TestCase("""{ "matches": [{ "home": "Arsenal", "away": "Chelsea", "division": "E9X" }] }""", "matches[0].division", "there is no division 'E9X'")]
    public async Task Names_the_member_and_says_what_to_do(string body, string field, string detail)
    {
        var response = await Api.Http.PostAsync("/v1/predictions", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        var problem = await Json(response, HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("field").GetString(), Is.EqualTo(field));
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain(detail));
    }

    [TestCase("""{ "home": "Arsenall", "away": "Chelsea" }""", "/problems/unknown-team")]
    [TestCase("""{ "homeId": 99, "away": "Chelsea" }""", "/problems/unknown-team")]
    [TestCase("""{ "home": "Arsenal", "away": "Getafe" }""", "/problems/unknown-team")]
    [TestCase("""{ "homeId": 1, "awayId": 5 }""", "/problems/unknown-team")]
    [TestCase("""{ "home": "Arsenal", "away": "arsenal" }""", "/problems/invalid-value")]
    public async Task A_team_that_is_not_known_is_a_problem_of_its_own(string body, string type)
    {
        var response = await Api.Http.PostAsync("/v1/predict", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.That((await Json(response, HttpStatusCode.BadRequest)).GetProperty("type").GetString(), Is.EqualTo(type));
    }

    [Test]
    public async Task Takes_a_thousand_matches_and_not_one_more()
    {
        await Json(await Post(new { matches = Enumerable.Repeat(new { home = "Arsenal", away = "Chelsea" }, 1000) }), HttpStatusCode.Accepted);
        var problem = await Json(await Post(new { matches = Enumerable.Repeat(new { home = "Arsenal", away = "Chelsea" }, 1001) }), HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("value").GetString(), Is.EqualTo(1001.ToString(CultureInfo.InvariantCulture)));
    }
}
