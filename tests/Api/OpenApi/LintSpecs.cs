using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Soccer.Api.Tests.OpenApi;

/// <summary>The document says enough for strictly typed clients, and the lint that says so finds each fault.</summary>
public sealed class LintSpecs
{
    JsonNode document = null!;

    [OneTimeSetUp]
    public async Task Read()
    {
        await using var host = ApiHost.WithoutDatabase();
        using var http = host.CreateClient();
        document = (await http.GetFromJsonAsync<JsonNode>("/openapi/v1.json"))!;
    }

    [Test]
    public void The_document_has_no_fault() =>
        Assert.That(string.Join('\n', Lint.Faults(JsonSerializer.SerializeToElement(document))), Is.Empty);

    [TestCase("/components/schemas/ForecastAnswer/properties/fairOdds", "items", null, "fairOdds is an array without items")]
    [TestCase("/components/schemas/StageAnswer/properties/counts", "additionalProperties", null, "counts is an object of unknown members")]
    [TestCase("/components/schemas/StageAnswer/properties/counts", "additionalProperties", "{}", "counts/additionalProperties has no type")]
    [TestCase("/components/schemas/RunStatus", "type", null, "RunStatus has no type")]
    [TestCase("/components/schemas/RunStatus", "enum", """["failed", "failed"]""", "RunStatus has a word twice")]
    [TestCase("/components/schemas/Score/properties/matches", "format", null, "matches is a number of unknown size")]
    [TestCase("/components/schemas/Score/properties/matches", "format", "\"int7\"", "matches has the unknown format int7")]
    [TestCase("/components/schemas/KindAnswer/properties", "kind", """{ "type": "string" }""", "KindAnswer.kind takes one of a few words")]
    [TestCase("/components/schemas/RunRequest/properties/force", "default", "false", "RunRequest.force has a default")]
    [TestCase("/components/schemas/RunRequest", "required", """["reason"]""", "RunRequest.reason is required, and may be null")]
    [TestCase("/components/schemas/RunRequest/properties/force", "type", "\"boolean\"",
        "RunRequest.force may be left out, and not be null")]
    [TestCase("/components/schemas/RunRequest", "required", """["run"]""", "RunRequest requires run, which it does not have")]
    [TestCase("/components/schemas/RunAnswer/properties/live", "default", "false", "RunAnswer.live has a default")]
    [TestCase("/components/schemas/FoldScore", "description", "\"Which: string FoldScore.Stop.\"", "leaks code")]
    [TestCase("/components/schemas/FoldScore", "description", "\"One line\\n   and another.\"", "leaks code")]
    [TestCase("/components/schemas/RunAnswer", "required", "[]", "RunAnswer.asOf may be left out and be null")]
    [TestCase("/components/schemas/RunAnswer/properties", "asOf", """{ "type": "object", "properties": {} }""",
        "RunAnswer.asOf is an object without a name")]
    [TestCase("/components/schemas/RunAnswer/properties", "asOf", """{ "oneOf": [{ "type": "string" }, { "type": "string" }] }""",
        "asOf is a choice other than")]
    [TestCase("/components/schemas/RunAnswer/properties/live", "description", null, "RunAnswer.live is not described")]
    [TestCase("/components/schemas/RunAnswer", "description", null, "RunAnswer is not described")]
    [TestCase("/components/schemas", "Forgotten", """{ "type": "string" }""", "nothing refers to #/components/schemas/Forgotten")]
    [TestCase("/components/schemas", "Score", null, "#/components/schemas/Score is not there")]
    [TestCase("/paths/~v1~runs/get", "operationId", "\"postRuns\"", "several operations have the id postRuns")]
    [TestCase("/paths/~v1~runs/get", "operationId", null, "GET /v1/runs has no operationId")]
    [TestCase("/paths/~v1~runs/get", "summary", null, "GET /v1/runs has no summary")]
    [TestCase("/paths/~v1~runs/get", "tags", """["Runners"]""", "the tag Runners is not declared")]
    [TestCase("/paths/~v1~runs/get/parameters/0", "description", null, "GET /v1/runs limit is not described")]
    [TestCase("/paths/~v1~runs/get/parameters/0", "required", "true", "GET /v1/runs limit is required, and has a default")]
    [TestCase("/paths/~v1~runs/get/parameters/0", "name", "\"status\"", "GET /v1/runs has a parameter twice")]
    [TestCase("/paths/~v1~runs/get/responses/200", "description", null, "GET /v1/runs 200 is not described")]
    [TestCase("/paths/~v1~runs/get/responses", "200", null, "GET /v1/runs has no answer that is no error")]
    [TestCase("/paths/~v1~runs~{id}/get/parameters/0", "name", "\"run\"", "GET /v1/runs/{id} has other path parameters than its path")]
    [TestCase("/paths/~v1~runs~{id}/get/parameters/0", "required", "false", "GET /v1/runs/{id} id is in the path, and not required")]
    [TestCase("/paths/~v1~predictions/post/responses/202/content/application~json", "schema",
        """{ "$ref": "#/components/schemas/Score" }""",
        "POST /v1/predictions has answers of several shapes")]
    [TestCase("/components/responses/Problem404", "content", "{}", "GET /v1/runs/{id} 404 has no problem details")]
    [TestCase("/info", "description", "\"\"", "info has no description")]
    public void The_lint_finds_a_fault(string place, string member, string? value, string fault)
    {
        var broken = document.DeepClone();
        var at = place.Split('/').Skip(1).Select(step => step.Replace('~', '/'))
            .Aggregate(broken, (node, step) => node is JsonArray list ? list[int.Parse(step)]! : node[step]!);
        if (value is null)
            at.AsObject().Remove(member);
        else
            at[member] = JsonNode.Parse(value);
        Assert.That(Lint.Faults(JsonSerializer.SerializeToElement(broken)), Has.Some.Contains(fault));
    }
}
