using System.Text.Json;

namespace Soccer.Api.Problems;

/// <summary>A JSON value that is not one of its kind. The reader adds where it stood.</summary>
sealed class InvalidValueException(string? value, string advice) : JsonException(advice)
{
    public string? Value { get; } = value;
}
