using Dapper;
using Soccer.Forecasting;
using Soccer.Forecasting.Features;
using Soccer.Integration.Tests.Scratch;
using Soccer.Tables.Validate;

namespace Soccer.Integration.Tests;

/// <summary>Real matches of 38 divisions since 1993, as their publisher made them, through the whole cascade.</summary>
[TestFixture]
sealed partial class RealMatchesSpecs
{
    static readonly DateOnly Day = new(2025, 2, 1);

    ScratchSystem system = null!;
    RunOutcome run = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        var mirror = Surroundings.Mirror();
        Surroundings.Need();
        system = await ScratchSystem.Start(new() { ["Source__Mirror"] = mirror, ["Source__AsOf"] = "2025-02-01" });
        run = await system.Run(Day);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (system is not null)
            await system.DisposeAsync();
    }

    [Test]
    public async Task Every_fixture_of_the_week_has_a_forecast_in_all_divisions()
    {
        Assert.That(run.Status, Is.EqualTo("completed"), run.Failure);
        Assert.That(run.Count("validate", "matches"), Is.GreaterThan(220_000));
        Assert.That(run.Forecasts, Is.EqualTo(run.Fixtures).And.GreaterThan(150));

        await using var database = await system.Database();
        var divisions = await database.QueryAsync<string>("select distinct division from validate.match");
        Assert.That(divisions, Is.EquivalentTo(Division.All.Select(division => division.Code)));
    }

    [Test]
    public void Without_odds_the_model_is_at_most_twelve_thousandths_behind_the_opening_market()
    {
        var scores = run.Json.GetProperty("model").GetProperty("holdOut").EnumerateArray()
            .ToDictionary(score => score.GetProperty("forecaster").GetString()!, score => score.GetProperty("logLoss").GetDouble());
        Assert.That(scores["results-only, matches with opening odds"] - scores["market opening"], Is.LessThanOrEqualTo(0.012));
    }

    [Test]
    public async Task Changing_every_result_and_closing_price_from_a_day_on_changes_no_feature_of_that_day_or_before()
    {
        await using var database = await system.Database();
        // With prices, as Featurize gives them to the pass. By this day the main divisions have closing ones, too.
        var market = await MatchOdds.ReadMarket(database, run.DatasetVersion, CancellationToken.None);
        Match[] matches = [.. (await Matches.Read(database, run.DatasetVersion, CancellationToken.None)).Select(match =>
            market.TryGetValue(match.Id, out var prices) ? match with { Opening = prices.Opening, Closing = prices.Closing } : match)];
        var cut = new DateOnly(2022, 3, 12);
        var told = Described(matches, cut);
        var scrambled = Described([.. matches.Select(match => match.Date < cut ? match : Scrambled(match))], cut);
        Assert.Multiple(() =>
        {
            Assert.That(scrambled.Until, Is.EqualTo(told.Until));
            Assert.That(scrambled.After, Is.Not.EqualTo(told.After), "the day after sees what was changed");
            foreach (var family in (string[])["market_strength", "market_ridge", "market_surprise", "price"])
            {
                Assert.That(told.Present, Has.Some.StartsWith(family), "a feature that is missing can't leak");
                Assert.That(scrambled.Present, Has.Some.StartsWith(family));
            }
        });
    }

    static Match Scrambled(Match match) => match with
    {
        FullTime = match.FullTime is { } score ? new Score(score.Away + 1, score.Home) : null,
        HalfTime = null,
        HomeStatistics = match.AwayStatistics,
        AwayStatistics = null,
        Closing = new Prices(5, 4, 1.6),
    };

    /// <summary>
    /// Hashes of all rows until a day, hashes of those of the day after, and the names of the features that some match of the day has.
    /// </summary>
    static (List<int> Until, List<int> After, HashSet<string> Present) Described(Match[] matches, DateOnly day)
    {
        List<int> until = [], after = [];
        HashSet<string> present = [];
        var pass = FeaturePass.Create();
        pass.Run([.. matches.Where(match => match.Date <= day.AddDays(1))], (match, values) =>
        {
            var hash = new HashCode();
            for (var feature = 0; feature < values.Length; feature++)
            {
                hash.Add(BitConverter.SingleToInt32Bits(values[feature]));
                if (match.Date == day && !float.IsNaN(values[feature]))
                    present.Add(pass.Schema.Features[feature].Name);
            }
            (match.Date <= day ? until : after).Add(hash.ToHashCode());
        }, CancellationToken.None);
        return (until, after, present);
    }
}
