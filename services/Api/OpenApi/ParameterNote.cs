using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Soccer.Api.OpenApi;

/// <summary>
/// What the document says of a parameter. Operations read parameters as text, so that they can say themselves what is wrong with one.
/// </summary>
/// <param name="Name">The parameter.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Schema">Makes its schema.</param>
/// <param name="IsHeader">Whether it is a header, which the operation reads out of the request itself; else it stands in the path or the
/// query.</param>
/// <param name="IsRequired">Whether it must be there. The operation takes it as one that may not be, so that it says itself that it is
/// missing.</param>
sealed record ParameterNote(string Name, string Description, Func<OpenApiSchema> Schema, bool IsHeader = false, bool IsRequired = false);

/// <summary>A header of an operation's answer.</summary>
/// <param name="Status">The answer's status.</param>
/// <param name="Name">The header.</param>
/// <param name="Description">What it says, and when it is there.</param>
sealed record AnswerHeader(int Status, string Name, string Description);

/// <summary>Notes on the parameters of an endpoint.</summary>
static class ParameterNotes
{
    const string Example = "2025-02-01", IdPattern = "^[0-9a-fA-F]{8}[0-9a-fA-F-]{0,28}$";

    /// <summary>How many.</summary>
    public static T TakesCount<T>(this T endpoint, string name, int otherwise, int most, string description) where T : IEndpointConventionBuilder =>
        endpoint.Takes(name, description, () => new() { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = $"{most}", Default = otherwise });

    /// <summary>A day.</summary>
    public static T TakesDay<T>(this T endpoint, string name, string description) where T : IEndpointConventionBuilder =>
        endpoint.Takes(name, description, () => new() { Type = JsonSchemaType.String, Format = "date", Examples = [JsonValue.Create(Example)] });

    /// <summary>One of a few words.</summary>
    public static T TakesOneOf<T>(this T endpoint, string name, IEnumerable<string> words, string description) where T : IEndpointConventionBuilder =>
        endpoint.Takes(name, description, () => new() { Type = JsonSchemaType.String, Enum = [.. words.Select(word => JsonValue.Create(word))] });

    /// <summary>True or false; false where it is left out.</summary>
    public static T TakesFlag<T>(this T endpoint, string name, string description) where T : IEndpointConventionBuilder =>
        endpoint.Takes(name, description, () => new() { Type = JsonSchemaType.Boolean, Default = false });

    /// <summary>A text of some shape.</summary>
    public static T TakesText<T>(this T endpoint, string name, string description, string? pattern = null, int? most = null, bool isRequired = false)
        where T : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new ParameterNote(name, description, () => Text(pattern, most), IsRequired: isRequired));

    /// <summary>An id that the Api has given, or its beginning.</summary>
    public static T TakesId<T>(this T endpoint, string description) where T : IEndpointConventionBuilder =>
        endpoint.Takes(
            "id", $"{description} Its first 8 characters or more do if no other id begins so.",
            () => new() { Type = JsonSchemaType.String, Pattern = IdPattern });

    /// <summary>A header that may be left out.</summary>
    public static T TakesHeader<T>(this T endpoint, string name, string description, string? pattern = null, int? most = null)
        where T : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new ParameterNote(name, description, () => Text(pattern, most), IsHeader: true));

    /// <summary>With a status, a header that the other operations' answers do not have.</summary>
    public static T TellsHeader<T>(this T endpoint, int status, string name, string description) where T : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AnswerHeader(status, name, description));

    /// <summary>The number of a match.</summary>
    public static T TakesMatch<T>(this T endpoint, string description) where T : IEndpointConventionBuilder =>
        endpoint.Takes("id", description, () => new() { Type = JsonSchemaType.Integer, Format = "int64" });

    static OpenApiSchema Text(string? pattern, int? most) =>
        new() { Type = JsonSchemaType.String, Pattern = pattern, MinLength = most is null ? null : 1, MaxLength = most };

    static T Takes<T>(this T endpoint, string name, string description, Func<OpenApiSchema> schema) where T : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new ParameterNote(name, description, schema));
}
