using System.Text.Json;
using System.Text.RegularExpressions;

namespace Soccer.Api.Tests.OpenApi;

/// <summary>The rules by which a document can be made into clients that compile strictly. Each fault names its place.</summary>
static partial class Lint
{
    static readonly string[] Formats = ["date", "date-time", "time-local", "uuid", "uri-reference", "int32", "int64", "double"];

    /// <summary>405 belongs to a path, not to any operation, so nothing can refer to its answer.</summary>
    static readonly string[] MayBeUnused = ["#/components/responses/Problem405"];

    /// <summary>Names that say one of a few words wherever they occur.</summary>
    static readonly string[] WordMembers =
    [
        "status", "state", "kind", "kinds", "edgeKind", "stage", "phase", "verdict", "purpose", "scope", "scopes", "alias", "aliases",
        "training",
    ];

    /// <summary>What is wrong with a document; nothing if a client can be made of it.</summary>
    public static IReadOnlyList<string> Faults(JsonElement document) =>
    [
        .. SchemaFaults(document), .. MemberFaults(document), .. OperationFaults(new ApiDocument(document)), .. ReferenceFaults(document),
        .. InfoFaults(document), .. TextFaults(document),
    ];

    static IEnumerable<string> InfoFaults(JsonElement document)
    {
        foreach (var name in (string[])["title", "version", "description"])
            if (TextOf(document.GetProperty("info"), name).Length == 0)
                yield return $"info has no {name}";
        var tags = document.GetProperty("tags").EnumerateArray()
            .ToDictionary(tag => TextOf(tag, "name"), tag => TextOf(tag, "description"));
        foreach (var (name, _) in tags.Where(tag => tag.Value.Length == 0))
            yield return $"the tag {name} has no description";
        var used = new ApiDocument(document).Operations.SelectMany(operation => operation.Content.GetProperty("tags").EnumerateArray())
            .Select(tag => tag.GetString()!).ToHashSet();
        foreach (var name in used.Except(tags.Keys))
            yield return $"the tag {name} is not declared";
        foreach (var name in tags.Keys.Except(used))
            yield return $"no operation has the tag {name}";
    }

    /// <summary>
    /// Texts that only somebody who reads the code understands: types, their members, and lines that end where the code's do.
    /// </summary>
    static IEnumerable<string> TextFaults(JsonElement document) => All(document, "")
        .Where(at => at.Name is "description" or "summary" && at.Value.ValueKind == JsonValueKind.String && at.Path != "/info/description")
        .Where(at => OfTheCode.IsMatch(at.Value.GetString()!)).Select(at => $"{at.Path} leaks code: {at.Value}");

    static IEnumerable<string> SchemaFaults(JsonElement document) => Schemas(document).SelectMany(at => SchemaFaults(at.Path, at.Schema));

    static IEnumerable<string> SchemaFaults(string path, JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out _))
            yield break;
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            if (choices.GetArrayLength() != 2 || TextOf(choices[0], "type") != "null" || !choices[1].TryGetProperty("$ref", out _))
                yield return $"{path} is a choice other than null or one named schema: {schema}";
            yield break;
        }
        var types = TypesOf(schema);
        if (types.Count(type => type != "null") != 1 && types is not ["null"])
            yield return $"{path} has no type of its own: {schema}";
        if (types.Contains("array") && !schema.TryGetProperty("items", out _))
            yield return $"{path} is an array without items";
        if (types.Contains("object") && !schema.TryGetProperty("properties", out _)
            && !(schema.TryGetProperty("additionalProperties", out var of) && of.ValueKind == JsonValueKind.Object))
            yield return $"{path} is an object of unknown members";
        if (schema.TryGetProperty("format", out var format) && !Formats.Contains(format.GetString()))
            yield return $"{path} has the unknown format {format}";
        if (schema.TryGetProperty("enum", out var words))
        {
            if (!types.SequenceEqual(["string"]))
                yield return $"{path} has words and is not just a text: a set that may be null is a choice of null or the set";
            var distinct = words.EnumerateArray().Select(word => word.GetString()).Distinct().Count();
            if (distinct == 0 || distinct != words.GetArrayLength())
                yield return $"{path} has a word twice, or none";
        }
        var size = TextOf(schema, "format");
        if (types.Contains("number") && size != "double" || types.Contains("integer") && size is not ("int32" or "int64"))
            yield return $"{path} is a number of unknown size";
    }

    static IEnumerable<string> MemberFaults(JsonElement document)
    {
        var check = new SchemaCheck(document);
        var named = document.GetProperty("components").GetProperty("schemas").EnumerateObject().ToList();
        foreach (var (name, schema) in named.Select(pair => (pair.Name, pair.Value)))
        {
            if (TextOf(schema, "description").Length == 0)
                yield return $"{name} is not described";
            if (!schema.TryGetProperty("properties", out var members))
                continue;
            HashSet<string> required = schema.TryGetProperty("required", out var names)
                ? [.. names.EnumerateArray().Select(one => one.GetString()!)]
                : [];
            var isRequest = name.EndsWith("Request", StringComparison.Ordinal);
            foreach (var gone in required.Except(members.EnumerateObject().Select(member => member.Name)))
                yield return $"{name} requires {gone}, which it does not have";
            foreach (var member in members.EnumerateObject())
            {
                var (path, isRequired) = ($"{name}.{member.Name}", required.Contains(member.Name));
                if (TextOf(member.Value, "description").Length == 0)
                    yield return $"{path} is not described";
                if (member.Value.TryGetProperty("properties", out _))
                    yield return $"{path} is an object without a name";
                // Generators take a member with a default to be always there.
                if (member.Value.TryGetProperty("default", out _))
                    yield return $"{path} has a default: say it in the description";
                if (name != "Problem" && !isRequest && !isRequired && IsNullable(member.Value))
                    yield return $"{path} may be left out and be null: one of the two";
                // Generated clients send null for what was not set.
                if (isRequest && isRequired == IsNullable(member.Value))
                    yield return isRequired ? $"{path} is required, and may be null" : $"{path} may be left out, and not be null";
                if (WordMembers.Contains(member.Name) && !IsOfWords(member.Value, check))
                    yield return $"{path} takes one of a few words, and the document does not say which";
            }
        }
    }

    static IEnumerable<string> OperationFaults(ApiDocument document)
    {
        var ids = document.Operations.Select(operation => TextOf(operation.Content, "operationId")).ToList();
        foreach (var id in ids.Where(id => ids.Count(other => other == id) > 1).Distinct())
            yield return $"several operations have the id {id}";
        foreach (var operation in document.Operations)
        {
            foreach (var name in (string[])["operationId", "summary"])
                if (TextOf(operation.Content, name).Length == 0)
                    yield return $"{operation} has no {name}";
            var inPath = Template.Matches(operation.Path).Select(match => match.Groups["name"].Value).Order();
            var known = operation.Parameters.Select(parameter => (Name: TextOf(parameter, "name"), In: TextOf(parameter, "in"))).ToList();
            if (!inPath.SequenceEqual(known.Where(parameter => parameter.In == "path").Select(parameter => parameter.Name).Order()))
                yield return $"{operation} has other path parameters than its path";
            if (known.Distinct().Count() != known.Count)
                yield return $"{operation} has a parameter twice";
            foreach (var parameter in operation.Parameters)
                foreach (var fault in ParameterFaults($"{operation} {TextOf(parameter, "name")}", parameter))
                    yield return fault;
            foreach (var fault in AnswerFaults(document, operation))
                yield return fault;
        }
    }

    static IEnumerable<string> ParameterFaults(string path, JsonElement parameter)
    {
        if (TextOf(parameter, "description").Length == 0)
            yield return $"{path} is not described";
        if (!parameter.TryGetProperty("schema", out var schema))
            yield return $"{path} has no schema";
        var required = parameter.TryGetProperty("required", out var flag) && flag.GetBoolean();
        if (TextOf(parameter, "in") == "path" && !required)
            yield return $"{path} is in the path, and not required";
        if (required && schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("default", out _))
            yield return $"{path} is required, and has a default";
    }

    static IEnumerable<string> AnswerFaults(ApiDocument document, Operation operation)
    {
        var answers = operation.Content.GetProperty("responses").EnumerateObject().ToList();
        if (!answers.Any(answer => answer.Name[0] == '2'))
            yield return $"{operation} has no answer that is no error";
        // A generated method has one type; what comes with another status in another shape it throws.
        var shapes = answers.Where(answer => answer.Name[0] == '2' && answer.Value.TryGetProperty("content", out _))
            .Select(answer => answer.Value.GetProperty("content").GetProperty("application/json").GetProperty("schema").GetRawText());
        if (shapes.Distinct().Count() > 1)
            yield return $"{operation} has answers of several shapes";
        foreach (var answer in answers)
        {
            var told = document.Resolved(answer.Value);
            if (TextOf(told, "description").Length == 0)
                yield return $"{operation} {answer.Name} is not described";
            if (answer.Name[0] is '4' or '5' && !told.GetProperty("content").TryGetProperty("application/problem+json", out _))
                yield return $"{operation} {answer.Name} has no problem details";
            foreach (var header in told.TryGetProperty("headers", out var headers) ? headers.EnumerateObject() : default)
                if (TextOf(header.Value, "description").Length == 0 || !header.Value.TryGetProperty("schema", out _))
                    yield return $"{operation} {answer.Name} has the header {header.Name} without a description or a schema";
        }
    }

    static IEnumerable<string> ReferenceFaults(JsonElement document)
    {
        var references = All(document, "").Where(at => at.Name == "$ref").Select(at => at.Value.GetString()!).ToHashSet();
        var known = document.GetProperty("components").EnumerateObject()
            .SelectMany(kind => kind.Value.EnumerateObject().Select(one => $"#/components/{kind.Name}/{one.Name}")).ToHashSet();
        foreach (var reference in references.Except(known))
            yield return $"{reference} is not there";
        // An operation names its security scheme without a reference.
        foreach (var component in known.Except(references).Except(MayBeUnused).Where(name => !name.Contains("/securitySchemes/")))
            yield return $"nothing refers to {component}";
    }

    /// <summary>Every schema of the document, each inside another too, with its place.</summary>
    static IEnumerable<(string Path, JsonElement Schema)> Schemas(JsonElement document) => document
        .GetProperty("components").GetProperty("schemas").EnumerateObject()
        .Select(schema => ($"#/components/schemas/{schema.Name}", schema.Value))
        .Concat(All(document, "").Where(at => at.Name == "schema").Select(at => (at.Path, at.Value)))
        .SelectMany(at => Inside(at.Item1, at.Item2));

    static IEnumerable<(string Path, JsonElement Schema)> Inside(string path, JsonElement schema)
    {
        yield return (path, schema);
        List<(string Name, JsonElement Schema)> parts = [];
        if (schema.TryGetProperty("properties", out var members))
            parts.AddRange(members.EnumerateObject().Select(member => (member.Name, member.Value)));
        foreach (var name in (string[])["items", "additionalProperties"])
            if (schema.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object)
                parts.Add((name, part));
        foreach (var name in (string[])["oneOf", "anyOf", "allOf"])
            if (schema.TryGetProperty(name, out var choices))
                parts.AddRange(choices.EnumerateArray().Select((choice, index) => ($"{name}/{index}", choice)));
        foreach (var found in parts.SelectMany(part => Inside($"{path}/{part.Name}", part.Schema)))
            yield return found;
    }

    /// <summary>Every member of the document but those of examples.</summary>
    static IEnumerable<(string Path, string Name, JsonElement Value)> All(JsonElement of, string path) => of.ValueKind switch
    {
        JsonValueKind.Object => of.EnumerateObject().Where(member => member.Name is not ("example" or "examples"))
            .SelectMany(member => All(member.Value, $"{path}/{member.Name}").Prepend(($"{path}/{member.Name}", member.Name, member.Value))),
        JsonValueKind.Array => of.EnumerateArray().SelectMany((item, index) => All(item, $"{path}/{index}")),
        _ => [],
    };

    static bool IsNullable(JsonElement schema) =>
        TypesOf(schema).Contains("null") || schema.TryGetProperty("oneOf", out var choices) && choices.EnumerateArray().Any(IsNullable);

    static bool IsOfWords(JsonElement schema, SchemaCheck check) =>
        schema.TryGetProperty("enum", out _)
        || schema.TryGetProperty("$ref", out var reference) && IsOfWords(check.Target(reference.GetString()!), check)
        || schema.TryGetProperty("items", out var items) && IsOfWords(items, check)
        || schema.TryGetProperty("oneOf", out var choices) && IsOfWords(choices[1], check)
        // Objects and numbers can have such a name too: the kinds of a comparison, the status of a problem.
        || schema.TryGetProperty("properties", out _) || TypesOf(schema).Contains("integer");

    static List<string> TypesOf(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)] : [type.GetString()!];

    static string TextOf(JsonElement of, string name) =>
        of.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";

    [GeneratedRegex(@"\n|\b[A-Z][a-z]+[A-Z]?[a-zA-Z]*\.[A-Z]\w|\bSQL\b|\bnull if [A-Z]|\b(string|double|long|bool) [A-Z]|cref")]
    static partial Regex OfTheCode { get; }

    [GeneratedRegex(@"\{(?<name>\w+)\}")]
    static partial Regex Template { get; }
}
