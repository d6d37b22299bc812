using System.Text.Json;

namespace Soccer.Api.Tests.OpenApi;

/// <summary>The check that all answers go through finds what it should.</summary>
public sealed class SchemaCheckSpecs
{
    const string Document = """
        {
          "components": {
            "schemas": {
              "Match": {
                "type": "object", "required": ["id", "day"], "description": "A match.",
                "properties": {
                  "id": { "type": "integer", "format": "int64", "minimum": 1, "maximum": 9 },
                  "day": { "type": "string", "format": "date" },
                  "kind": { "type": ["string", "null"], "enum": ["early", "late"] },
                  "goals": { "oneOf": [{ "type": "null" }, { "type": "array", "items": { "type": "number" } }] },
                  "name": { "type": "string", "minLength": 2, "maxLength": 3, "pattern": "^a" },
                  "counts": { "type": "object", "additionalProperties": { "type": "boolean" } }
                }
              }
            }
          }
        }
        """;

    readonly SchemaCheck check = new(JsonElement.Parse(Document));

    [TestCase("""{"id":1,"day":"2025-02-01"}""")]
    [TestCase("""{"id":9,"day":"2025-02-01","kind":null,"goals":null,"name":"abc","counts":{}}""")]
    [TestCase("""{"id":9,"day":"2025-02-01","kind":"late","goals":[1,2.5],"name":"ab","counts":{"any":true}}""")]
    public void What_fits_has_no_fault(string json) => Assert.That(Faults(json), Is.Empty);

    [TestCase("""{"day":"2025-02-01"}""", "$ has no id")]
    [TestCase("""{"id":1.5,"day":"2025-02-01"}""", "$.id is Number, not integer")]
    [TestCase("""{"id":0,"day":"2025-02-01"}""", "$.id 0 is below 1")]
    [TestCase("""{"id":10,"day":"2025-02-01"}""", "$.id 10 is above 9")]
    [TestCase("""{"id":1,"day":"2025-02-30"}""", "$.day '2025-02-30' is no date")]
    [TestCase("""{"id":1,"day":"2025-02-01","kind":"soon"}""", "$.kind 'soon' is none of")]
    [TestCase("""{"id":1,"day":"2025-02-01","goals":["one"]}""", "$.goals fits 0 of 2 choices")]
    [TestCase("""{"id":1,"day":"2025-02-01","name":"a"}""", "$.name 'a' is shorter than 2")]
    [TestCase("""{"id":1,"day":"2025-02-01","name":"abcd"}""", "$.name 'abcd' is longer than 3")]
    [TestCase("""{"id":1,"day":"2025-02-01","name":"ba"}""", "$.name 'ba' does not look like")]
    [TestCase("""{"id":1,"day":"2025-02-01","counts":{"any":1}}""", "$.counts.any is Number, not boolean")]
    [TestCase("""{"id":1,"day":"2025-02-01","more":1}""", "$.more is not documented")]
    [TestCase("[]", "$ is Array, not object")]
    public void What_does_not_is_named_with_its_path(string json, string fault) => Assert.That(Faults(json).Single(), Does.StartWith(fault));

    [Test]
    public void A_word_that_it_does_not_know_is_a_fault() =>
        Assert.That(check.Faults(JsonElement.Parse("""{"multipleOf":2}"""), JsonElement.Parse("2")), Is.EqualTo((string[])["$: the check does not know 'multipleOf'"]));

    IReadOnlyList<string> Faults(string json) => check.Faults(JsonElement.Parse("""{"$ref":"#/components/schemas/Match"}"""), JsonElement.Parse(json));
}
