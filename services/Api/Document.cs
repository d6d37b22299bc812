using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Soccer.Api.Access;
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
            document.AddComponent(KeyAuthentication.Bearer, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key with the scope that the operation needs: ./soccer keys create NAME --scope read,predict makes one.",
            });
            document.Security = [new() { [new OpenApiSecuritySchemeReference(KeyAuthentication.Bearer, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            operation.Responses ??= [];
            operation.Responses["401"] = new OpenApiResponse { Description = "No valid key was sent." };
            operation.Responses["403"] = new OpenApiResponse { Description = $"The key has not the scope {Access.Scope.Of(context.Description.ActionDescriptor.EndpointMetadata)}." };
            operation.Responses["429"] = new OpenApiResponse { Description = "More requests than the key was given; Retry-After says when to send again." };
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
