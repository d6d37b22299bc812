using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Soccer.Api.Tests.Http;

/// <summary>Teams over HTTP, on a real database.</summary>
public sealed class TeamSpecs : ApiSpecs
{
    [OneTimeSetUp]
    public async Task Start() => await Api.Database.Execute($"""
        insert into validate.team values (1, 'England', 'Chelsea'), (2, 'England', 'Arsenal'), (3, 'England', 'Fulham'), (4, 'England', 'Leeds'), (5, 'Spain', 'Getafe'), (6, 'Spain', 'Betis');
        insert into validate.match (match_id, from_version, to_version, division, season, date, home_id, away_id, meeting, row_hash, odds_hash) values
            {Match(1, "E0", 2023, "2024-05-19", 1, 4)}, {Match(2, "E0", 2024, "2024-08-17", 1, 2)}, {Match(3, "E0", 2024, "2025-02-02", 3, 1)},
            {Match(4, "SP1", 2024, "2025-02-08", 5, 6)}, {Match(5, "E0", 2025, "2025-08-16", 4, 1, to: "4")};
        """);

    [TestCase("", "England Arsenal 2", "England Chelsea 1", "England Fulham 3", "England Leeds 4", "Spain Betis 6", "Spain Getafe 5")]
    [TestCase("?division=E0", "England Arsenal 2", "England Chelsea 1", "England Fulham 3")]
    [TestCase("?division=sp1", "Spain Betis 6", "Spain Getafe 5")]
    [TestCase("?division=D1")]
    public async Task Are_those_of_the_newest_season_that_the_newest_dataset_has_of_a_division_and_else_all(string query, params string[] teams)
    {
        var list = await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/teams{query}");
        Assert.That(Names(list), Is.EqualTo(teams));
        Assert.That(list.GetProperty("total").GetInt32(), Is.EqualTo(teams.Length));
    }

    [TestCase("?q=EL", "England Chelsea 1")]
    [TestCase("?q=e", "England Arsenal 2", "England Chelsea 1", "England Leeds 4", "Spain Betis 6", "Spain Getafe 5")]
    [TestCase("?q=e&division=SP1", "Spain Betis 6", "Spain Getafe 5")]
    [TestCase("?q=%C3%A9TIS", "Spain Betis 6")]
    [TestCase("?q=united")]
    public async Task Are_those_whose_names_have_a_part(string query, params string[] teams)
    {
        var list = await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/teams{query}");
        Assert.That(Names(list), Is.EqualTo(teams));
        Assert.That(list.GetProperty("total").GetInt32(), Is.EqualTo(teams.Length));
    }

    [Test]
    public async Task A_blank_part_of_a_name_is_none()
    {
        var blank = await Api.Http.GetAsync("/v1/teams?q=%20");
        Assert.That(blank.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await blank.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString(), Is.EqualTo("q"));
    }

    [Test]
    public async Task Have_the_division_in_whose_newest_season_they_play()
    {
        var teams = (await Api.Http.GetFromJsonAsync<JsonElement>("/v1/teams")).GetProperty("teams").EnumerateArray();
        Assert.That(
            teams.Select(team => $"{team.GetProperty("name").GetString()} {team.GetProperty("division").GetString() ?? "none"}"),
            Is.EqualTo(new[] { "Arsenal E0", "Chelsea E0", "Fulham E0", "Leeds none", "Betis SP1", "Getafe SP1" }));
        Assert.That(teams.First().GetProperty("league").GetString(), Is.EqualTo("England Premier League"));
        Assert.That(teams.ElementAt(3).GetProperty("league").GetString(), Is.Null);
    }

    [Test]
    public async Task Are_no_more_than_were_asked_for_and_say_how_many_there_are()
    {
        var list = await Api.Http.GetFromJsonAsync<JsonElement>("/v1/teams?limit=2");
        Assert.That(Names(list), Is.EqualTo(new[] { "England Arsenal 2", "England Chelsea 1" }));
        Assert.That(list.GetProperty("total").GetInt32(), Is.EqualTo(6));
    }

    [Test]
    public async Task Of_a_division_that_there_is_not_there_are_none()
    {
        var unknown = await Api.Http.GetAsync("/v1/teams?division=ZZ");
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var problem = await unknown.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(problem.GetProperty("suggestions").EnumerateArray().Select(code => code.GetString()), Is.EqualTo(new[] { "E0", "SP1" }));
    }

    static string[] Names(JsonElement list) =>
        [.. list.GetProperty("teams").EnumerateArray().Select(team => $"{team.GetProperty("country").GetString()} {team.GetProperty("name").GetString()} {team.GetProperty("id").GetInt64()}")];

    static string Match(int id, string division, int season, string date, int home, int away, string to = "null") =>
        $"({id}, 3, {to}, '{division}', {season}, '{date}', {home}, {away}, 1, '', '')";
}
