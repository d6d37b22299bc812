using System.Globalization;
using Soccer.Contracts.Predict.V1;
using Soccer.Forecasting.Models;
using Soccer.Services.Tests.Scratch;

namespace Soccer.Services.Tests.Cascading;

/// <summary>Predict's answers to requests for one match.</summary>
sealed class OneMatchSpecs
{
    // The day after the newest run's: 8 February 2025.
    static readonly DateOnly Earliest = new(2025, 2, 9), Furthest = new(2026, 2, 9);

    readonly StageHost predict = TwoRuns.Cascade.Predict;
    string[] teams = [];

    [OneTimeSetUp]
    public async Task ReadTeams() => teams = [.. await TwoRuns.Cascade.Database.Rows<string>("select name from validate.team order by name")];

    [Test]
    public async Task Forecasts_on_every_day_that_the_ratings_say_something_about()
    {
        using (Assert.EnterMultipleScope())
            foreach (var day in new[] { Earliest, Furthest })
                Assert.That((await Answer<MatchPredicted>(Match() with { Date = day })).Date, Is.EqualTo(day));
    }

    [Test]
    public async Task Refuses_a_day_outside_of_them()
    {
        using (Assert.EnterMultipleScope())
            foreach (var day in new[] { Earliest.AddDays(-1), Furthest.AddDays(1) })
            {
                var no = await Answer<MatchNotPredicted>(Match() with { Date = day });
                Assert.That((no.Field, no.Reason), Is.EqualTo(("date", $"{day:yyyy-MM-dd} is not from 2025-02-09 to 2026-02-09")));
            }
    }

    [Test]
    public async Task Finds_the_division_of_the_home_team_where_none_is_given()
    {
        var named = await Answer<MatchPredicted>(Match());
        var found = await Answer<MatchPredicted>(Match() with { Division = null });
        Assert.That(found, Is.EqualTo(named with { RequestId = found.RequestId, At = found.At }));
    }

    [Test]
    public async Task Knows_a_team_in_whatever_letters_and_tells_its_own_name()
    {
        var answer = await Answer<MatchPredicted>(Match() with { Home = $"  {teams[0].ToUpperInvariant()}." });
        Assert.That(answer.Home, Is.EqualTo(teams[0]));
    }

    [Test]
    public async Task Gives_another_forecast_for_the_teams_the_other_way_round()
    {
        var answer = await Answer<MatchPredicted>(Match());
        var turned = await Answer<MatchPredicted>(Match() with { Home = teams[1], Away = teams[0] });
        Assert.That(turned.HomeWin, Is.Not.EqualTo(answer.AwayWin));
    }

    [Test]
    public async Task Refuses_an_unknown_division()
    {
        var no = await Answer<MatchNotPredicted>(Match() with { Division = "E9" });
        Assert.That((no.Field, no.Reason), Is.EqualTo(("division", "'E9' is no division; there are E0")));
    }

    [Test]
    public async Task Refuses_a_division_without_matches()
    {
        var no = await Answer<MatchNotPredicted>(Match() with { Division = "E1" });
        Assert.That((no.Field, no.Reason), Is.EqualTo(("division", "there are no matches of E1")));
    }

    [Test]
    public async Task Refuses_an_unknown_team_and_suggests_the_nearest()
    {
        var no = await Answer<MatchNotPredicted>(Match() with { Away = $"{teams[5][..^1]}x" });
        using (Assert.EnterMultipleScope())
        {
            Assert.That((no.Field, no.Reason), Is.EqualTo(("away", $"no team called '{teams[5][..^1]}x' is known in England")));
            Assert.That(no.Suggestions, Is.EqualTo(new[] { teams[5] }));
        }
    }

    [Test]
    public async Task Knows_a_team_however_its_name_is_stored()
    {
        var (plain, pasted) = (await Answer<MatchPredicted>(Match()), await Answer<MatchPredicted>(Match() with { Home = $" {Match().Home}\u200B" }));
        Assert.That(pasted.HomeId, Is.EqualTo(plain.HomeId));
    }

    [Test]
    public async Task Refuses_a_team_against_itself()
    {
        var no = await Answer<MatchNotPredicted>(Match() with { Away = teams[0] });
        Assert.That((no.Field, no.Reason), Is.EqualTo(("away", $"{teams[0]} can't play against itself")));
    }

    [Test]
    public async Task Hears_the_odds_that_a_request_brings()
    {
        var (without, with) = (await Answer<MatchPredicted>(Match()), await Answer<MatchPredicted>(Match() with { Odds = [4.5, 3.7, 1.8] }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((without.Kind, with.Kind), Is.EqualTo((ModelKinds.MarketMemory, ModelKinds.MarketAware)));
            Assert.That(with.AwayWin, Is.EqualTo(0.53).Within(0.1));
        }
    }

    [Test]
    public async Task Says_beside_odds_what_is_forecast_without_having_heard_them()
    {
        var (without, with) = (await Answer<MatchPredicted>(Match()), await Answer<MatchPredicted>(Match() with { Odds = [4.5, 3.7, 1.8] }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((without.BlindKind, without.Blind), Is.EqualTo(((string?)null, (double[]?)null)));
            Assert.That(with.BlindKind, Is.EqualTo(ModelKinds.MarketMemory));
            Assert.That(with.Blind, Is.EqualTo(new[] { without.HomeWin, without.Draw, without.AwayWin }));
        }
    }

    [Test]
    public async Task Says_why_where_that_is_asked()
    {
        var answer = await predict.Consume<MatchPredicted>(new PredictMatchNow(Guid.NewGuid(), Match() with { Odds = [4.5, 3.7, 1.8] }, default, Explain: true));
        var sums = Enumerable.Range(0, 3).Select(outcome => answer.Base![outcome] + answer.Families!.Sum(family => new[] { family.Home, family.Draw, family.Away }[outcome])).ToList();
        var weights = sums.Select(Math.Exp).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Kind, Is.EqualTo(ModelKinds.MarketAware));
            Assert.That(sums, Is.EqualTo(answer.Margins).Within(1e-9));
            Assert.That(answer.Features!.Select(feature => feature.Family).Distinct(), Is.EquivalentTo(answer.Families!.Select(family => family.Family)));
            Assert.That(weights.Select(weight => weight / weights.Sum()), Is.EqualTo(new[] { answer.HomeWin, answer.Draw, answer.AwayWin }).Within(1e-5));
        }
    }

    [TestCase(1.9, 3.6)]
    [TestCase(1.9, 3.6, 0.5)]
    [TestCase(1.1, 1.1, 1.1)]
    [TestCase(1.7, 1.7, 1e300)]
    public async Task Refuses_odds_that_can_be_no_offer(params double[] odds)
    {
        var no = await Answer<MatchNotPredicted>(Match() with { Odds = odds });
        Assert.That((no.Field, no.Reason), Is.EqualTo(("odds", $"{string.Join(" / ", odds.Select(price => price.ToString(CultureInfo.InvariantCulture)))} are no odds of home win, draw "
            + "and away win: give three decimal prices above 1, 1001 at most, with reciprocals that sum to 0.95 to 1.25")));
    }

    AskedMatch Match() => new(teams[0], teams[1], "E0");

    Task<T> Answer<T>(AskedMatch match) => predict.Consume<T>(new PredictMatchNow(Guid.NewGuid(), match, new DateTime(2025, 2, 8, 12, 0, 0, DateTimeKind.Utc)));
}
