using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Soccer.Cli.Services;

namespace Soccer.Cli.Forecasts;

/// <summary>Coming matches as the Api answered them, with every member.</summary>
/// <param name="Answer">The last page's answer, without its matches.</param>
/// <param name="Matches">The matches of all pages.</param>
sealed record FixtureList(JsonObject Answer, IReadOnlyList<JsonElement> Matches)
{
    static readonly JsonSerializerOptions AsIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Asks for matches, page after page.</summary>
    /// <param name="api">The Api.</param>
    /// <param name="path">Path and query of the first page.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public static async Task<FixtureList> Ask(ApiClient api, string path, CancellationToken cancellation)
    {
        List<JsonElement> matches = [];
        for (var next = path; ;)
        {
            using var page = JsonDocument.Parse(await api.GetText(next, cancellation));
            matches.AddRange(page.RootElement.GetProperty("fixtures").EnumerateArray().Select(match => match.Clone()));
            if (page.RootElement.TryGetProperty("next", out var link) && link.GetString() is { } more)
            {
                next = more.TrimStart('/');
                continue;
            }
            var answer = JsonObject.Create(page.RootElement.Clone())!;
            answer["fixtures"] = new JsonArray();
            return new(answer, matches);
        }
    }

    /// <summary>The answer as the verbs read it.</summary>
    public FixturesView View => Answer.Deserialize<FixturesView>(JsonSerializerOptions.Web)! with { Fixtures = [.. Matches.Select(Read)] };

    /// <summary>The matches in an order; those that are equal in it stay as they are.</summary>
    public FixtureList By(FixtureSort sort) => sort switch
    {
        FixtureSort.Edge => By(match => match.Outcomes.Max(outcome => outcome.Edge) ?? double.NegativeInfinity),
        FixtureSort.Probability => By(match => match.Outcomes.Max(outcome => outcome.Probability)),
        _ => this,
    };

    FixtureList By(Func<FixtureView, double> figure) =>
        this with { Matches = [.. Matches.OrderByDescending(match => figure(Read(match)))] };

    /// <summary>The matches up to a day.</summary>
    public FixtureList Until(DateOnly last)
    {
        var answer = Answer.DeepClone().AsObject();
        answer["to"] = last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return new(answer, [.. Matches.Where(match => Read(match).Date <= last)]);
    }

    /// <summary>The first matches.</summary>
    public FixtureList Take(int count) => this with { Matches = [.. Matches.Take(count)] };

    /// <summary>One JSON object with all matches.</summary>
    public string ToJson()
    {
        var whole = Answer.DeepClone();
        whole["fixtures"] = new JsonArray([.. Matches.Select(match => JsonObject.Create(match))]);
        return whole.ToJsonString(AsIs);
    }

    /// <summary>A match as the verbs read it.</summary>
    public static FixtureView Read(JsonElement match) => match.Deserialize<FixtureView>(JsonSerializerOptions.Web)!;
}

/// <summary>The order of matches.</summary>
enum FixtureSort
{
    /// <summary>By day, division and kick-off, as the Api answers.</summary>
    Date,

    /// <summary>The highest edge of the three outcomes first.</summary>
    Edge,

    /// <summary>The match whose likeliest outcome is likeliest first.</summary>
    Probability,
}
