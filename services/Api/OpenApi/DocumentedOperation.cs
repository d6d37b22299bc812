using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Soccer.Api.Access;
using Soccer.Api.Problems;
using Scope = Soccer.Api.Access.Scope;

namespace Soccer.Api.OpenApi;

/// <summary>
/// What the document says of an operation beside what its endpoint says of itself: an id, the scope, its parameters' kinds, and every error
/// that it can answer with.
/// </summary>
static partial class DocumentedOperation
{
    public static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.OperationId = IdOf(context.Description.HttpMethod!, context.Description.RelativePath!);
        // Each of them is enough.
        var scopes = Scope.EnoughFor([.. metadata]);
        var key = new OpenApiSecuritySchemeReference(KeyAuthentication.Bearer, context.Document);
        operation.Security = [.. scopes.Select(enough => new OpenApiSecurityRequirement { [key] = [enough] })];
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            if (metadata.OfType<ParameterNote>().FirstOrDefault(note => note.Name == parameter.Name) is { } note)
                (parameter.Description, parameter.Schema, parameter.Required) = (note.Description, note.Schema(), parameter.Required || note.IsRequired);
        foreach (var note in metadata.OfType<ParameterNote>().Where(note => note.IsHeader))
            (operation.Parameters ??= []).Add(new OpenApiParameter { Name = note.Name, In = ParameterLocation.Header, Description = note.Description, Schema = note.Schema() });
        TakeBody(operation);
        operation.Responses = Answers(operation, scopes, metadata.OfType<AnswerHeader>().ToLookup(header => header.Status), context.Document);
    }

    /// <summary>A body that may be left out is generated as one that may be null, which nobody sends.</summary>
    static void TakeBody(OpenApiOperation operation)
    {
        foreach (var content in operation.RequestBody?.Content?.Values.OfType<OpenApiMediaType>() ?? [])
            if (content.Schema is { OneOf: [var first, var body] } && DocumentedMembers.IsNull(first))
                content.Schema = body;
    }

    /// <summary>From the method and the path, since there is one such operation: getBacktestsByIdReport.</summary>
    static string IdOf(string method, string path) => method.ToLowerInvariant() + string.Concat(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .Select(part => Segment.Match(part)).Select(part => (part.Groups["brace"].Success ? "By" : "") + Capital(part.Groups["name"].Value)));

    static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    static OpenApiResponses Answers(OpenApiOperation operation, string[] scopes, ILookup<int, AnswerHeader> headers, OpenApiDocument? document)
    {
        var (declared, answers) = (operation.Responses ?? [], new OpenApiResponses());
        foreach (var (status, answer) in declared.Where(pair => Number(pair.Key) < 400).OrderBy(pair => Number(pair.Key)))
        {
            if (answer is OpenApiResponse response)
            {
                response.Headers = DocumentedProblems.HeadersOf(Number(status), hasTag: declared.ContainsKey("304"));
                foreach (var header in headers[Number(status)])
                    response.Headers[header.Name] = DocumentedProblems.Header(
                        header.Description, header.Name == HeaderNames.RetryAfter ? new() { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1" } : null);
            }
            answers[status] = answer;
        }
        foreach (var status in declared.Keys.Select(Number).Where(status => status >= 400).Concat(ErrorsOf(operation)).Distinct().Order())
            answers[$"{status}"] = DocumentedProblems.Reference(status, document, status == StatusCodes.Status403Forbidden ? WithoutScope(scopes) : null);
        return answers;
    }

    static string WithoutScope(string[] scopes) =>
        scopes is [var only] ? $"The key lacks the scope {only}" : $"The key has none of the scopes that would do: {string.Join(", ", scopes)}";

    static IEnumerable<int> ErrorsOf(OpenApiOperation operation) =>
    [
        StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests,
        StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable,
        .. operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true ? [StatusCodes.Status404NotFound] : (int[])[],
        .. operation.RequestBody is null ? (int[])[] :
            [StatusCodes.Status408RequestTimeout, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType],
    ];

    static int Number(string status) => int.Parse(status, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<brace>\{)?(?<name>[\w-]+)")]
    static partial Regex Segment { get; }
}
