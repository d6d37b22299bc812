using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Soccer.Contracts;

namespace Soccer.Api.OpenApi;

/// <summary>Schemas of what is read by converters of our own, of which the document's maker knows nothing.</summary>
static class DocumentedSchemas
{
    public static void Complete(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        var isNullable = type != context.JsonTypeInfo.Type || context.JsonPropertyInfo is { IsGetNullable: true } property && property.PropertyType == context.JsonTypeInfo.Type;
        var none = isNullable ? JsonSchemaType.Null : default;
        if (type == typeof(string))
        {
            var length = Attribute<StringLengthAttribute>(context);
            (schema.Type, schema.MinLength, schema.MaxLength) = (JsonSchemaType.String | none, length?.MinimumLength, length?.MaximumLength);
        }
        if (type == typeof(double) || type == typeof(int) || type == typeof(long))
        {
            var range = Attribute<RangeAttribute>(context);
            var (kind, format) = type == typeof(double) ? (JsonSchemaType.Number, "double") : (JsonSchemaType.Integer, type == typeof(int) ? "int32" : "int64");
            (schema.Type, schema.Format, schema.Minimum, schema.Maximum) = (kind | none, format, Text(range?.Minimum), Text(range?.Maximum));
        }
        if (type == typeof(bool))
            schema.Type = JsonSchemaType.Boolean | none;
        if (type == typeof(DateOnly))
            (schema.Type, schema.Format, schema.Examples) = (JsonSchemaType.String | none, "date", [(JsonNode)"2025-02-01"]);
        if (type == typeof(Training))
            (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. Enum.GetNames<Training>().Select(name => (JsonNode)name.ToLowerInvariant())]);
    }

    static T? Attribute<T>(OpenApiSchemaTransformerContext context) where T : Attribute =>
        context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: false).OfType<T>().FirstOrDefault();

    static string? Text(object? number) => Convert.ToString(number, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    /// <summary>Lets answers grow: a client must not fall over a member that it does not know. Requests are read strictly.</summary>
    public static void OpenAnswers(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas!;
        var read = new HashSet<string>();
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.ToArray() ?? []))
            foreach (var content in operation.RequestBody?.Content?.Values.ToArray() ?? [])
                Collect(content.Schema, schemas, read);
        foreach (var (_, schema) in schemas.Where(pair => !read.Contains(pair.Key)))
            if (schema is OpenApiSchema { AdditionalProperties: null } closed)
                closed.AdditionalPropertiesAllowed = true;
    }

    static void Collect(IOpenApiSchema? schema, IDictionary<string, IOpenApiSchema> schemas, HashSet<string> read)
    {
        if (schema is null || schema is OpenApiSchemaReference reference && !read.Add(reference.Reference.Id!))
            return;
        var of = schema is OpenApiSchemaReference known ? schemas[known.Reference.Id!] : schema;
        foreach (var part in (IEnumerable<IOpenApiSchema?>)[of.Items, .. of.Properties?.Values ?? [], .. of.OneOf ?? [], .. of.AnyOf ?? []])
            Collect(part, schemas, read);
    }
}
