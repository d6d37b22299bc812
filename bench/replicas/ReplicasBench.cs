using System.Net.Http.Json;
using System.Text.Json;
using static System.FormattableString;

namespace Soccer.Bench;

/// <summary>Measures with one copy of Train and Predict, then with one more of each, and so on.</summary>
sealed class ReplicasBench(Served served, Copies train, Copies predict, int trials, TimeSpan time)
{
    /// <summary>Less than this for one more copy is no growth.</summary>
    const double Growth = 1.1;

    /// <summary>From here on another copy has no processor to run on.</summary>
    const double Full = 0.85;

    const int Connections = 32;

    // Ports of ./soccer, from the Api's on.
    const int Train = 4, Predict = 6;

    public static async Task<int> Run(Uri address, string key, int most, int trials, TimeSpan time, TextWriter output, Action<string> tell)
    {
        var served = await Served.Find(address, key);
        try
        {
            await using var train = Copies.Of(new UriBuilder(address) { Port = address.Port + Train }.Uri);
            await using var predict = Copies.Of(new UriBuilder(address) { Port = address.Port + Predict }.Uri);
            var bench = new ReplicasBench(served, train, predict, trials, time);
            List<Rate> trialRates = [], answerRates = [];
            output.WriteLine($"{Environment.ProcessorCount} processors for broker, database, services and load");
            output.WriteLine("busy: the share of them in use; Train, Predict: the share that all copies of the service used");
            output.WriteLine("copies   trials/min    busy   Train   answers/s    busy  Predict");
            for (var copies = 1; copies <= most; copies++)
            {
                tell($"{copies} of Train and Predict each");
                if (copies > 1)
                    await Task.WhenAll(train.Add(), predict.Add());
                var (answers, tried) = (await bench.Answers(), await bench.Trials());
                trialRates.Add(tried);
                answerRates.Add(answers);
                output.WriteLine(Invariant($"{copies,6}{60 * tried.PerSecond,13:N1}{Shares(tried)}{answers.PerSecond,12:N0}{Shares(answers)}"));
            }
            output.WriteLine(End("Trials per minute", "Train", trialRates));
            output.WriteLine(End("Answers per second", "Predict", answerRates));
        }
        finally
        {
            await served.Leave();
        }
        return 0;
    }

    /// <summary>Requests as fast as the Api takes them, to the last answer.</summary>
    async Task<Rate> Answers()
    {
        // A copy that has just started compiles its code with the first ones.
        await Post(TimeSpan.FromSeconds(2));
        var meter = await Meter.Begin(predict, "PredictMatch");
        var accepted = (await Post(time)).Milliseconds.Length;
        while (await meter.Look() < accepted)
            await Task.Delay(20);
        return meter.Rate;
    }

    Task<Loaded> Post(TimeSpan during) => Load.Closed(Connections, during, served.Connect, async (wire, number) =>
    {
        var answer = await wire.Send(wire.Request("POST", "/v1/predictions", served.Bodies[number % served.Bodies.Count]));
        if (answer.Status != 202)
            throw new InvalidDataException($"the Api answered {answer.Status}");
    });

    /// <summary>A forced run with a search for parameters: from the end of Featurize to the last trial.</summary>
    async Task<Rate> Trials()
    {
        using var http = Served.Client(served.Address, served.Operator);
        var newest = (await http.GetFromJsonAsync<JsonElement>("v1/fixtures")).GetProperty("asOf").GetString();
        var search = new { asOf = newest, training = "always", force = true, trials, reason = "bench replicas" };
        var begun = await http.PostAsJsonAsync("v1/runs", search);
        var link = $"v1/runs/{(await begun.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()}";
        Meter? meter = null;
        while (true)
        {
            var run = await http.GetFromJsonAsync<JsonElement>(link);
            if (meter is not null)
                await meter.Look();
            else if (StateOf(run, "featurize") == "done")
                meter = await Meter.Begin(train, "EvaluateTrial");
            switch (run.GetProperty("status").GetString())
            {
                case "completed" or "partial":
                    return meter?.Rate ?? throw new InvalidDataException($"The run has tried nothing: see {link}");
                case not ("accepted" or "running"):
                    throw new InvalidDataException($"The run with trials is {run.GetProperty("status")}: see {link}");
            }
            await Task.Delay(50);
        }
    }

    static string? StateOf(JsonElement run, string stage) => run.GetProperty("stages").EnumerateArray()
        .Where(row => row.GetProperty("stage").GetString() == stage).Select(row => row.GetProperty("state").GetString()).FirstOrDefault();

    static string Shares(Rate rate) => Invariant($"{100 * rate.Busy,7:N0}%{100 * rate.Own,7:N0}%");

    /// <summary>Where growth stops, and why.</summary>
    static string End(string what, string service, IReadOnlyList<Rate> rates)
    {
        if (rates.Count == 1)
            return $"{what}: only one copy was measured.";
        var at = Enumerable.Range(1, rates.Count - 1).FirstOrDefault(next => rates[next].PerSecond < Growth * rates[next - 1].PerSecond);
        if (at == 0)
            return $"{what} grew with every copy of {service}.";
        var (last, next) = (rates[at - 1], rates[at]);
        var use = Invariant($"{100 * last.Busy:N0}% of the processors were in use, {100 * last.Own:N0}% by {service}");
        var why = last.Busy > Full
            ? $"The reason is the processors: {use}."
            : $"The processors are not the reason: {use}. Something else is slower than {service}.";
        var change = 100 * (next.PerSecond / last.PerSecond - 1);
        return Invariant($"{what} stop growing at {last.Copies}: one more copy changed them by {change:+0;-0;0}%. {why}");
    }
}
