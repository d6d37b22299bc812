using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Soccer.Contracts;

namespace Soccer.Api.OpenApi;

/// <summary>Describes types with converters of our own, which the generator cannot: it leaves them, and lists of them, blank.</summary>
static class DocumentedSchemas
{
    /// <summary>How the name of a request's type ends. Requests are read strictly, answers may grow.</summary>
    public const string Request = "Request";

    public static void Complete(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var (info, property) = (context.JsonTypeInfo, context.JsonPropertyInfo);
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var isNullable = type != info.Type || property is { IsGetNullable: true } && property.PropertyType == info.Type;
        CompleteValue(schema, type, isNullable ? JsonSchemaType.Null : default);
        if (type == typeof(string) && Attribute<StringLengthAttribute>(property) is { } length)
            (schema.MinLength, schema.MaxLength) = (length.MinimumLength > 0 ? length.MinimumLength : null, length.MaximumLength);
        if (Attribute<RangeAttribute>(property) is { } range)
            (schema.Minimum, schema.ExclusiveMinimum, schema.Maximum) =
                (range.MinimumIsExclusive ? null : Text(range.Minimum), range.MinimumIsExclusive ? Text(range.Minimum) : null, Text(range.Maximum));
        if (Attribute<LengthAttribute>(property) is { } count)
            (schema.MinItems, schema.MaxItems) = (count.MinimumLength, count.MaximumLength);
        if (info.Kind == JsonTypeInfoKind.Enumerable)
            schema.Items = Attribute<EachAttribute>(property) is { } each
                ? Between(ValueOf(info.ElementType!), each)
                : schema.Items ?? ValueOf(info.ElementType!);
        if (info.Kind == JsonTypeInfoKind.Dictionary)
            schema.AdditionalProperties ??= ValueOf(info.ElementType!);
        if (info.Kind == JsonTypeInfoKind.Object && !IsRequest(info.Type))
            schema.Required = info.Properties.Where(member => !MayBeLeftOut(member)).Select(member => member.Name).ToHashSet();
        // Generators take a member with a default to be always there, in requests too. Descriptions say what a member left out means.
        schema.Default = null;
    }

    static bool IsRequest(Type type) => type.Name.EndsWith(Request, StringComparison.Ordinal);

    /// <summary>Whether an answer leaves the member out where it has no value; all others are written, and be it as null.</summary>
    static bool MayBeLeftOut(JsonPropertyInfo member) =>
        Attribute<JsonIgnoreAttribute>(member) is { Condition: JsonIgnoreCondition.WhenWritingNull };

    static OpenApiSchema Between(OpenApiSchema number, EachAttribute each)
    {
        (number.ExclusiveMinimum, number.Maximum) = (Text(each.Above), Text(each.Most));
        return number;
    }

    static OpenApiSchema ValueOf(Type type)
    {
        var schema = new OpenApiSchema();
        CompleteValue(schema, type, default);
        return schema;
    }

    static void CompleteValue(OpenApiSchema schema, Type type, JsonSchemaType none)
    {
        if (type == typeof(string))
            schema.Type = JsonSchemaType.String | none;
        if (type == typeof(double))
            (schema.Type, schema.Format) = (JsonSchemaType.Number | none, "double");
        if (type == typeof(int) || type == typeof(long))
            (schema.Type, schema.Format) = (JsonSchemaType.Integer | none, type == typeof(int) ? "int32" : "int64");
        if (type == typeof(bool))
            schema.Type = JsonSchemaType.Boolean | none;
        if (type == typeof(DateOnly))
            (schema.Type, schema.Format, schema.Examples) = (JsonSchemaType.String | none, "date", [(JsonNode)"2025-02-01"]);
        // Not time, which has an offset (RFC 3339).
        if (type == typeof(TimeOnly))
            (schema.Type, schema.Format, schema.Examples) = (JsonSchemaType.String | none, "time-local", [(JsonNode)"15:00:00"]);
        if (type.IsEnum)
            schema.Type = JsonSchemaType.String | none;
        if (type == typeof(Training))
            schema.Enum = [.. Enum.GetNames<Training>().Select(name => (JsonNode)name.ToLowerInvariant())];
    }

    static T? Attribute<T>(JsonPropertyInfo? property) where T : Attribute =>
        property?.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: false).OfType<T>().FirstOrDefault();

    static string? Text(object? number) => Convert.ToString(number, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
}
