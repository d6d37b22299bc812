using System.Text.Json;
using System.Text.Json.Serialization;

namespace Soccer.Source.Site;

/// <summary>JSON under /-/: camel case, kinds by name.</summary>
public static class SourceJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };
}
