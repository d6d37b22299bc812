using Microsoft.OpenApi;
using Soccer.Api.Access;
using Soccer.Api.OpenApi;
using Soccer.Api.Problems;

namespace Soccer.Api;

/// <summary>The OpenAPI document at /openapi/v1.json: the contract with clients, from which they can be made.</summary>
static class Document
{
    public const string Name = "v1", Title = "Soccer.EventDriven";

    const string Description = """
        Forecasts of football matches: read those of the coming matches, ask for any two teams of one country, start runs and backtests, and compare models.

        **Start here.** `GET /v1/fixtures` lists the coming matches with their forecasts, `POST /v1/predict` forecasts any two teams of one country
        at once.

        **Keys.** Every operation needs a key: `Authorization: Bearer KEY`. `./soccer keys create NAME --scope read,predict` makes one. Each
        operation names the scope that it needs.

        **Names and values.** Members, parameters and operation ids are in camelCase; requests may use any case. Words from a closed set,
        such as a status, are in lower case with dashes. Days are written 2025-02-01; the day of a match is its day in the United Kingdom.
        Times are UTC, except `kickOff`, the time of day in the United Kingdom; `kickOffAt` beside it is in UTC.

        **Errors** are problem details (RFC 9457); `GET /problems` lists their types. An unknown path returns 404; a method that a path does
        not take returns 405 with `Allow` (`components/responses/Problem405`).

        **Compatibility.** Responses may gain members; within `/v1` none is renamed or removed.
        """;

    static readonly (string Name, string Description)[] Tags =
    [
        ("Forecasts", "Coming matches with their forecasts, forecasts on request, and how good past forecasts were."),
        ("Runs", "Runs of the cascade, from the source's files to sealed forecasts."),
        ("Models", "Trained models, every fit, and drift."),
        ("Backtests", "Past seasons forecast strictly forward, compared with the market."),
        ("Studies", "Searches for parameters."),
        ("Access", "Keys, what they may do, and who changed what."),
    ];

    /// <summary>The order in which people read the paths; the generator's follows the code.</summary>
    static readonly string[] Order =
    [
        "fixtures", "predict", "predictions", "results", "teams", "divisions", "bookmakers", "runs", "incidents",
        "models", "experiments", "drift", "backtests", "studies", "ping", "keys", "audit",
    ];

    public static void AddDocument(this WebApplicationBuilder builder) => builder.Services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            (document.Info.Title, document.Info.Description) = (Title, OneLineAParagraph(Description));
            document.Paths = InOrder(document.Paths);
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

    static string OneLineAParagraph(string markdown) =>
        string.Join("\n\n", markdown.ReplaceLineEndings("\n").Split("\n\n").Select(paragraph => paragraph.Replace('\n', ' ')));

    static OpenApiPaths InOrder(OpenApiPaths paths)
    {
        var ordered = new OpenApiPaths();
        foreach (var (path, item) in paths.OrderBy(pair => Array.IndexOf(Order, pair.Key.Split('/')[2])).ThenBy(pair => pair.Key.Length))
            ordered[path] = item;
        return ordered;
    }

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
