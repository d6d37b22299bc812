using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Soccer.Integration.Tests.Scratch;

/// <summary>What a run came to, as the Api tells it.</summary>
sealed record RunOutcome(JsonElement Json)
{
    public Guid Id => Json.GetProperty("id").GetGuid();

    public string Status => Json.GetProperty("status").GetString()!;

    public string? Failure => Json.TryGetProperty("failure", out var failure) ? failure.GetString() : null;

    /// <summary>The day through which it knows results.</summary>
    public DateOnly AsOf => DateOnly.ParseExact(Json.GetProperty("asOf").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The instant from which it forecasts.</summary>
    public DateTime ForecastFrom => Json.GetProperty("forecastFrom").GetDateTime();

    public string DatasetHash => Json.GetProperty("dataset").GetProperty("hash").GetString()!;

    public int DatasetVersion => Json.GetProperty("dataset").GetProperty("version").GetInt32();

    public string FeatureSetHash => Json.GetProperty("featureSet").GetProperty("hash").GetString()!;

    public string? ModelId => Json.GetProperty("model").GetProperty("id").GetString();

    public int Forecasts => Json.GetProperty("forecasts").GetProperty("forecasts").GetInt32();

    public int NewForecasts => Json.GetProperty("forecasts").GetProperty("newForecasts").GetInt32();

    public int Fixtures => Json.GetProperty("forecasts").GetProperty("fixtures").GetInt32();

    /// <summary>A count of a stage: Count("validate", "added").</summary>
    public long Count(string stage, string name) => Stage(stage).GetProperty("counts").GetProperty(name).GetInt64();

    /// <summary>Whether a stage used a stored result.</summary>
    public bool Remembered(string stage) => Stage(stage).GetProperty("remembered").GetBoolean();

    /// <summary>What a test compares: the content, not the numbers of the versions.</summary>
    public (string Dataset, string FeatureSet, string? Model, int Forecasts) Content => (DatasetHash, FeatureSetHash, ModelId, Forecasts);

    JsonElement Stage(string stage) => Json.GetProperty("stages").EnumerateArray().Single(row => row.GetProperty("stage").GetString() == stage);
}

/// <summary>Starts runs over HTTP and waits for their ends.</summary>
static class Runs
{
    /// <summary>A run that is this late hangs; one on a busy machine is only slow.</summary>
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Moves the source to a day, runs the cascade as of it, and waits for its end.</summary>
    public static async Task<RunOutcome> Run(this ScratchSystem system, DateOnly asOf, string training = "auto", bool force = false, int trials = 0)
    {
        await system.MoveSource(asOf);
        return await system.End(await system.Begin(asOf, training, force, trials));
    }

    /// <summary>Starts a run and returns its id.</summary>
    public static async Task<Guid> Begin(this ScratchSystem system, DateOnly asOf, string training = "auto", bool force = false, int trials = 0)
    {
        var day = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var api = system.Api;
        var response = await api.PostAsJsonAsync("v1/runs", new { asOf = day, training, force, trials, reason = TestContext.CurrentContext.Test.Name });
        Assert.That((int)response.StatusCode, Is.EqualTo(202), await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    /// <summary>Waits for the end of a run, or until its status is another one.</summary>
    public static async Task<RunOutcome> End(this ScratchSystem system, Guid run, string? status = null)
    {
        using var api = system.Api;
        JsonElement answer = default;
        await Eventually.Happens(() => $"the end of run {run}, at last {answer}", async () =>
        {
            var response = await api.GetAsync($"v1/runs/{run}");
            if (!response.IsSuccessStatusCode)
                return false;
            answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            var now = answer.GetProperty("status").GetString();
            return status is null ? now is not ("accepted" or "running") : now == status;
        }, Limit);
        return new RunOutcome(answer);
    }
}
