using System.Net.Http.Json;
using System.Text.Json;
using Soccer.Api.Tests.Http;

namespace Soccer.Api.Tests.OpenApi;

/// <summary>Query parameters take what the document says, and nothing else.</summary>
public sealed class ParameterSpecs : PredictionTrial
{
    ApiDocument document = null!;

    [OneTimeSetUp]
    public async Task Read() => document = new ApiDocument(await Api.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json"));

    [Test]
    public async Task Counts_have_the_bounds_that_the_document_says()
    {
        var counts = 0;
        foreach (var (operation, parameter) in document.Operations.SelectMany(operation => operation.Query.Select(parameter => (operation, parameter))))
        {
            var (name, schema) = (parameter.GetProperty("name").GetString()!, parameter.GetProperty("schema"));
            if (!schema.TryGetProperty("maximum", out var most))
                continue;
            counts++;
            Assert.That(await FieldOf(operation, name, "0"), Is.EqualTo(name), $"{operation} {name}");
            Assert.That(await FieldOf(operation, name, $"{most.GetInt32() + 1}"), Is.EqualTo(name), $"{operation} {name}");
            Assert.That(await FieldOf(operation, name, "1"), Is.Null, $"{operation} {name}");
            Assert.That(await FieldOf(operation, name, $"{most}"), Is.Null, $"{operation} {name}");
        }
        Assert.That(counts, Is.GreaterThan(5));
    }

    [TestCase("GET /v1/models/compare", "a", null)]
    [TestCase("GET /v1/models/compare", "b", null)]
    [TestCase("GET /v1/teams", "q", 100)]
    [TestCase("GET /v1/fixtures", "team", 100)]
    [TestCase("POST /v1/predictions", "Idempotency-Key", 255)]
    public void A_parameter_that_must_be_there_or_has_a_length_says_so(string operation, string name, int? most)
    {
        var parameter = document.Operations.Single(one => $"{one}" == operation).Parameters.Single(one => one.GetProperty("name").GetString() == name);
        Assert.That(parameter.TryGetProperty("required", out var required) && required.GetBoolean(), Is.EqualTo(most is null));
        int?[] lengths = [.. new[] { "minLength", "maxLength" }.Select(word => parameter.GetProperty("schema").TryGetProperty(word, out var length) ? length.GetInt32() : (int?)null)];
        Assert.That(lengths, Is.EqualTo(most is null ? new int?[] { null, null } : [1, most]));
    }

    [TestCase("MatchRequest", "odds", """{ "minItems": 3, "maxItems": 3 }""")]
    [TestCase("PredictionRequest", "odds", """{ "minItems": 3, "maxItems": 3 }""")]
    [TestCase("PredictionRequest", "matches", """{ "minItems": 1, "maxItems": 1000 }""")]
    [TestCase("PredictionRequest", "withinSeconds", """{ "exclusiveMinimum": 0, "maximum": 86400 }""")]
    [TestCase("PredictionRequest", "home", """{ "minLength": 1, "maxLength": 100 }""")]
    public void A_member_of_a_request_has_the_limits_that_are_checked(string schema, string member, string limits)
    {
        var members = document.Root.GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("properties");
        foreach (var limit in JsonElement.Parse(limits).EnumerateObject())
            Assert.That(members.GetProperty(member).GetProperty(limit.Name).GetDouble(), Is.EqualTo(limit.Value.GetDouble()), limit.Name);
        if (member == "odds")
            Assert.That(members.GetProperty(member).GetProperty("items").GetRawText(), Does.Contain("\"exclusiveMinimum\":").And.Contain("1001"));
    }

    [Test]
    public void A_kick_off_is_a_time_of_day_without_an_offset() => Assert.That(
        document.Root.GetProperty("components").GetProperty("schemas").GetProperty("FixtureAnswer").GetProperty("properties").GetProperty("kickOff")
            .GetProperty("format").GetString(), Is.EqualTo("time-local"));

    [Test]
    public async Task Words_and_days_are_those_that_the_document_says()
    {
        foreach (var (operation, parameter) in document.Operations.SelectMany(operation => operation.Query.Select(parameter => (operation, parameter))))
        {
            var (name, schema) = (parameter.GetProperty("name").GetString()!, document.Resolved(parameter.GetProperty("schema")));
            string[] words = schema.TryGetProperty("enum", out var known) ? [.. known.EnumerateArray().Select(word => word.GetString()!)]
                : schema.TryGetProperty("format", out var format) && format.GetString() == "date" ? ["2025-02-01"]
                : schema.GetProperty("type").GetString() == "boolean" ? ["true", "false"] : [];
            foreach (var word in words)
                Assert.That(await FieldOf(operation, name, word), Is.Null, $"{operation} {name}");
            if (words.Length > 0)
                Assert.That(await FieldOf(operation, name, "surely-not"), Is.EqualTo(name), $"{operation} {name}");
        }
    }

    [Test]
    public async Task An_operation_takes_the_query_parameters_of_the_document_and_no_other()
    {
        foreach (var operation in document.Operations)
        {
            using var request = new HttpRequestMessage(new HttpMethod(operation.Method), $"{operation.AnyPath}?surelyNot=1");
            var answer = await Api.Http.SendAsync(request);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.That((problem.GetProperty("type").GetString(), problem.GetProperty("field").GetString()), Is.EqualTo(("/problems/unknown-parameter", "surelyNot")), $"{operation}");
            string?[] known = problem.TryGetProperty("suggestions", out var names) ? [.. names.EnumerateArray().Select(name => name.GetString())] : [];
            Assert.That(known, Is.EquivalentTo(operation.Query.Select(parameter => parameter.GetProperty("name").GetString())), $"{operation}");
        }
    }

    /// <summary>
    /// The field that the Api finds wrong where a query parameter has a value and the others are left out; none where it finds nothing
    /// wrong with it.
    /// </summary>
    async Task<string?> FieldOf(Operation operation, string name, string value)
    {
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), $"{operation.AnyPath}?{name}={value}");
        if (operation.Content.TryGetProperty("requestBody", out _))
            request.Content = JsonContent.Create(ApiDocument.ExampleOf(operation, null));
        var answer = await Api.Http.SendAsync(request);
        var problem = (int)answer.StatusCode == 400 ? await answer.Content.ReadFromJsonAsync<JsonElement>() : default;
        return problem.ValueKind == JsonValueKind.Undefined || problem.GetProperty("field").GetString() != name ? null : name;
    }
}
