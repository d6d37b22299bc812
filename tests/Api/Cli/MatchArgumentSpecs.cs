using Soccer.Cli;
using Soccer.Cli.Forecasts;

namespace Soccer.Api.Tests.Cli;

public sealed class MatchArgumentSpecs
{
    static readonly OutcomeView Any = new(0.4, 2.5, null, null, null);

    static readonly FixturesView Coming = new(
        new DateOnly(2025, 2, 1), "m1", 3, 5, new DateOnly(2025, 2, 2), null, null, null,
        [
            Match(1, "Arsenal", "Chelsea"), Match(2, "Nott'm Forest", "Everton"), Match(3, "Chelsea", "Arsenal"),
            Match(4, "\u00C5lder", "Man United"),
        ]);

    [TestCase("Arsenal", "Chelsea", 1)]
    [TestCase(" chelsea", "ARSENAL", 3)]
    [TestCase("Nott\u2019m  Forest", "Everton", 2)]
    [TestCase("A\u030Alder", "Man United", 4)]
    [TestCase("arsenal", "chelsea", 1)]
    [TestCase("alder", "manunited", 4)]
    [TestCase("nottmforest", "everton", 2)]
    public void Finds_the_coming_match_of_two_teams(string home, string away, long match) =>
        Assert.That(MatchArgument.MatchOf(Coming, home, away).MatchId, Is.EqualTo(match));

    [TestCase("Everton", "Forest", "There is no coming match Everton - Forest. There is Nott'm Forest - Everton.")]
    [TestCase("Arsenal FC", "Fulham", "There is no coming match Arsenal FC - Fulham. There are Arsenal - Chelsea; Chelsea - Arsenal.")]
    [TestCase("Manchester United", "Fulham", "There is no coming match Manchester United - Fulham. There is \u00C5lder - Man United.")]
    [TestCase("Fulham", "Leeds", "There is no coming match Fulham - Leeds. ./soccer fixtures lists them.")]
    public void Names_what_there_is_where_that_match_is_not(string home, string away, string said) =>
        Assert.That(() => MatchArgument.MatchOf(Coming, home, away), Throws.InstanceOf<ExitException>().With.Message.EqualTo(said));

    static FixtureView Match(long id, string home, string away) =>
        new("E0", "England Premier League", new DateOnly(2025, 2, 2), home, away, Any, Any, Any, "market-aware", "market-memory", id);
}
