using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Soccer.Api.Tests.OpenApi;

/// <summary>
/// Holds JSON against the part of JSON Schema (2020-12) that the document uses. A word that it does not know is a fault, not passed over,
/// and so is a member that the schema does not name:
/// an answer may grow, but not unseen.
/// </summary>
sealed class SchemaCheck(JsonElement document)
{
    static readonly string[] Annotations = ["description", "examples", "default", "title"];

    /// <summary>What is wrong with a value, each with its path; nothing where it fits.</summary>
    public IReadOnlyList<string> Faults(JsonElement schema, JsonElement value)
    {
        var faults = new List<string>();
        Check(schema, value, "$", faults);
        return faults;
    }

    void Check(JsonElement schema, JsonElement value, string path, List<string> faults)
    {
        foreach (var word in schema.EnumerateObject())
        {
            switch (word.Name)
            {
                case "$ref":
                    Check(Target(word.Value.GetString()!), value, path, faults);
                    break;
                case "type":
                    if (!Types(word.Value).Any(type => IsOf(type, value)))
                        faults.Add($"{path} is {value.ValueKind}, not {word.Value}");
                    break;
                case "format":
                    if (value.ValueKind == JsonValueKind.String && !HasFormat(word.Value.GetString()!, value.GetString()!))
                        faults.Add($"{path} '{value}' is no {word.Value}");
                    break;
                case "enum":
                    if (value.ValueKind != JsonValueKind.Null && !word.Value.EnumerateArray().Any(one => one.GetRawText() == value.GetRawText()))
                        faults.Add($"{path} '{value}' is none of {word.Value}");
                    break;
                case "pattern":
                    if (value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, word.Value.GetString()!))
                        faults.Add($"{path} '{value}' does not look like {word.Value}");
                    break;
                case "minLength":
                    if (value.ValueKind == JsonValueKind.String && value.GetString()!.Length < word.Value.GetInt32())
                        faults.Add($"{path} '{value}' is shorter than {word.Value}");
                    break;
                case "maxLength":
                    if (value.ValueKind == JsonValueKind.String && value.GetString()!.Length > word.Value.GetInt32())
                        faults.Add($"{path} '{value}' is longer than {word.Value}");
                    break;
                case "minimum":
                    if (value.ValueKind == JsonValueKind.Number && value.GetDouble() < word.Value.GetDouble())
                        faults.Add($"{path} {value} is below {word.Value}");
                    break;
                case "maximum":
                    if (value.ValueKind == JsonValueKind.Number && value.GetDouble() > word.Value.GetDouble())
                        faults.Add($"{path} {value} is above {word.Value}");
                    break;
                case "exclusiveMinimum":
                    if (value.ValueKind == JsonValueKind.Number && value.GetDouble() <= word.Value.GetDouble())
                        faults.Add($"{path} {value} is not above {word.Value}");
                    break;
                case "minItems":
                    if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < word.Value.GetInt32())
                        faults.Add($"{path} has fewer than {word.Value} items");
                    break;
                case "maxItems":
                    if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > word.Value.GetInt32())
                        faults.Add($"{path} has more than {word.Value} items");
                    break;
                case "required":
                    if (value.ValueKind == JsonValueKind.Object)
                        faults.AddRange(word.Value.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path} has no {name}"));
                    break;
                case "items":
                    if (value.ValueKind == JsonValueKind.Array)
                        foreach (var (index, item) in value.EnumerateArray().Index())
                            Check(word.Value, item, $"{path}[{index}]", faults);
                    break;
                case "oneOf":
                    CheckOne(word.Value, value, path, faults);
                    break;
                case "properties" or "additionalProperties":
                    break;
                default:
                    if (!Annotations.Contains(word.Name))
                        faults.Add($"{path}: the check does not know '{word.Name}'");
                    break;
            }
        }
        if (value.ValueKind == JsonValueKind.Object)
            CheckMembers(schema, value, path, faults);
    }

    void CheckMembers(JsonElement schema, JsonElement value, string path, List<string> faults)
    {
        var named = schema.TryGetProperty("properties", out var properties);
        var others = schema.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind == JsonValueKind.Object;
        foreach (var member in value.EnumerateObject())
        {
            if (named && properties.TryGetProperty(member.Name, out var of))
                Check(of, member.Value, $"{path}.{member.Name}", faults);
            else if (others)
                Check(additional, member.Value, $"{path}.{member.Name}", faults);
            else if (named)
                faults.Add($"{path}.{member.Name} is not documented");
        }
    }

    void CheckOne(JsonElement choices, JsonElement value, string path, List<string> faults)
    {
        var tried = choices.EnumerateArray().Select(choice =>
        {
            var own = new List<string>();
            Check(choice, value, path, own);
            return own;
        }).ToList();
        if (tried.Count(own => own.Count == 0) != 1)
            faults.Add($"{path} fits {tried.Count(own => own.Count == 0)} of {tried.Count} choices: {string.Join("; ", tried.SelectMany(own => own))}");
    }

    /// <summary>What a reference such as #/components/schemas/Score means.</summary>
    public JsonElement Target(string reference) =>
        reference.Split('/').Skip(1).Aggregate(document, (at, name) => at.GetProperty(name));

    static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };

    static bool HasFormat(string format, string text) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"),
        "time-local" => Regex.IsMatch(text, @"^\d\d:\d\d:\d\d(\.\d+)?$"),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "uri-reference" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        _ => false,
    };
}
