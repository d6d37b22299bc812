using System.Text.Json;
using System.Text.RegularExpressions;

namespace Soccer.Api.Tests.OpenApi;

/// <summary>An operation as the document has it.</summary>
/// <param name="Method">GET.</param>
/// <param name="Path">/v1/runs/{id}.</param>
/// <param name="Content">What the document says of it.</param>
sealed record Operation(string Method, string Path, JsonElement Content)
{
    public IEnumerable<JsonElement> Parameters => Content.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [];

    public IEnumerable<JsonElement> Query => Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "query");

    /// <summary>The path with ids of things that there are not.</summary>
    public string AnyPath => Path.Replace("{id}", IdOf(Parameters.FirstOrDefault(parameter => parameter.GetProperty("in").GetString() == "path")), StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Path}";

    static string IdOf(JsonElement parameter) => parameter.ValueKind == JsonValueKind.Undefined ? "" : parameter.GetProperty("schema").GetProperty("type").GetString() switch
    {
        "integer" => "1",
        _ => "01993b6c-7a52-7c1e-9d3f-2f6f3a1b0c4d",
    };
}

/// <summary>The document, read as a client reads it.</summary>
sealed class ApiDocument(JsonElement root)
{
    public JsonElement Root { get; } = root;

    public SchemaCheck Check { get; } = new(root);

    public IReadOnlyList<Operation> Operations { get; } =
    [
        .. root.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Select(operation => new Operation(operation.Name.ToUpperInvariant(), path.Name, operation.Value))),
    ];

    /// <summary>The operation that a request is for, or none; /v1/models/compare before /v1/models/{id}.</summary>
    public Operation? Find(string method, string path) => Operations.Where(operation => operation.Method == method && Pattern(operation.Path).IsMatch(path))
        .OrderBy(operation => operation.Path.Count(letter => letter == '{')).FirstOrDefault();

    /// <summary>The schema of a body: of a request, or of an answer with a status; none where there is no body.</summary>
    public JsonElement? SchemaOf(Operation operation, int? status, string mediaType = "application/json")
    {
        var of = status is null
            ? operation.Content.TryGetProperty("requestBody", out var body) ? body : (JsonElement?)null
            : Resolved(operation.Content.GetProperty("responses").GetProperty($"{status}"));
        return of is { } found && found.TryGetProperty("content", out var content) && content.TryGetProperty(mediaType, out var media) ? media.GetProperty("schema") : null;
    }

    /// <summary>The example beside a schema.</summary>
    public static JsonElement? ExampleOf(Operation operation, int? status)
    {
        var of = status is null ? operation.Content.GetProperty("requestBody") : operation.Content.GetProperty("responses").GetProperty($"{status}");
        return of.GetProperty("content").GetProperty("application/json").TryGetProperty("example", out var example) ? example : null;
    }

    public JsonElement Resolved(JsonElement of) => of.TryGetProperty("$ref", out var reference) ? Check.Target(reference.GetString()!) : of;

    static Regex Pattern(string path) => new($"^{Regex.Replace(path, @"\{\w+\}", "[^/]+")}/?$");
}
