using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Soccer.Api.Ledger;
using Soccer.Contracts;

namespace Soccer.Api.Problems;

/// <summary>
/// How the Api reads and writes JSON: camel case, days as 2025-02-01, no member that it does not know, none twice, and no text or number
/// that can't be stored.
/// </summary>
static class RequestJson
{
    /// <summary>
    /// Objects and lists inside each other, in requests and in answers. The deepest answer has 10, and its schema in the document twice as
    /// many; a reader of more would only spend memory.
    /// </summary>
    public const int MostDepth = 32;

    public static void Configure(JsonSerializerOptions json)
    {
        json.NumberHandling = JsonNumberHandling.Strict;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.MaxDepth = MostDepth;
        json.Converters.Add(new TextConverter());
        json.Converters.Add(new NumberConverter());
        json.Converters.Add(new WholeNumberConverter<int>());
        json.Converters.Add(new WholeNumberConverter<long>());
        json.Converters.Add(new FlagConverter());
        json.Converters.Add(new DayConverter());
        json.Converters.Add(new TrainingConverter());
        json.Converters.Add(new JsonStringEnumConverter<RunStatus>(JsonNamingPolicy.KebabCaseLower));
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
    }

    /// <summary>
    /// Text without control characters: the database can't hold U+0000, and the others have no place in a name or a reason.
    /// </summary>
    sealed class TextConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is not JsonTokenType.String)
                throw WrongKindException.Of(ref reader, "a text");
            var text = Whole(ref reader);
            return text?.FirstOrDefault(char.IsControl, ' ') is { } control and not ' '
                ? throw new InvalidValueException(text, $"the text has the control character U+{(int)control:X4}: leave it out")
                : text;
        }

        static string? Whole(ref Utf8JsonReader reader)
        {
            try
            {
                return reader.GetString();
            }
            catch (InvalidOperationException)
            {
                throw new WrongKindException(null, @"the text has half a character: an escape from \ud800 to \udfff wants another beside it");
            }
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    /// <summary>Numbers that are finite: 1e999 would be read as infinity.</summary>
    sealed class NumberConverter : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is not JsonTokenType.Number)
                throw WrongKindException.Of(ref reader, "a number");
            var number = reader.GetDouble();
            if (double.IsFinite(number))
                return number;
            var text = Input.Shown(Text(ref reader)!);
            throw new InvalidValueException(text, $"'{text}' is larger than any number that can be used");
        }

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }

    /// <summary>Whole numbers as they are written: neither 1.0 nor 1e2.</summary>
    sealed class WholeNumberConverter<T> : JsonConverter<T> where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out var number) && T.CreateSaturating(number) is var whole && long.CreateSaturating(whole) == number
                ? whole
                : throw WrongKindException.Of(ref reader, $"a whole number from {T.MinValue} to {T.MaxValue}");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(long.CreateChecked(value));
    }

    sealed class FlagConverter : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.True or JsonTokenType.False ? reader.GetBoolean() : throw WrongKindException.Of(ref reader, "true or false");

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }

    sealed class DayConverter : JsonConverter<DateOnly>
    {
        public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is not JsonTokenType.String)
                throw WrongKindException.Of(ref reader, "a text with a day, such as \"2025-02-01\",");
            var text = reader.GetString();
            return Input.TryDay(text, out var day) ? day : throw new InvalidValueException(text, Input.DayAdvice(text));
        }

        public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    sealed class TrainingConverter : JsonConverter<Training>
    {
        public override Training Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is not JsonTokenType.String)
                throw WrongKindException.Of(ref reader, "auto, always or never");
            var text = reader.GetString();
            return text switch
            {
                "auto" => Training.Auto,
                "always" => Training.Always,
                "never" => Training.Never,
                _ => throw new InvalidValueException(text, $"'{text}' is no training: write auto, always or never"),
            };
        }

        public override void Write(Utf8JsonWriter writer, Training value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString().ToLowerInvariant());
    }

    static string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        using var value = JsonDocument.ParseValue(ref reader);
        return value.RootElement.GetRawText();
    }
}
