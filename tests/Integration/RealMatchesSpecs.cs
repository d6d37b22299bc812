using Dapper;
using Soccer.Forecasting;
using Soccer.Forecasting.Features;
using Soccer.Integration.Tests.Scratch;
using Soccer.Tables.Validate;

namespace Soccer.Integration.Tests;

/// <summary>Real matches of 38 divisions since 1993, as their publisher made them, through the whole cascade.</summary>
[TestFixture]
sealed class RealMatchesSpecs
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
    public async Task Changing_every_result_from_a_day_on_changes_no_feature_of_that_day_or_before()
    {
        await using var database = await system.Database();
        var matches = await Matches.Read(database, run.DatasetVersion, CancellationToken.None);
        var cut = new DateOnly(2015, 3, 14);
        Assert.That(Hashes(matches, cut), Is.EqualTo(Hashes([.. matches.Select(match => match.Date < cut ? match : Scrambled(match))], cut)));
    }

    static Match Scrambled(Match match) => match.FullTime is not { } score ? match : match with
    {
        FullTime = new Score(score.Away + 1, score.Home),
        HalfTime = null,
        HomeStatistics = match.AwayStatistics,
        AwayStatistics = null,
    };

    static List<int> Hashes(IReadOnlyList<Match> matches, DateOnly through)
    {
        List<int> hashes = [];
        FeaturePass.Create().Run([.. matches.Where(match => match.Date <= through)], (_, values) =>
        {
            var hash = new HashCode();
            foreach (var value in values)
                hash.Add(BitConverter.SingleToInt32Bits(value));
            hashes.Add(hash.ToHashCode());
        }, CancellationToken.None);
        return hashes;
    }
}
