using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Soccer.Api.Problems;

/// <summary>A JSON value of another kind than its member wants. The reader adds where it stood.</summary>
/// <param name="value">The value; none where it is a list or an object, which can be long.</param>
/// <param name="advice">What to write.</param>
sealed class WrongKindException(string? value, string advice) : JsonException(advice)
{
    public string? Value { get; } = value;

    /// <summary>The value at which the reader stands is not what is wanted.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="wanted">a number, a text.</param>
    public static WrongKindException Of(ref Utf8JsonReader reader, string wanted)
    {
        var (value, shown) = reader.TokenType switch
        {
            JsonTokenType.StartArray => (null, "a list"),
            JsonTokenType.StartObject => (null, "an object"),
            JsonTokenType.String => (reader.GetString(), $"the text '{reader.GetString()}'"),
            _ => (Written(ref reader), Written(ref reader)),
        };
        return new(value, $"write {wanted} here, not {shown}");
    }

    static string Written(ref Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
}
