using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MassTransit;
using Soccer.Api.Tests.Ledger;
using Soccer.Contracts;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Api.Tests.Http;

/// <summary>Which matches of a Saturday are listed, hour by hour.</summary>
public sealed class MatchDaySpecs : ApiSpecs
{
    const int Noon = 1, Afternoon = 2, Evening = 3, UnknownTime = 4, Sunday = 5;

    static readonly DateOnly Friday = new(2025, 1, 31);

    [OneTimeSetUp]
    public async Task Start()
    {
        await Api.Database.Execute("insert into validate.team values (1, 'England', 'Arsenal'), (2, 'England', 'Chelsea')");
        foreach (var (match, date, kickOff) in ((int, string, string?)[])[
            (Noon, "2025-02-01", "12:30"), (Afternoon, "2025-02-01", "15:00"), (Evening, "2025-02-01", "17:30"), (UnknownTime, "2025-02-01", null), (Sunday, "2025-02-02", "14:00")])
        {
            await Api.Database.Forecast(match, "E0", date, asOf: "2025-01-31", home: 1, away: 2, model: "m1", homeWin: 0.40);
            await Api.Database.Match(match, "E0", date, from: 1, kickOff: kickOff);
        }
    }

    [SetUp]
    public Task Forget() => Api.Database.Execute("truncate api._run cascade");

    [TestCase("07:00", new[] { UnknownTime, Noon, Afternoon, Evening, Sunday })]
    [TestCase("12:30", new[] { UnknownTime, Noon, Afternoon, Evening, Sunday })]
    [TestCase("16:00", new[] { UnknownTime, Evening, Sunday })]
    [TestCase("23:59", new[] { UnknownTime, Sunday })]
    public async Task What_has_not_kicked_off_is_listed_and_without_a_time_until_the_day_ends(string time, int[] listed)
    {
        await Refresh($"2025-02-01T{time}:00Z");
        var list = await List();
        Assert.That(Matches(list), Is.EqualTo(listed));
        Assert.That((list.GetProperty("asOf").GetString(), list.GetProperty("toComeFrom").GetDateTime(), list.GetProperty("from").GetString()), Is.EqualTo(
            ("2025-01-31", Instant($"2025-02-01T{time}:00Z"), "2025-02-01")));
    }

    [Test]
    public async Task What_has_kicked_off_is_listed_where_days_are_asked_for()
    {
        await Refresh("2025-02-01T16:00:00Z");
        var list = await List("?from=2025-02-01&to=2025-02-01");
        Assert.That(Matches(list), Is.EqualTo(new[] { UnknownTime, Noon, Afternoon, Evening }));
        Assert.That(
            list.GetProperty("fixtures").EnumerateArray().Select(match => match.GetProperty("hasKickedOff").GetBoolean()),
            Is.EqualTo(new[] { false, true, true, false }));
        Assert.That(
            (await List("?from=2025-02-02")).GetProperty("fixtures").EnumerateArray().Select(match => match.GetProperty("hasKickedOff").GetBoolean()), Has.All.False);
        Assert.That((await Api.Http.GetAsync($"/v1/fixtures/{Noon}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase(Noon, "2025-02-01T16:00:00Z", true)]
    [TestCase(Noon, "2025-02-01T12:30:00Z", false)]
    [TestCase(UnknownTime, "2025-02-01T16:00:00Z", false)]
    [TestCase(UnknownTime, "2025-02-02T00:00:00Z", true)]
    public async Task An_explanation_says_whether_the_match_has_kicked_off(int match, string forecastFrom, bool hasKickedOff)
    {
        Api.Host.AnswerWhy = Explained;
        await Refresh(forecastFrom);
        var told = await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/fixtures/{match}/explanation");
        Assert.That(told.GetProperty("hasKickedOff").GetBoolean(), Is.EqualTo(hasKickedOff));
        Assert.That(told.GetProperty("kickOffAt").GetString(), Is.EqualTo(match == Noon ? "2025-02-01T12:30:00Z" : null));
    }

    [Test]
    public async Task At_a_source_that_follows_the_real_clock_an_explanation_goes_on_by_itself()
    {
        Api.Host.AnswerWhy = Explained;
        Api.Host.Clock.Move(Instant("2025-02-01T12:00:00Z") - Api.Host.Clock.GetUtcNow());
        await Refresh("2025-02-01T12:00:00Z", live: true);
        Assert.That(await HasKickedOff(), Is.False);
        Api.Host.Clock.Move(TimeSpan.FromMinutes(31));
        Assert.That(await HasKickedOff(), Is.True);

        async Task<bool> HasKickedOff() =>
            (await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/fixtures/{Noon}/explanation")).GetProperty("hasKickedOff").GetBoolean();
    }

    static Task Explained(ConsumeContext<ExplainForecast> question)
    {
        var e = question.Message;
        return question.RespondAsync(new ForecastExplained(
            e.RequestId, e.MatchId, e.ModelId, e.Kind!, e.FeatureSetVersion, [0.2, 0, -0.2], [], [], [0.2, 0, -0.2], DateTime.UnixEpoch));
    }

    [Test]
    public async Task The_last_day_alone_lists_every_forecast_up_to_it()
    {
        await Refresh("2025-02-01T16:00:00Z");
        Assert.That(Matches(await List("?to=2025-02-01")), Is.EqualTo(new[] { UnknownTime, Noon, Afternoon, Evening }));
        Assert.That(Matches(await List("?to=2025-01-31")), Is.Empty);
    }

    [Test]
    public async Task A_later_run_of_the_day_that_finds_nothing_new_moves_the_list_on()
    {
        var first = await Refresh("2025-02-01T07:00:00Z");
        var before = await Api.Http.GetAsync("/v1/fixtures");
        await Api.Host.Deliver(Events("2025-02-01T16:00:00Z").Unchanged(first));
        var after = await Api.Http.GetAsync("/v1/fixtures");
        Assert.That(Matches(await after.Content.ReadFromJsonAsync<JsonElement>()), Is.EqualTo(new[] { UnknownTime, Evening, Sunday }));
        Assert.That(after.Headers.ETag, Is.Not.EqualTo(before.Headers.ETag));
    }

    [Test]
    public async Task At_a_source_that_follows_the_real_clock_the_list_goes_on_by_itself()
    {
        Api.Host.Clock.Move(Instant("2025-02-01T07:00:30Z") - Api.Host.Clock.GetUtcNow());
        await Refresh("2025-02-01T07:00:30Z", live: true);
        Assert.That(Matches(await List()), Is.EqualTo(new[] { UnknownTime, Noon, Afternoon, Evening, Sunday }));
        var before = await Api.Http.GetAsync("/v1/fixtures");
        Api.Host.Clock.Move(TimeSpan.FromSeconds(20));
        Assert.That((await Api.Http.GetAsync("/v1/fixtures")).Headers.ETag, Is.EqualTo(before.Headers.ETag), "one answer a minute");

        Api.Host.Clock.Move(Instant("2025-02-01T15:00:00Z") - Api.Host.Clock.GetUtcNow());
        Assert.That(Matches(await List()), Is.EqualTo(new[] { UnknownTime, Evening, Sunday }), "what kicks off in this minute has kicked off");
        Assert.That((await Api.Http.GetAsync("/v1/fixtures")).Headers.ETag, Is.Not.EqualTo(before.Headers.ETag));

        Api.Host.Clock.Move(Instant("2025-02-02T00:00:00Z") - Api.Host.Clock.GetUtcNow());
        Assert.That(Matches(await List()), Is.EqualTo(new[] { Sunday }));
    }

    [Test]
    public async Task A_rerun_of_yesterday_does_not_turn_the_list_back()
    {
        await Refresh("2025-02-01T16:00:00Z");
        Api.Host.Clock.Move(TimeSpan.FromMinutes(1));
        var thursday = new RunEvents(new(Guid.NewGuid(), Friday.AddDays(-1), "again", "tester"));
        await Api.Host.Deliver(thursday.Refreshed() with { DatasetVersion = 4 });
        Assert.That((await List()).GetProperty("asOf").GetString(), Is.EqualTo("2025-01-31"));
    }

    [Test]
    public async Task A_run_says_what_it_knows_and_from_when_on_it_forecasts()
    {
        var id = await Refresh("2025-02-01T16:00:00Z", live: true);
        var run = await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/runs/{id}");
        Assert.That((run.GetProperty("asOf").GetString(), run.GetProperty("forecastFrom").GetDateTime(), run.GetProperty("live").GetBoolean()), Is.EqualTo(
            ("2025-01-31", Instant("2025-02-01T16:00:00Z"), true)));
    }

    async Task<Guid> Refresh(string forecastFrom, bool live = false)
    {
        var events = Events(forecastFrom, live);
        await Api.Host.Deliver(events.Refreshed());
        return events.Run.Id;
    }

    static RunEvents Events(string forecastFrom, bool live = false) => new(new Run(Guid.NewGuid(), Friday, "a test", "tester", ForecastFrom: Instant(forecastFrom), Live: live));

    async Task<JsonElement> List(string query = "") => await Api.Http.GetFromJsonAsync<JsonElement>($"/v1/fixtures{query}");

    static int[] Matches(JsonElement list) => [.. list.GetProperty("fixtures").EnumerateArray().Select(match => match.GetProperty("matchId").GetInt32())];

    static DateTime Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime;
}
