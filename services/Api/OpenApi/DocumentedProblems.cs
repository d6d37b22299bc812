using Microsoft.OpenApi;
using Soccer.Api.Problems;

namespace Soccer.Api.OpenApi;

/// <summary>The document's errors: one schema for all, one answer a status with an example of every type that comes with it.</summary>
static class DocumentedProblems
{
    const string Schema = "Problem", MediaType = "application/problem+json";

    /// <summary>Refers to the answer of a status.</summary>
    public static OpenApiResponseReference Reference(int status, OpenApiDocument? document, string? description = null) => new(NameOf(status), document)
    {
        Description = description,
    };

    /// <summary>Adds the schema and the answers.</summary>
    public static void AddTo(OpenApiDocument document)
    {
        document.AddComponent(Schema, ProblemSchema());
        foreach (var status in ProblemTypes.All.GroupBy(type => type.Status))
            document.AddComponent(NameOf(status.Key), new OpenApiResponse
            {
                Description = string.Join("; or: ", status.Select(type => type.Title)),
                Headers = HeadersOf(status.Key, hasTag: false),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [MediaType] = new OpenApiMediaType
                    {
                        Schema = new OpenApiSchemaReference(Schema, document),
                        Examples = status.ToDictionary(type => type.Name, type => (IOpenApiExample)new OpenApiExample { Summary = type.Title, Value = Examples.Problem(type) }),
                    },
                },
            });
    }

    /// <summary>The headers that a caller has to know, by the status of the answer.</summary>
    public static Dictionary<string, IOpenApiHeader> HeadersOf(int status, bool hasTag)
    {
        var headers = new Dictionary<string, IOpenApiHeader>();
        switch (status)
        {
            case StatusCodes.Status200OK or StatusCodes.Status304NotModified when hasTag:
                headers["ETag"] = Header("Send it as If-None-Match with the same question: 304 while nothing has changed.");
                break;
            case StatusCodes.Status201Created or StatusCodes.Status202Accepted:
                headers["Location"] = Header("Where it is told.", new() { Type = JsonSchemaType.String, Format = "uri-reference" });
                break;
            case StatusCodes.Status401Unauthorized:
                headers["WWW-Authenticate"] = Header("Bearer: what to send (RFC 6750).");
                break;
            case StatusCodes.Status405MethodNotAllowed:
                headers["Allow"] = Header("The methods that the path takes.");
                break;
            case StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable:
                headers["Retry-After"] = Header(
                    "Seconds after which to send the request again; left out where it must not be sent again unseen.", new() { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1" });
                break;
        }
        // Whoever opens nothing has no rate.
        if (status != StatusCodes.Status401Unauthorized)
        {
            headers["RateLimit-Policy"] = Header("The key's rate: q requests in a window of w seconds (draft-ietf-httpapi-ratelimit-headers).");
            headers["RateLimit"] = Header("What is left of it: r requests in the next t seconds. Left out of a 503 where the keys cannot be read.");
        }
        return headers;
    }

    /// <summary>A header of an answer; a text where nothing else is said.</summary>
    public static OpenApiHeader Header(string description, OpenApiSchema? schema = null) => new() { Description = description, Schema = schema ?? new() { Type = JsonSchemaType.String } };

    static string NameOf(int status) => $"Problem{status}";

    static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = $"Problem details (RFC 9457). Each type is told at its address, GET {ProblemType.Root} lists them.",
        Required = new HashSet<string> { "type", "title", "status", "detail", "instance" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("The type's address, relative to the Api's: compare this one. More may come.", "uri-reference"),
            ["title"] = Text("The type in a few words."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." },
            ["detail"] = Text("What is wrong with this request, and what to do. For people: its words may change."),
            ["instance"] = Text("The path that was asked."),
            ["field"] = Text("What is wrong: a parameter, or a member of the body by its path, such as odds[1]; empty for the body as a whole."),
            ["value"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "What stood there, its first 100 characters; null or left out if nothing did, or a list or an object." },
            ["suggestions"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String }, Description = "What would do, nearest first." },
            ["line"] = Place("The line of the body, from 1."),
            ["position"] = Place("The byte of the line, from 1."),
            ["offset"] = Place("The byte of the body that is not UTF-8, from 0."),
            ["id"] = Text("What may have been started.", "uuid"),
            ["link"] = Text("Where that will appear.", "uri-reference"),
            ["traceId"] = Text("By which the log can be searched."),
        },
    };

    static OpenApiSchema Text(string description, string? format = null) => new() { Type = JsonSchemaType.String, Description = description, Format = format };

    static OpenApiSchema Place(string description) => new() { Type = JsonSchemaType.Integer | JsonSchemaType.Null, Format = "int64", Description = description };
}
