using Soccer.Source.World;

namespace Soccer.Source.Tests;

public sealed class RoundRobinSpecs
{
    [TestCase(4, 2)]
    [TestCase(10, 4)]
    [TestCase(20, 2)]
    public void Lets_all_teams_play_once_a_round_and_any_two_meet_equally_often_on_either_ground(int teams, int meetings)
    {
        var rounds = RoundRobin.Rounds(teams, meetings);

        Assert.That(rounds, Has.Length.EqualTo((teams - 1) * meetings));
        foreach (var round in rounds)
            Assert.That(round.SelectMany(p => new[] { p.Home, p.Away }).Order(), Is.EqualTo(Enumerable.Range(0, teams)));
        var pairs = rounds.SelectMany(r => r).CountBy(p => p).ToDictionary();
        Assert.That(pairs, Has.Count.EqualTo(teams * (teams - 1)));
        Assert.That(pairs.Values, Is.All.EqualTo(meetings / 2));
    }
}
