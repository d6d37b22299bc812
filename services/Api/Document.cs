namespace Soccer.Api;

/// <summary>The OpenAPI document at /openapi/v1.json.</summary>
static class Document
{
    public static void AddDocument(this WebApplicationBuilder builder) => builder.Services.AddOpenApi("v1", options =>
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Soccer.EventDriven";
            document.Info.Description = "Starts runs of the cascade, follows them, and tells the forecasts. Errors are problem details (RFC 9457).";
            document.Paths.Remove("/metrics");
            return Task.CompletedTask;
        }));
}
