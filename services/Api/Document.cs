using Microsoft.OpenApi;
using Soccer.Api.Access;
using Soccer.Api.OpenApi;
using Soccer.Api.Problems;

namespace Soccer.Api;

/// <summary>The OpenAPI document at /openapi/v1.json: the contract with clients, from which they can be made.</summary>
static class Document
{
    const string Description = """
        Starts runs of the cascade, follows them, and serves the forecasts. Names are in camelCase everywhere: members, parameters and the
        operations' ids; in requests their case does not matter. Words from a closed set, such as a status, are in lower case with dashes.
        Days are written 2025-02-01; the day of a match is its day in the United Kingdom. Times are UTC, except kickOff, the time of day in
        the United Kingdom, beside which stands kickOffAt in UTC. Answers may get new members; none is renamed or removed within /v1.
        Errors are problem details (RFC 9457); GET /problems lists their types. An unknown path is answered with 404, a method that a path
        does not take with 405 and Allow (components/responses/Problem405). Send a key as Authorization: Bearer KEY.
        """;

    static readonly (string Name, string Description)[] Tags =
    [
        ("Access", "Keys, what they may do, and who changed what."),
        ("Runs", "Runs of the cascade, from the source's files to sealed forecasts."),
        ("Forecasts", "Coming matches with their forecasts, and forecasts on request."),
        ("Models", "Trained models, and every fit."),
        ("Backtests", "Past seasons forecast strictly forward, compared with the market."),
        ("Studies", "Searches for parameters."),
    ];

    public static void AddDocument(this WebApplicationBuilder builder) => builder.Services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            (document.Info.Title, document.Info.Description) = ("Soccer.EventDriven", Description.ReplaceLineEndings(" "));
            // Relative to the document: whoever makes a client knows the address, and the one of this request may be a proxy's.
            document.Servers = [new() { Url = "/", Description = "The Api that serves this document." }];
            document.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
            document.AddComponent(KeyAuthentication.Bearer, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key with the scope that the operation needs: ./soccer keys create NAME --scope read,predict makes one.",
            });
            document.Security = [new() { [new OpenApiSecuritySchemeReference(KeyAuthentication.Bearer, document)] = [] }];
            document.Components!.Schemas!.Remove("ProblemDetails");
            DocumentedMembers.Complete(document);
            DocumentedWords.Complete(document);
            DocumentedProblems.AddTo(document);
            AddExamples(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            DocumentedOperation.Complete(operation, context);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            DocumentedSchemas.Complete(schema, context);
            return Task.CompletedTask;
        });
    });

    static void AddExamples(OpenApiDocument document)
    {
        foreach (var (path, item) in document.Paths)
            foreach (var (method, operation) in item.Operations ?? [])
            {
                var name = $"{method} {path}";
                foreach (var content in operation.RequestBody?.Content?.Values.OfType<OpenApiMediaType>() ?? [])
                    content.Example = Examples.Request(name);
                foreach (var (status, answer) in operation.Responses!.Where(pair => pair.Key[0] == '2'))
                    foreach (var content in answer.Content?.Values.OfType<OpenApiMediaType>() ?? [])
                        content.Example = Examples.Answer(name, status);
            }
    }
}
