using System.Security.Cryptography;
using Soccer.Source.World;

namespace Soccer.Source.Tests;

public sealed class WorldSpecs
{
    static readonly WorldPlan Plan = WorldPlan.Default with { Seasons = 3, FirstSeason = 2018 };
    IReadOnlyList<SimulatedMatch> matches = null!;

    [OneTimeSetUp]
    public void Play() => (_, matches, _) = WorldFiles.Of(Plan);

    static string Hash(IEnumerable<(string Path, byte[] Bytes)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in files)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(path));
            hash.AppendData(bytes);
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    [Test]
    public void Is_the_same_to_the_byte_for_the_same_plan()
    {
        var once = Hash(WorldFiles.Of(WorldPlan.Tiny).Mirror);
        var again = Hash(WorldFiles.Of(WorldPlan.Tiny).Mirror);

        Assert.That(again, Is.EqualTo(once));
    }

    [Test]
    public void Is_another_for_another_seed() =>
        Assert.That(Hash(WorldFiles.Of(WorldPlan.Tiny with { Seed = 8 }).Mirror), Is.Not.EqualTo(Hash(WorldFiles.Of(WorldPlan.Tiny).Mirror)));

    [Test]
    public void Keeps_its_past_when_it_is_given_one_more_season() =>
        Assert.That(
            Hash(WorldFiles.Of(WorldPlan.Tiny with { Seasons = 5 }).Mirror.Take(4)), Is.EqualTo(Hash(WorldFiles.Of(WorldPlan.Tiny).Mirror)));

    [Test]
    public void Plays_every_match_of_every_season()
    {
        // 20 and 22 and 24 clubs meet twice, ten Scottish ones four times.
        Assert.That(matches.CountBy(m => m.Division).ToDictionary(), Is.EquivalentTo(new Dictionary<string, int>
        {
            ["E0"] = 3 * 380,
            ["E1"] = 3 * 552,
            ["SC0"] = 3 * 180,
            ["SP1"] = 3 * 380,
            ["SP2"] = 3 * 462,
            ["ARG"] = 3 * 380,
        }));
        Assert.That(matches.Where(m => m.Division == "SC0" && m.Season == 2018).CountBy(m => (m.Home, m.Away)).Select(p => p.Value), Is.All.EqualTo(2));
    }

    [Test]
    public void Lets_no_club_play_twice_within_two_days() =>
        Assert.That(
            matches.SelectMany(m => new[] { (Club: m.Home, m.Date), (Club: m.Away, m.Date) })
                .GroupBy(p => p.Club)
                .SelectMany(club => club.Select(p => p.Date.DayNumber).Order().ToArray() is var days ? days.Skip(1).Zip(days, (later, earlier) => later - earlier) : []),
            Is.All.GreaterThanOrEqualTo(2));

    [TestCase("E0", "E1", 3)]
    [TestCase("SP1", "SP2", 3)]
    public void Promotes_and_relegates_by_the_final_table(string upper, string lower, int number)
    {
        for (var season = 2018; season < 2020; season++)
        {
            var down = Clubs(upper, season).Except(Clubs(upper, season + 1)).ToArray();
            var up = Clubs(upper, season + 1).Except(Clubs(upper, season)).ToArray();

            Assert.That(down, Has.Length.EqualTo(number).And.SubsetOf(Clubs(lower, season + 1)));
            Assert.That(up, Has.Length.EqualTo(number).And.SubsetOf(Clubs(lower, season)));
            Assert.That(down.Max(c => Points(upper, season, c)), Is.LessThanOrEqualTo(Clubs(upper, season).Except(down).Min(c => Points(upper, season, c))));
        }
    }

    [Test]
    public void Brings_new_clubs_into_the_lowest_division() => Assert.That(Clubs("SC0", 2019).Except(Clubs("SC0", 2018)).Count(), Is.EqualTo(1));

    string[] Clubs(string division, int season) =>
        [.. matches.Where(m => m.Division == division && m.Season == season).Select(m => m.Home).Distinct()];

    int Points(string division, int season, string club) => matches
        .Where(m => m.Division == division && m.Season == season && (m.Home == club || m.Away == club))
        .Select(m => m.Home == club ? m.Goals.Home - m.Goals.Away : m.Goals.Away - m.Goals.Home)
        .Sum(margin => margin > 0 ? 3 : margin == 0 ? 1 : 0);

    [Test]
    public void Knows_the_true_probabilities_and_they_sum_to_one() =>
        Assert.That(matches.Select(m => m.Truth.Home + m.Truth.Draw + m.Truth.Away), Is.All.EqualTo(1.0).Within(1e-12));

    [Test]
    public void Scores_as_many_goals_as_it_expects()
    {
        // Five standard errors of a Poisson sum; the correction of low scores leaves each side's mean as it is.
        var expected = matches.Sum(m => m.HomeLambda);
        Assert.That(matches.Sum(m => m.Goals.Home), Is.EqualTo(expected).Within(5 * Math.Sqrt(expected)));
    }

    [Test]
    public void Has_a_signal_to_find_and_a_market_that_finds_most_of_it()
    {
        var marginals = matches.CountBy(Outcome).Select(c => (double)c.Value / matches.Count).Sum(p => -p * Math.Log(p));
        var truth = matches.Average(m => -Math.Log(Probability([m.Truth.Home, m.Truth.Draw, m.Truth.Away], m)));
        var closing = matches.Average(m => -Math.Log(Probability(WithoutMargin(m.Closing.Results["PS"]), m)));
        var opening = matches.Average(m => -Math.Log(Probability(WithoutMargin(m.Opening.Results["PS"]), m)));

        Assert.That(truth, Is.LessThan(marginals - .05));
        Assert.That(new[] { truth, closing, opening, marginals }, Is.Ordered);
    }

    [Test]
    public void Quotes_handicaps_in_quarter_goals_that_a_bookmaker_would_offer()
    {
        var lines = matches.SelectMany(m => new[] { m.Opening.Handicap, m.Closing.Handicap }).ToList();
        Assert.That(lines, Is.All.InRange(-5, 5));
        Assert.That(lines.Select(line => line * 4 % 1), Is.All.Zero);
    }

    // A side that is expected to score nine goals more gives five of them at most, and the price says the rest.
    [TestCase(9.3, .3, -5)]
    [TestCase(.3, 9.3, 5)]
    public void Quotes_no_handicap_beyond_five_goals(double home, double away, double line)
    {
        var (opening, closing) = Market.Of(home, away, new Dice(7));
        Assert.That((opening.Handicap, closing.Handicap), Is.EqualTo((line, line)));
    }

    static int Outcome(SimulatedMatch m) => m.Goals.Home > m.Goals.Away ? 0 : m.Goals.Home == m.Goals.Away ? 1 : 2;

    static double Probability(double[] p, SimulatedMatch m) => p[Outcome(m)];

    static double[] WithoutMargin(double[] odds) => [.. odds.Select(o => 1 / o / odds.Sum(x => 1 / x))];

    [Test]
    public void Puts_some_matches_off_and_leaves_a_few_of_them_in_the_file_without_a_score() =>
        Assert.That(matches.Count(m => m.PostponedFrom is { } first && first < m.Date), Is.InRange(5, 60));

    [Test]
    public void Refuses_a_plan_that_cannot_be_played() =>
        Assert.That(() => (Plan with { Seasons = 0 }).Checked(), Throws.ArgumentException.With.Message.Contains("Seasons is 0"));
}
