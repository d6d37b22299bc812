using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Soccer.Api.OpenApi;

/// <summary>What the document says of the members of requests and answers once all schemas are made.</summary>
static partial class DocumentedMembers
{
    /// <summary>
    /// Lets answers grow: a client must not fall over a member that it does not know. A member that an answer may leave out is never null,
    /// and one that a request must have may not be.
    /// </summary>
    public static void Complete(OpenApiDocument document)
    {
        foreach (var (name, schema) in document.Components!.Schemas!)
        {
            schema.Description = OneLine(schema.Description);
            if (schema is not OpenApiSchema { Properties: { Count: > 0 } members } of)
                continue;
            var isRequest = name.EndsWith(DocumentedSchemas.Request, StringComparison.Ordinal);
            if (!isRequest && of.AdditionalProperties is null)
                of.AdditionalPropertiesAllowed = true;
            foreach (var member in members.Keys.Where(member => of.Required?.Contains(member) == true == isRequest).ToList())
                members[member] = WithoutNull(members[member]);
            foreach (var choice in members.Values.SelectMany(member => member.OneOf ?? []).Where(choice => IsSaid(choice.Description)))
                choice.Description = OneLine(choice.Description);
            foreach (var member in members.Values)
                member.Description = OneLine(member.Description ?? member.OneOf?.Select(choice => choice.Description).FirstOrDefault(IsSaid));
        }
    }

    /// <summary>Whether a schema says that there may be nothing.</summary>
    public static bool IsNull(IOpenApiSchema schema) => schema.Type == JsonSchemaType.Null;

    static bool IsSaid(string? text) => text is not null;

    /// <summary>Comments are broken into lines where the code's lines end.</summary>
    static string? OneLine(string? text) => text is null ? null : Space.Replace(text, " ").Trim();

    static IOpenApiSchema WithoutNull(IOpenApiSchema schema)
    {
        if (schema.OneOf is [var first, var second] && IsNull(first))
            return second;
        if (schema is OpenApiSchema { Type: { } type } value)
            value.Type = type & ~JsonSchemaType.Null;
        return schema;
    }

    [GeneratedRegex(@"\s+")]
    static partial Regex Space { get; }
}
