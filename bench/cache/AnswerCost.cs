using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Npgsql;
using Soccer.Api.Fixtures;
using Soccer.Api.Ledger;
using Soccer.Api.Problems;
using Soccer.Forecasting.Odds;
using Soccer.Hosting;
using Soccer.Tables.Promote;
using Soccer.Tables.Validate;

namespace Soccer.Bench;

/// <summary>Measures an answer for one match along the product's own ways, in one thread.</summary>
static class AnswerCost
{
    /// <summary>How many times cheaper memory has to be than the database, to be worth its code.</summary>
    const double LeastRatio = 20;

    const int Rounds = 200;

    public static async Task<int> Run(int matches, int past, TextWriter output)
    {
        if (Environment.GetEnvironmentVariable("SOCCER_TEST_POSTGRES") is not { } server)
            throw new InvalidDataException("There is no database: ./soccer infra-up starts one, and ./soccer bench cache finds it.");
        await using var rows = await BoardRows.Create(server, matches, past);
        var json = new JsonOptions();
        RequestJson.Configure(json.SerializerOptions);
        var commissions = new Commissions();
        using var meter = new ServiceMeter(new ServiceIdentity("api", "bench"));
        var reader = new FixtureReader(rows.Database, commissions, Options.Create(json), TimeProvider.System);
        // Looking is measured on its own.
        var board = new Board(rows.Database, reader, new BoardMeter(meter, TimeProvider.System), Options.Create(new BoardOptions { FreshForMilliseconds = 60_000 }), TimeProvider.System);
        var state = await board.Now();
        await using var connection = await rows.Database.OpenConnectionAsync();
        var key = state.Fixtures[1].Key;
        var forecast = await FixtureSql.Read(connection, key, default);
        var prices = await MatchOdds.Read(connection, key.OddsVersion, OddsPhase.Opening, [key.MatchId], default);
        var taken = await Datasets.TakenAt(connection, [1], default);
        using var library = new MemoryCache(new MemoryCacheOptions { SizeLimit = 10_000 });
        library.Set(key, (await board.Answer(state, 1, default))!, new MemoryCacheEntryOptions { Size = 1 });
        var http = Nowhere();

        var memory = await Time(5_000, async () => await board.Answer(await board.Now(), 1, default));
        var told = await Time(2_000, async () => await (await board.Answer(await board.Now(), 1, default))!.ExecuteAsync(http));
        var withLibrary = await Time(5_000, () => ValueTask.FromResult(library.TryGetValue(key, out _)));
        var made = await Time(20, () => ValueTask.FromResult(reader.Write(FixtureDetail.Of(forecast, true, 1, prices, taken, commissions))));
        var read = await Time(2, async () => await ReadAll(rows.Database, reader));
        var look = await Time(5, async () => await FixtureSql.State(connection, default));
        var keys = await Time(1, async () => await FixtureSql.Keys(
            connection, state.Newest!, state.Champion, new(null, null, state.Newest!.Run.AsOf.AddDays(-6), null, null, 10_000), default));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{matches} matches on the board, {prices.Count} bookmakers' odds each, {past} matches forecast before; microseconds, and bytes allocated"));
        foreach (var (name, cost) in ((string, Cost)[])
        [
            ("found in memory", memory), ("found in memory and written out", told), ("the same found by MemoryCache alone", withLibrary), ("made of rows", made),
            ("read from the database and made", read), ("look whether anything has changed", look), ("read all keys after a change", keys),
        ])
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-38}{cost.Microseconds,12:0.00}{cost.Bytes,12:0}"));
        var ratio = read.Microseconds / told.Microseconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"from the database / from memory",-38}{ratio,12:0}{(ratio < LeastRatio ? $"   less than {LeastRatio}" : "")}"));
        return ratio < LeastRatio ? 1 : 0;
    }

    /// <summary>What a request would do with nothing in memory.</summary>
    static async Task<StoredAnswer> ReadAll(NpgsqlDataSource database, FixtureReader reader)
    {
        await using var connection = await database.OpenConnectionAsync();
        var newest = await EventSql.NewestRefresh(connection, default);
        var champion = await Aliases.Newest(connection, Aliases.Champion, default);
        var keys = await FixtureSql.Keys(connection, newest!, champion?.ModelId, new(1, null, null, null, null, 1), default);
        return await reader.Answer(connection, keys[0], default);
    }

    static HttpContext Nowhere()
    {
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        return http;
    }

    /// <summary>The fastest of many short rounds, after a second that is not counted: what else runs on the machine only adds, and leaves some rounds alone.</summary>
    static async Task<Cost> Time<T>(int times, Func<ValueTask<T>> act)
    {
        for (var warm = Stopwatch.StartNew(); warm.ElapsedMilliseconds < 1000;)
            await act();
        var rounds = new List<Cost>();
        for (var round = 0; round < Rounds; round++)
        {
            var (bytes, began) = (GC.GetTotalAllocatedBytes(true), Stopwatch.GetTimestamp());
            for (var i = 0; i < times; i++)
                await act();
            rounds.Add(new(Stopwatch.GetElapsedTime(began).TotalMicroseconds / times, (GC.GetTotalAllocatedBytes(true) - bytes) / (double)times));
        }
        return rounds.MinBy(cost => cost.Microseconds)!;
    }

    static Task<Cost> Time(int times, Func<Task> act) => Time(times, async () =>
    {
        await act();
        return 0;
    });

    sealed record Cost(double Microseconds, double Bytes);
}
