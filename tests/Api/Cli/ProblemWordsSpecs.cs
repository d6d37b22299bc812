using Soccer.Cli.Services;

namespace Soccer.Api.Tests.Cli;

public sealed class ProblemWordsSpecs
{
    [TestCase("--query: must be a part of a team's name", "q", "", "q must be a part of a team's name")]
    [TestCase("--by 'foo': write week, division", "by", "foo", "there is no by 'foo'", "week", "division")]
    [TestCase("--league: several leagues are called 'Premier League': write one of these: England Premier League, Russia Premier League", "league",
        "Premier League", "several leagues are called 'Premier League': write one of the names under suggestions", "England Premier League", "Russia Premier League")]
    [TestCase("--league: there is no league 'La Ligaa': write a division's code such as E0, or one of these: Spain La Liga, England Premier League", "league",
        "La Ligaa", "there is no league 'La Ligaa': write a division's code such as E0, or one of the names under suggestions", "England Premier League", "Spain La Liga")]
    [TestCase("ID: the ids of several runs begin with 019a1111: write more of it (019a1111-2, 019a1111-3)", "id", "019a1111",
        "the ids of several runs begin with 019a1111: write more of it", "019a1111-2", "019a1111-3")]
    [TestCase("there is no run 17; ./soccer runs lists the newest", null, null, "there is no run 17; GET /v1/runs lists the newest")]
    public void What_the_Api_refuses_is_said_as_it_is_typed(string said, string? field, string? value, string detail, params string[] suggestions) =>
        Assert.That(ProblemWords.Of(field, value, detail, suggestions), Is.EqualTo(said));
}
