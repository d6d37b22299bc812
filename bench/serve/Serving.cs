using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Soccer.Bench;

/// <summary>Measures how fast forecasts are served.</summary>
/// <param name="served">The system.</param>
/// <param name="seconds">How long the sustained load lasts; the others last a fraction of it.</param>
/// <param name="tell">Told what is being done.</param>
sealed class Serving(Served served, int seconds, Action<string> tell)
{
    const int Connections = 16;
    readonly byte[]?[] fixtures = new byte[served.Matches.Count][];
    byte[]? ping;
    readonly TimeSpan brief = TimeSpan.FromSeconds(Math.Max(2, seconds / 6));

    /// <summary>A stored forecast, beside an endpoint that does nothing, in turns.</summary>
    public async Task<IReadOnlyList<Measured>> Fixtures()
    {
        tell("stored forecasts beside the empty endpoint");
        List<double> ratios = [], empty = [], full = [];
        await Full(Ping, TimeSpan.FromSeconds(5));
        await Full(Fixture, TimeSpan.FromSeconds(5));
        for (var round = 0; round < 3; round++)
        {
            empty.Add((await Full(Ping, brief)).PerSecond);
            full.Add((await Full(Fixture, brief)).PerSecond);
            ratios.Add(full[^1] / empty[^1]);
        }
        await Load.Open(Connections, Median(full) / 2, TimeSpan.FromSeconds(5), served.Connect, Fixture);
        var half = await Load.Open(Connections, Median(full) / 2, brief, served.Connect, Fixture);
        var nothing = await Load.Open(Connections, Median(full) / 2, brief, served.Connect, Ping);
        return
        [
            new("GET /v1/ping, which does nothing", Median(empty), "/s"),
            new("GET /v1/fixtures/{id}", Median(full), "/s"),
            new("GET /v1/fixtures/{id} over the empty endpoint, median of three turns", Median(ratios), "", Least: 0.7),
            new("GET /v1/fixtures/{id} at half of that load, p99", half.Within(0.99), "ms", Most: 10),
            new("GET /v1/ping at the same rate, p99", nothing.Within(0.99), "ms"),
        ];
    }

    /// <summary>One match, answered in the request.</summary>
    public async Task<IReadOnlyList<Measured>> Now()
    {
        tell("POST /v1/predict, 200 a second");
        // Code that has just been started is compiled while it answers: it gets a few at first, and may be late.
        foreach (var perSecond in new[] { 20, 100, 200 })
            await Load.Open(32, perSecond, TimeSpan.FromSeconds(5), served.Connect, async (wire, number) => await wire.Send(wire.Request("POST", "/v1/predict", Body(number))));
        var load = await Predict(TimeSpan.FromSeconds(Math.Max(5, seconds / 2)));
        return [new("POST /v1/predict at 200/s, p50", load.Within(0.5), "ms", Most: 5), new("POST /v1/predict at 200/s, p99", load.Within(0.99), "ms", Most: 20)];
    }

    /// <summary>The same while a training runs beside it.</summary>
    public async Task<IReadOnlyList<Measured>> BesideTraining()
    {
        tell("POST /v1/predict, 200 a second, while a full retraining runs");
        using var http = Served.Client(served.Address, served.Operator);
        var newest = (await http.GetFromJsonAsync<JsonElement>("v1/fixtures")).GetProperty("asOf").GetString();
        var run = await (await http.PostAsJsonAsync("v1/runs", new { asOf = newest, training = "always", force = true, reason = "bench serve" })).Content.ReadFromJsonAsync<JsonElement>();
        var link = $"v1/runs/{run.GetProperty("id").GetString()}";
        List<double> took = [];
        var began = Stopwatch.GetTimestamp();
        string? status;
        do
        {
            // Brief, so that little of the last one comes after the run's end: its last seconds, with the new champion, belong to it.
            took.AddRange((await Predict(TimeSpan.FromSeconds(2))).Milliseconds);
            status = (await http.GetFromJsonAsync<JsonElement>(link)).GetProperty("status").GetString();
        }
        while (status is "accepted" or "running");
        if (status is not ("completed" or "partial"))
            throw new InvalidDataException($"the run beside which predictions were to be measured is {status}: see {link}");
        var beside = new Loaded([.. took.Order()], 1);
        return
        [
            new($"seconds until that run was {status}", Stopwatch.GetElapsedTime(began).TotalSeconds, "s"),
            new("POST /v1/predict at 200/s beside a retraining, p50", beside.Within(0.5), "ms"),
            new("POST /v1/predict at 200/s beside a retraining, p99", beside.Within(0.99), "ms", Most: 60),
        ];
    }

    /// <summary>Requests that are stored: sustained, and every one asked after; then the time to the answer at a moderate rate.</summary>
    public async Task<IReadOnlyList<Measured>> Stored()
    {
        const int PerSecond = 1600;
        tell($"POST /v1/predictions, {PerSecond} a second for {seconds} s");
        await Post(500, TimeSpan.FromSeconds(3), []);
        var ids = new ConcurrentBag<string>();
        var began = DateTime.UtcNow;
        var load = await Post(PerSecond, TimeSpan.FromSeconds(seconds), ids);
        tell($"asking after all {ids.Count:N0}");
        var (answered, twice, last) = await AskAfter([.. ids]);
        tell("POST /v1/predictions with Prefer: wait, 200 a second");
        var waited = await Load.Open(64, 200, brief, served.Connect, (wire, number) => Expect(wire, wire.Request("POST", "/v1/predictions", Body(number), "Prefer: wait=10\r\n"), 200));
        return
        [
            new($"POST /v1/predictions accepted, sustained for {load.Seconds:F0} s", load.PerSecond, "/s", Least: 1500),
            new("their acceptance, p99", load.Within(0.99), "ms"),
            new("of these without an answer when asked after", ids.Count - answered, "", Most: 0),
            new("of these with an id that another has too", twice, "", Most: 0),
            new("accepted and answered, from the first request to the last answer", answered / (last - began).TotalSeconds, "/s", Least: 1500),
            new("POST /v1/predictions with Prefer: wait at 200/s, from sending to answer, p95", waited.Within(0.95), "ms", Most: 250),
        ];
    }

    /// <summary>A thousand matches a request.</summary>
    public async Task<IReadOnlyList<Measured>> Lists()
    {
        tell("POST /v1/predictions, 1,000 matches each");
        var body = $$"""{"matches":[{{string.Join(',', Enumerable.Range(0, 1000).Select(Body))}}]}""";
        var minimal = await Batches(body, "Prefer: wait=30, return=minimal\r\n");
        var whole = await Batches(body, "Prefer: wait=30\r\n");
        return
        [
            new("lists of 1,000, accepted to answered", minimal.PerSecond * 1000, "matches/s", Least: 15_000),
            new("lists of 1,000, the answer's p95", minimal.Within(0.95), "ms"),
            new("lists of 1,000, every answer read over HTTP too", whole.PerSecond * 1000, "matches/s"),
        ];
    }

    Task<Loaded> Batches(string body, string headers) => Load.Closed(4, brief, served.Connect, (wire, _) => Expect(wire, wire.Request("POST", "/v1/predictions", body, headers), 200));

    Task Ping(Wire wire, int number) => Expect(wire, ping ??= wire.Request("GET", "/v1/ping"), 200);

    Task<Loaded> Full(Func<Wire, int, Task> exchange, TimeSpan time) => Load.Closed(Connections, time, served.Connect, exchange);

    Task Fixture(Wire wire, int number)
    {
        var match = number % served.Matches.Count;
        return Expect(wire, fixtures[match] ??= wire.Request("GET", FormattableString.Invariant($"/v1/fixtures/{served.Matches[match]}")), 200);
    }

    Task<Loaded> Predict(TimeSpan time) => Load.Open(32, 200, time, served.Connect, (wire, number) => Expect(wire, wire.Request("POST", "/v1/predict", Body(number)), 200));

    Task<Loaded> Post(double perSecond, TimeSpan time, ConcurrentBag<string> ids) => Load.Open(64, perSecond, time, served.Connect, async (wire, number) =>
    {
        var answer = await wire.Send(wire.Request("POST", "/v1/predictions", Body(number)));
        if (answer.Status != 202)
            throw Unexpected(answer);
        ids.Add(Id(answer.Body));
    });

    /// <summary>How many of the requests were answered, how many ids there are twice, and when the last answer was given by the clock of Predict, which is that of this machine.</summary>
    async Task<(int Answered, int Twice, DateTime Last)> AskAfter(string[] ids)
    {
        var answers = new DateTime[ids.Length];
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async connection =>
        {
            using var wire = served.Connect();
            for (var at = connection; at < ids.Length; at += Connections)
                for (var tries = 0; tries < 600 && answers[at] == default; tries++)
                {
                    var answer = await wire.Send(wire.Request("GET", $"/v1/predictions/{ids[at]}"));
                    if (answer.Status == 200 && answer.Body.Span.IndexOf("\"status\":\"done\""u8) >= 0)
                        answers[at] = JsonDocument.Parse(answer.Body).RootElement.GetProperty("answeredAt").GetDateTime().ToUniversalTime();
                    else
                        await Task.Delay(50);
                }
        }));
        return (answers.Count(at => at != default), ids.Length - ids.Distinct().Count(), answers.Max());
    }

    string Body(int number) => served.Bodies[number % served.Bodies.Count];

    static string Id(ReadOnlyMemory<byte> body) => JsonDocument.Parse(body).RootElement.GetProperty("id").GetString()!;

    static async Task Expect(Wire wire, byte[] request, int status)
    {
        var answer = await wire.Send(request);
        if (answer.Status != status)
            throw Unexpected(answer);
    }

    static InvalidDataException Unexpected(Exchange answer) => new($"the Api answered {answer.Status}: {Encoding.UTF8.GetString(answer.Body.Span)}");

    static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
