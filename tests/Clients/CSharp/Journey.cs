using System.Globalization;

namespace Soccer.Generated;

/// <summary>What a client of the Api does, with the generated client. A test compiles it strictly and runs it.</summary>
public sealed class Journey(SoccerClient client, Func<TimeSpan, Task> wait)
{
    readonly List<string> lines = [];

    /// <summary>Goes it, and reports what it saw.</summary>
    public static async Task<IReadOnlyList<string>> Go(HttpClient http, Func<TimeSpan, Task> wait)
    {
        var journey = new Journey(new SoccerClient(http), wait);
        await journey.PredictNow();
        await journey.PredictLater();
        await journey.PageFixtures();
        await journey.StartRun();
        await journey.Fail();
        return journey.lines;
    }

    async Task PredictNow()
    {
        var match = new MatchRequest { Home = "Arsenal", Away = "Chelsea", Date = new DateOnly(2025, 2, 8) };
        var forecast = (await client.PostPredictAsync(match)).Result;
        Say($"{forecast.Home} - {forecast.Away} on {forecast.Date:yyyy-MM-dd}: {forecast.HomeWin} {forecast.Draw} {forecast.AwayWin}");
        var kind = forecast.Kind == ModelKind.MarketMemory ? "market-memory" : "another kind";
        Say($"fair odds {string.Join(' ', forecast.FairOdds)}, {kind}");
    }

    async Task PredictLater()
    {
        var match = new PredictionRequest { HomeId = 1, AwayId = 2 };
        var taken = await client.PostPredictionsAsync(match, idempotency_Key: "one");
        Say($"{taken.StatusCode} {taken.Result.Status}");
        var again = await client.PostPredictionsAsync(match, idempotency_Key: "one");
        Say(again.Result.Id == taken.Result.Id ? "the same request" : "another request");
        match.HomeId = 2;
        match.AwayId = 1;
        await Refused(() => client.PostPredictionsAsync(match, idempotency_Key: "one"));
        var answer = await client.GetPredictionsByIdAsync($"{taken.Result.Id}");
        while (answer.Result.Status == PredictionStatus.Pending)
        {
            Say("not yet");
            await wait(TimeSpan.FromSeconds(int.Parse(answer.Headers["Retry-After"].Single(), CultureInfo.InvariantCulture)));
            answer = await client.GetPredictionsByIdAsync($"{taken.Result.Id}");
        }
        var forecast = answer.Result.Forecast;
        Say($"{answer.Result.Status}: {forecast?.Home} {forecast?.HomeWin}, goals {forecast?.Goals?.Home > 0}");
    }

    async Task PageFixtures()
    {
        string? cursor = null, tag = null;
        do
        {
            var page = await client.GetFixturesAsync(limit: 2, cursor: cursor);
            tag ??= page.Headers["ETag"].Single();
            foreach (var match in page.Result.Fixtures)
            {
                var kickOff = match.KickOffAt?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
                Say($"{match.MatchId} {match.Kinds[0].Kind == ModelKind.ResultsOnly} {kickOff ?? "time unknown"}");
            }
            cursor = page.Result.Next?.Split("cursor=")[1];
        }
        while (cursor is not null);
        try
        {
            await client.GetFixturesAsync(limit: 2, if_None_Match: tag);
            Say("changed");
        }
        catch (ApiException unchanged) when (unchanged.StatusCode == 304)
        {
            Say("not changed");
        }
    }

    async Task StartRun()
    {
        var taken = (await client.PostRunsAsync(new RunRequest { Reason = "a client" })).Result;
        var run = (await client.GetRunsByIdAsync($"{taken.Id}")).Result;
        Say($"{run.Status} {run.Training} {run.Stages.Count} {run.Stages[0].Stage} {run.Stages[0].Counts.Count}");
    }

    async Task Fail()
    {
        await Refused(() => client.PostPredictAsync(new MatchRequest { Home = "Arsenall", Away = "Chelsea" }));
        await Refused(() => client.GetRunsByIdAsync($"{Guid.Empty}"));
        await Refused(() => client.GetKeysAsync());
    }

    async Task Refused<T>(Func<Task<T>> call)
    {
        try
        {
            await call();
            Say("not refused");
        }
        catch (ApiException<Problem> refusal)
        {
            var problem = refusal.Result;
            Say($"{refusal.StatusCode} {problem.Type} {problem.Field ?? "-"} {string.Join(' ', problem.Suggestions ?? [])}".TrimEnd());
        }
    }

    void Say(string line) => lines.Add(line.ToLowerInvariant());
}
