using System.Text.Json;
using MassTransit.Serialization;
using Soccer.Contracts.Ingest.V1;

namespace Soccer.Ingest;

/// <summary>
/// A command as a person typed it: plain JSON without an envelope. A misspelt member would otherwise start another run than the one that
/// was meant.
/// </summary>
public static class PastedText
{
    static readonly string[] Members = [.. typeof(StartRun).GetProperties().Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name)).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Refuses what is no JSON object, members that the command does not have or that occur twice, and values that they can't have.
    /// </summary>
    /// <exception cref="InvalidCommandException">The message names the member, its value and what to write.</exception>
    public static void Check(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var text = JsonDocument.Parse(body);
            if (text.RootElement.ValueKind != JsonValueKind.Object)
                throw new InvalidCommandException($"The message is a JSON {text.RootElement.ValueKind.ToString().ToLowerInvariant()}. {Advice}");

            var members = text.RootElement.EnumerateObject().Select(member => member.Name).ToList();
            // The envelope of a bus client: a newer client may send members that this version does not know.
            if (members.Contains("messageType"))
                return;

            if (members.Find(member => !Members.Contains(member, StringComparer.OrdinalIgnoreCase)) is { } unknown)
                throw new InvalidCommandException($"Unknown member '{unknown}'. {Advice}");
            if (members.GroupBy(member => member, StringComparer.OrdinalIgnoreCase).FirstOrDefault(member => member.Count() > 1) is { } twice)
                throw new InvalidCommandException($"Member '{twice.Key}' occurs more than once. Name it once.");
            foreach (var member in text.RootElement.EnumerateObject())
                PastedValue.Check(member.Name, member.Value);
        }
        catch (JsonException wrong)
        {
            throw new InvalidCommandException($"The message is {(body.IsEmpty ? "empty" : "not JSON")}. {Advice}", wrong);
        }
    }

    /// <summary>Whether the bus can read it as a command, though perhaps as another than was meant.</summary>
    public static bool IsReadable(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<StartRun>(body.Span, SystemTextJsonMessageSerializer.Options) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>
    /// Refuses control characters in the command's texts: the database can't hold U+0000, and the others have no place there.
    /// </summary>
    /// <exception cref="InvalidCommandException">There is one; the message names the member.</exception>
    public static void CheckTexts(StartRun command)
    {
        foreach (var member in typeof(StartRun).GetProperties().Where(member => member.PropertyType == typeof(string)))
        {
            if (((string?)member.GetValue(command))?.FirstOrDefault(char.IsControl, ' ') is not ({ } control and not ' '))
                continue;
            var name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
            throw new InvalidCommandException($@"{name} holds the control character \u{(int)control:X4}. Leave it out.");
        }
    }

    static string Advice => $"Send {{}} or an object with any of: {string.Join(", ", Members)}";
}

/// <summary>A command that can't be carried out as it was written.</summary>
public sealed class InvalidCommandException(string message, Exception? cause = null) : Exception(message, cause);
