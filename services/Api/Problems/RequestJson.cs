using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Soccer.Api.Ledger;
using Soccer.Contracts;

namespace Soccer.Api.Problems;

/// <summary>How the Api reads and writes JSON: camel case, days as 2025-02-01, and no member that it does not know.</summary>
static class RequestJson
{
    public static void Configure(JsonSerializerOptions json)
    {
        json.NumberHandling = JsonNumberHandling.Strict;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.Converters.Add(new DayConverter());
        json.Converters.Add(new TrainingConverter());
        json.Converters.Add(new JsonStringEnumConverter<RunStatus>(JsonNamingPolicy.KebabCaseLower));
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
    }

    sealed class DayConverter : JsonConverter<DateOnly>
    {
        public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = Text(ref reader);
            return Input.TryDay(text, out var day) ? day : throw new InvalidValueException(text, Input.DayAdvice(text));
        }

        public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    sealed class TrainingConverter : JsonConverter<Training>
    {
        public override Training Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = Text(ref reader);
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
