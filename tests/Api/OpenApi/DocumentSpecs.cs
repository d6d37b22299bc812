using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.OpenApi;
using Soccer.Api.Problems;
using Soccer.Api.Tests.Http;
using Soccer.Contracts.Predict.V1;

namespace Soccer.Api.Tests.OpenApi;

/// <summary>The document is a contract that holds: what it says is so, and what is so it says. That answers are as it says is held in every other test, by <see cref="Documented"/>.</summary>
public sealed class DocumentSpecs : PredictionTrial
{
    ApiDocument document = null!;

    [OneTimeSetUp]
    public async Task Read()
    {
        document = new ApiDocument(await Api.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json"));
        Api.Host.AnswerNow = question => question.RespondAsync(new MatchPredicted(
            question.Message.RequestId, "E0", question.Message.Match.Home, question.Message.Match.Away, new DateOnly(2025, 2, 8), 0.5, 0.25, 0.25, "m1", 5, question.Message.RequestedAt));
    }

    [Test]
    public void It_is_valid_by_the_3_1_rules_of_an_independent_reader()
    {
        var read = OpenApiDocument.Parse(document.Root.GetRawText(), OpenApiConstants.Json);
        Assert.That(document.Root.GetProperty("openapi").GetString(), Does.StartWith("3.1."));
        Assert.That(read.Diagnostic!.SpecificationVersion, Is.EqualTo(OpenApiSpecVersion.OpenApi3_1));
        Assert.That(read.Diagnostic.Errors.Concat(read.Diagnostic.Warnings).Select(error => error.ToString()), Is.Empty);
        Assert.That(read.Document!.Paths, Has.Count.EqualTo(document.Root.GetProperty("paths").EnumerateObject().Count()));
    }

    [Test]
    public void Every_reference_leads_somewhere() => Assert.Multiple(() =>
    {
        foreach (var reference in All(document.Root).Where(member => member.Name == "$ref" && member.Value.ValueKind == JsonValueKind.String))
            Assert.That(() => document.Check.Target(reference.Value.GetString()!), Throws.Nothing, reference.ToString());
    });

    [Test]
    public void Every_name_is_in_camel_case() => Assert.Multiple(() =>
    {
        var schemas = document.Root.GetProperty("components").GetProperty("schemas").EnumerateObject().Where(schema => schema.Value.TryGetProperty("properties", out _))
            .SelectMany(schema => schema.Value.GetProperty("properties").EnumerateObject().Select(member => $"{schema.Name}.{member.Name}"));
        var parameters = document.Operations.SelectMany(operation => operation.Parameters.Where(parameter => parameter.GetProperty("in").GetString() != "header")
            .Select(parameter => $"{operation}.{parameter.GetProperty("name").GetString()}"));
        var ids = document.Operations.Select(operation => $"{operation}.{IdOf(operation)}");
        Assert.That(schemas.Concat(parameters).Concat(ids), Has.All.Match(@"\.[a-z][a-zA-Z0-9]*$"));
        Assert.That(All(document.Root).Where(member => member.Name == "enum").SelectMany(words => words.Value.EnumerateArray()).Select(word => word.GetString()),
            Has.All.Match("^[a-z]+(-[a-z]+)*$").Or.AnyOf("dead letter", "home win", "away win"));
    });

    [Test]
    public void Every_operation_has_an_id_of_its_own_a_name_a_scope_and_its_errors() => Assert.Multiple(() =>
    {
        Assert.That(document.Operations.Select(IdOf), Is.Unique);
        string[] always = ["400", "401", "403", "429", "500", "503"];
        foreach (var operation in document.Operations)
        {
            Assert.That(operation.Content.GetProperty("summary").GetString(), Is.Not.Empty, $"{operation}");
            Assert.That(operation.Content.GetProperty("tags").GetArrayLength(), Is.EqualTo(1), $"{operation}");
            Assert.That(operation.Content.GetProperty("security")[0].GetProperty("Bearer")[0].GetString(), Is.AnyOf("read", "predict", "run", "promote", "admin"), $"{operation}");
            var statuses = operation.Content.GetProperty("responses").EnumerateObject().Select(response => response.Name).ToArray();
            Assert.That(statuses, Is.SupersetOf(always).And.Some.StartsWith("2"), $"{operation}");
            Assert.That(statuses.Contains("404"), Is.EqualTo(operation.Path.Contains('{') || operation.Path is "/v1/models/compare" or "/v1/predict"), $"{operation}");
            Assert.That(statuses.Contains("415"), Is.EqualTo(operation.Content.TryGetProperty("requestBody", out _)), $"{operation}");
        }
    });

    [TestCase("GET", "/v1/fixtures", 200, "ETag")]
    [TestCase("GET", "/v1/fixtures/1", 304, "ETag")]
    [TestCase("POST", "/v1/predictions", 202, "Location", "Retry-After", "Content-Location", "Preference-Applied")]
    [TestCase("POST", "/v1/predictions", 200, "Content-Location", "Preference-Applied")]
    [TestCase("GET", "/v1/predictions/1", 200, "Retry-After")]
    [TestCase("GET", "/v1/backtests/1", 200, "Retry-After")]
    [TestCase("POST", "/v1/backtests", 202, "Location", "Retry-After")]
    [TestCase("GET", "/v1/runs/1", 200, "Retry-After")]
    [TestCase("POST", "/v1/runs", 202, "Location", "Retry-After")]
    public void An_answer_has_the_headers_that_a_client_has_to_know(string method, string path, int status, params string[] headers) => Assert.That(
        document.Find(method, path)!.Content.GetProperty("responses").GetProperty($"{status}").GetProperty("headers").EnumerateObject().Select(header => header.Name), Is.SupersetOf(headers));

    [TestCase("/v1/runs/1")]
    [TestCase("/v1/runs/1/quarantine")]
    [TestCase("/v1/backtests/1")]
    [TestCase("/v1/backtests/1/report")]
    public void What_a_key_started_is_open_to_either_of_two_scopes(string path) => Assert.That(
        document.Find("GET", path)!.Content.GetProperty("security").EnumerateArray().Select(either => either.GetProperty("Bearer")[0].GetString()),
        Is.EqualTo(new[] { "read", "run" }));

    [TestCase("/v1/fixtures")]
    [TestCase("/v1/fixtures/1")]
    public void Who_has_an_answer_can_say_so(string path) => Assert.That(
        document.Find("GET", path)!.Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "header").Select(parameter => parameter.GetProperty("name").GetString()),
        Is.EqualTo(new[] { "If-None-Match" }));

    [Test]
    public void A_request_that_was_too_late_or_is_forgotten_is_gone_under_both_addresses()
    {
        Assert.That(document.Find("POST", "/v1/predictions")!.Content.GetProperty("responses").TryGetProperty("410", out _));
        Assert.That(document.Find("GET", "/v1/predictions/1")!.Content.GetProperty("responses").TryGetProperty("410", out _));
        var method = document.Check.Target("#/components/responses/Problem405");
        Assert.That(method.GetProperty("headers").TryGetProperty("Allow", out _));
    }

    [Test]
    public void Every_parameter_is_described() => Assert.That(
        document.Operations.SelectMany(operation => operation.Parameters.Where(parameter => !parameter.TryGetProperty("description", out _))
            .Select(parameter => $"{operation}: {parameter}")), Is.Empty,
        "say it beside the endpoint, as in .TakesCount(\"limit\", 20, 200, \"Runs at most.\")");

    [Test]
    public async Task Every_request_has_an_example_which_fits_and_is_taken()
    {
        foreach (var operation in document.Operations.Where(operation => operation.Content.TryGetProperty("requestBody", out _)))
        {
            var example = ApiDocument.ExampleOf(operation, null);
            Assert.That(example, Is.Not.Null, $"{operation} has no example of its request: write one into services/Api/OpenApi/Examples.json");
            Assert.That(document.Check.Faults(document.SchemaOf(operation, null)!.Value, example!.Value), Is.Empty, $"{operation}");
            using var request = new HttpRequestMessage(new HttpMethod(operation.Method), operation.AnyPath)
            {
                Content = new StringContent(example.Value.GetRawText(), new MediaTypeHeaderValue("application/json")),
            };
            var answer = await Api.Http.SendAsync(request);
            Assert.That(answer.IsSuccessStatusCode, $"{operation}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    [Test]
    public void Every_answer_has_an_example_which_fits() => Assert.Multiple(() =>
    {
        foreach (var operation in document.Operations)
            foreach (var status in operation.Content.GetProperty("responses").EnumerateObject().Select(response => response.Name).Where(status => status[0] == '2'))
            {
                if (document.SchemaOf(operation, int.Parse(status)) is not { } schema)
                    continue;
                var example = ApiDocument.ExampleOf(operation, int.Parse(status));
                Assert.That(example, Is.Not.Null, $"{operation} has no example of its answer: write one into services/Api/OpenApi/Examples.json");
                Assert.That(example is null ? [] : document.Check.Faults(schema, example.Value), Is.Empty, $"{operation}");
            }
    });

    [Test]
    public void Every_type_of_problem_has_an_example_which_fits() => Assert.Multiple(() =>
    {
        var answers = document.Root.GetProperty("components").GetProperty("responses").EnumerateObject()
            .Select(answer => answer.Value.GetProperty("content").GetProperty("application/problem+json")).ToList();
        var examples = answers.SelectMany(answer => answer.GetProperty("examples").EnumerateObject().Select(example => (answer, example))).ToList();
        Assert.That(examples.Select(pair => pair.example.Name), Is.EquivalentTo(ProblemTypes.All.Select(type => type.Name)));
        foreach (var (answer, example) in examples)
            Assert.That(document.Check.Faults(answer.GetProperty("schema"), example.Value.GetProperty("value")), Is.Empty, example.Name);
    });

    [Test]
    public void Members_of_requests_have_the_bounds_that_the_Api_has()
    {
        Assert.That(Member("RunRequest", "reason").GetProperty("maxLength").GetInt32(), Is.EqualTo(500));
        Assert.That(Member("RunRequest", "trials").GetProperty("maximum").GetInt32(), Is.EqualTo(1000));
        Assert.That((Member("KeyRequest", "name").GetProperty("minLength").GetInt32(), Member("KeyRequest", "name").GetProperty("maxLength").GetInt32()), Is.EqualTo((1, 100)));
        Assert.That((Member("KeyRequest", "perSecond").GetProperty("minimum").GetDouble(), Member("KeyRequest", "perSecond").GetProperty("maximum").GetDouble()), Is.EqualTo((0.1, 100_000d)));

        JsonElement Member(string schema, string name) => document.Check.Target($"#/components/schemas/{schema}").GetProperty("properties").GetProperty(name);
    }

    /// <summary>See docs/v2.md. The id of a problem is of whatever may have been started.</summary>
    [Test]
    public void An_id_also_has_the_name_of_what_it_is_of()
    {
        foreach (var schema in document.Root.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            if (schema.Name == "Problem" || !schema.Value.TryGetProperty("properties", out var members) || !members.TryGetProperty("id", out _))
                continue;
            Assert.That(members.EnumerateObject().Select(member => member.Name), Has.Some.EndsWith("Id"), schema.Name);
        }
    }

    [Test]
    public void Answers_may_grow_and_requests_may_not()
    {
        var closed = document.Root.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(schema => schema.Value.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind == JsonValueKind.False).Select(schema => schema.Name);
        Assert.That(closed, Has.All.EndsWith("Request").And.Some.EqualTo("RunRequest"));
    }

    static string IdOf(Operation operation) => operation.Content.GetProperty("operationId").GetString()!;

    static IEnumerable<JsonProperty> All(JsonElement of) => of.ValueKind switch
    {
        JsonValueKind.Object => of.EnumerateObject().SelectMany(member => All(member.Value).Prepend(member)),
        JsonValueKind.Array => of.EnumerateArray().SelectMany(All),
        _ => [],
    };
}
