using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Soccer.Contracts;

namespace Soccer.Api;

/// <summary>The OpenAPI document at /openapi/v1.json.</summary>
static class Document
{
    public static void AddDocument(this WebApplicationBuilder builder) => builder.Services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Soccer.EventDriven";
            document.Info.Description = "Starts runs of the cascade, follows them, and tells the forecasts. Errors are problem details (RFC 9457).";
            document.Paths.Remove("/metrics");
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Describe(schema, context);
            return Task.CompletedTask;
        });
    });

    /// <summary>Days and trainings are read by converters of our own, of which the document's maker knows nothing.</summary>
    static void Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(DateOnly))
            (schema.Type, schema.Format, schema.Examples) = (JsonSchemaType.String, "date", [(JsonNode)"2025-02-01"]);
        if (type == typeof(Training))
            (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. Enum.GetNames<Training>().Select(name => (JsonNode)name.ToLowerInvariant())]);
    }
}
