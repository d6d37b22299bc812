using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Soccer.Forecasting;
using Soccer.Integration.Tests.Scratch;
using Soccer.Source.World;

namespace Soccer.Integration.Tests;

/// <summary>
/// A weekend of the tiny world, run by run, through the real broker and database: what is listed, sealed and refused at each hour.
/// </summary>
[TestFixture]
sealed class MatchDaySpecs
{
    static ScratchSystem running = null!;
    static DateOnly week = Worlds.Day;

    /// <summary>The next Saturday, after the last one that a test has worked on, with matches a week later.</summary>
    static DateOnly NextWeek() => week = Worlds.Rounds.SkipLast(2).Select(round => round.AddDays(-7)).First(day => day > week);

    /// <summary>A system of its own: it takes more weeks than the others leave.</summary>
    [OneTimeSetUp]
    public async Task Start()
    {
        Surroundings.Need();
        running = await ScratchSystem.Start(Worlds.Tiny);
        var first = await running.Run(week);
        Assert.That(first.Status, Is.EqualTo("completed"), first.Failure);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (running is not null)
            await running.DisposeAsync();
    }

    [Test]
    public async Task From_Friday_night_s_results_to_Sunday()
    {
        var saturday = SaturdayWithKickOffs();
        var (friday, sunday) = (saturday.AddDays(-1), saturday.AddDays(1));

        // Friday, 07:00: the day before a match its kick-off time need not be known.
        await StandAt(friday, new(7, 0));
        var week = await Fixtures();
        var without = week.First(row => row.Date == saturday && row.KickOff == new TimeOnly(15, 0));
        await Publish(week, without, prices: null);
        Assert.That((await Complete()).Forecasts, Is.EqualTo(week.Count));

        // Saturday, 07:00: Friday's results are known. The run names no day, as the cron's and a pasted {} name none.
        await running.BreakSource();
        await StandAt(saturday, new(7, 0));
        var rows = await Fixtures();
        var today = rows.Where(row => row.Date == saturday).ToList();
        await Publish(rows, without, prices: null);
        var morning = await Complete();
        Assert.That((morning.AsOf, morning.ForecastFrom), Is.EqualTo((friday, London.InstantOf(saturday, new(7, 0)))));
        Assert.That(await Listed(), Is.EqualTo(Sorted(rows.Select(row => row == without ? row with { KickOff = null } : row))), "today's matches, tomorrow's and Monday's");
        Assert.That(morning.Forecasts, Is.EqualTo(rows.Count - 1), "all but today's match without a kick-off time: it may have begun");
        Assert.That(await MadeAfter([without], London.InstantOf(saturday, new(7, 0))), Is.Zero);
        Assert.That(await Ask(today[0], saturday), Is.EqualTo(200), "a match of today can be asked for");
        Assert.That(await Ask(today[0], friday), Is.EqualTo(400), "a match of yesterday can't");

        // One that has begun by four, and whose kick-off is known.
        var early = today.First(row => row != without && row.IsBefore(saturday, new(16, 0)));
        var sealedInTheMorning = await Newest(early);

        // 12:00, with new prices: all that has not kicked off is forecast again.
        await StandAt(saturday, new(12, 0));
        await Publish(rows, without, prices: "1.95,3.55,4.05");
        var noon = await Complete();
        Assert.That((noon.AsOf, noon.NewForecasts), Is.EqualTo((friday, rows.Count - 1)));
        var sealedAtNoon = await Newest(early);
        Assert.That(sealedAtNoon, Is.GreaterThan(sealedInTheMorning));

        // 16:00, half of the matches have begun, and prices have moved once more.
        await StandAt(saturday, new(16, 0));
        await Publish(rows, without, prices: "2.05,3.45,3.85");
        var afternoon = await Complete();
        var (begun, toCome) = (rows.Where(row => row.IsBefore(saturday, new(16, 0))).ToList(), rows.Where(row => !row.IsBefore(saturday, new(16, 0))).ToList());
        Assert.That(await Listed(), Is.EqualTo(Sorted([.. toCome.Where(row => row != without), without with { KickOff = null }])));
        Assert.That(afternoon.NewForecasts, Is.EqualTo(toCome.Count(row => row != without)));
        Assert.That(await Newest(early), Is.EqualTo(sealedAtNoon), "what has kicked off keeps its last forecast");
        Assert.That(await MadeAfter(begun.Where(row => row != without), London.InstantOf(saturday, new(15, 59))), Is.Zero);

        // 22:00: some results of today are on the site. They are not known yet, and do no harm.
        await running.MoveSource(saturday);
        var results = await Body("mmz4281/" + SeasonOf(saturday) + "/E0.csv");
        await StandAt(saturday, new(22, 0));
        await running.BreakSource(new { path = $"/mmz4281/{SeasonOf(saturday)}/E0.csv", kind = "body", body = results }, FixturesFault(rows, without, "2.05,3.45,3.85"));
        var night = await Complete();
        Assert.That((night.AsOf, SettledInAll(night)), Is.EqualTo((friday, SettledInAll(afternoon))));
        Assert.That(await Listed(), Is.EqualTo(Sorted(rows.Where(row => row.Date > saturday))), "the results name the kick-off that was unknown");

        // Sunday, 07:00: Saturday is known and settled, Sunday is to come.
        await running.BreakSource();
        await StandAt(sunday, new(7, 0));
        var next = await Complete();
        Assert.That((next.AsOf, SettledInAll(next) - SettledInAll(night)), Is.EqualTo((saturday, await SealedRows(saturday))));
        Assert.That((await Listed()).All(match => match.Date >= sunday), Is.True);
        Assert.That(await Ask(today[0], saturday), Is.EqualTo(400), "yesterday can't be asked for");
        Assert.That(await Ask(today[0], sunday), Is.EqualTo(200));
    }

    [Test]
    public async Task An_empty_object_that_is_pasted_is_a_run_as_of_the_source_s_instant()
    {
        var day = NextWeek();
        await running.MoveSource(day);
        using var api = running.Api;
        var before = await Runs(api);
        await running.Paste("ingest-snapshot", "{}");
        Guid? pasted = null;
        await Eventually.Happens("a pasted run is in the ledger", async () => (pasted = (await Runs(api)).Except(before).Select(id => (Guid?)id).FirstOrDefault()) is not null, TimeSpan.FromSeconds(60));
        var run = await running.End(pasted!.Value);
        Assert.That((run.Status, run.AsOf), Is.EqualTo(("completed", day)), run.Failure);
    }

    [TestCase("", "The message is empty. Send {}")]
    [TestCase("""{"asof2":"2025-02-01"}""", "Unknown member 'asof2'. Send {} or an object with any of: asOf")]
    public async Task What_is_pasted_and_not_understood_is_refused_with_a_reason(string body, string reason)
    {
        using var api = running.Api;
        await running.Paste("ingest-snapshot", body);
        await Eventually.Happens($"an incident says {reason}", async () => (await api.GetStringAsync("v1/incidents")).Contains(
            JsonSerializer.Serialize(reason, JsonSerializerOptions.Web)[1..^1].Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal), TimeSpan.FromSeconds(60));
    }

    [TestCase("""{"reason":"after \u0000 the match"}""", @"reason holds the control character \u0000.")]
    [TestCase("""{"requester":"\u0007"}""", @"requester holds the control character \u0007.")]
    public async Task What_is_pasted_with_a_control_character_fails_as_a_run_with_a_reason(string body, string reason)
    {
        using var api = running.Api;
        var before = await Runs(api);
        await running.Paste("ingest-snapshot", body);
        Guid? pasted = null;
        await Eventually.Happens("a pasted run is in the ledger", async () =>
        {
            pasted = (await Runs(api)).Except(before).Select(id => (Guid?)id).FirstOrDefault();
            return pasted is not null;
        }, TimeSpan.FromSeconds(60));
        var run = await running.End(pasted!.Value);
        Assert.That((run.Status, run.Failure), Is.EqualTo(("failed", $"ingest could not work StartRun through: {reason} Leave it out.")));
    }

    static long SettledInAll(RunOutcome run) => run.Count("drift-check", "settled");

    /// <summary>The next Saturday with two matches at three o'clock and one later; the weekend is no other test's.</summary>
    static DateOnly SaturdayWithKickOffs()
    {
        var kickOffs = new CountrySimulation(WorldPlan.Tiny, WorldPlan.Tiny.Countries[0]).Play().ToLookup(match => match.Date, match => match.KickOff.Hour);
        while (true)
        {
            var saturday = NextWeek().AddDays(7);
            if (kickOffs[saturday].Count(hour => hour == 15) > 1 && kickOffs[saturday].Any(hour => hour > 16))
            {
                NextWeek();
                return saturday;
            }
        }
    }

    /// <summary>A row of the list of fixtures.</summary>
    sealed record Row(DateOnly Date, TimeOnly? KickOff, string Home, string Away, string Text)
    {
        public bool IsBefore(DateOnly day, TimeOnly time) => Date < day || (Date == day && KickOff < time);
    }

    static async Task StandAt(DateOnly day, TimeOnly time) => await running.StandSource(London.InstantOf(day, time));

    /// <summary>The fixtures that the source lists, by day and kick-off; names without the blanks that the publisher has in some.</summary>
    static async Task<List<Row>> Fixtures() =>
    [
        .. (await Body("fixtures.csv")).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => (Cells: line.Split(','), Line: line))
            .Select(row => new Row(
                DateOnly.ParseExact(row.Cells[1], "dd/MM/yyyy", CultureInfo.InvariantCulture), TimeOnly.ParseExact(row.Cells[2], "HH:mm", CultureInfo.InvariantCulture),
                row.Cells[3].Trim(), row.Cells[4].Trim(), row.Line))
            .OrderBy(row => row.Date).ThenBy(row => row.KickOff),
    ];

    static Task<string> Body(string path) => running.SourceText(path);

    /// <summary>Publishes the list with one kick-off time left out, and with other prices of the first bookmaker.</summary>
    static Task Publish(IReadOnlyList<Row> rows, Row without, string? prices) => running.BreakSource(FixturesFault(rows, without, prices));

    static object FixturesFault(IReadOnlyList<Row> rows, Row without, string? prices) => new { path = "/fixtures.csv", kind = "body", body = Text(rows, without, prices) };

    static string Text(IReadOnlyList<Row> rows, Row without, string? prices)
    {
        var lines = rows.Select(row =>
        {
            var cells = row.Text.Split(',');
            if (row == without)
                cells[2] = "";
            return string.Join(',', [.. cells[..5], .. (prices ?? "2.1,3.4,3.7").Split(',')]);
        });
        return string.Join("\r\n", ["Div,Date,Time,HomeTeam,AwayTeam,B365H,B365D,B365A", .. lines, ""]);
    }

    /// <summary>A run without a day, to its end.</summary>
    static async Task<RunOutcome> Complete()
    {
        using var api = running.Api;
        var response = await api.PostAsJsonAsync("v1/runs", new { });
        var run = await running.End((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid());
        Assert.That(run.Status, Is.EqualTo("completed"), run.Failure);
        return run;
    }

    static async Task<(DateOnly Date, TimeOnly? KickOff, string Home)[]> Listed()
    {
        using var api = running.Api;
        return [.. (await api.GetFromJsonAsync<JsonElement>("v1/fixtures")).GetProperty("fixtures").EnumerateArray().Select(match => (
            DateOnly.ParseExact(match.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            match.GetProperty("kickOff").GetString() is { } time ? (TimeOnly?)TimeOnly.Parse(time, CultureInfo.InvariantCulture) : null, match.GetProperty("home").GetString()!)).Order()];
    }

    static (DateOnly Date, TimeOnly? KickOff, string Home)[] Sorted(IEnumerable<Row> rows) => [.. rows.Select(row => (row.Date, row.KickOff, row.Home)).Order()];

    static async Task<int> Ask(Row match, DateOnly date)
    {
        using var api = running.Api;
        return (int)(await api.PostAsJsonAsync("v1/predict", new { home = match.Home, away = match.Away, date = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) })).StatusCode;
    }

    static async Task<long> SealedRows(DateOnly day)
    {
        await using var database = await running.Database();
        return await database.QuerySingleAsync<long>("select count(*) from predict.forecast where date = @day", new { day });
    }

    /// <summary>Forecasts of some matches by runs that forecast from an instant on, or later.</summary>
    static async Task<long> MadeAfter(IEnumerable<Row> matches, DateTime instant)
    {
        await using var database = await running.Database();
        return await database.QuerySingleAsync<long>(
            "select count(*) from predict.forecast join validate.team on team_id = home_id where name = any(@homes) and date = @day and forecast_from >= @instant",
            new { homes = matches.Select(match => match.Home).ToArray(), day = matches.First().Date, instant });
    }

    static async Task<DateTime> Newest(Row match)
    {
        await using var database = await running.Database();
        return await database.QuerySingleAsync<DateTime>(
            "select max(made_at) from predict.forecast join validate.team on team_id = home_id where name = @Home and date = @Date", new { match.Home, match.Date });
    }

    static async Task<Guid[]> Runs(HttpClient api) =>
        [.. (await api.GetFromJsonAsync<JsonElement>("v1/runs")).GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("id").GetGuid())];

    static string SeasonOf(DateOnly day) => FormattableString.Invariant($"{day.AddMonths(-6).Year % 100:00}{(day.AddMonths(-6).Year + 1) % 100:00}");
}
