using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Soccer.Contracts;

namespace Soccer.Api.Ledger;

/// <summary>A message that the broker gave up, with as much as can be told of it: its body may be anything.</summary>
/// <param name="Id">The same for the same message of the same queue.</param>
/// <param name="Queue">The queue that gave it up.</param>
/// <param name="Reason">The broker's reason: delivery_limit, rejected, expired.</param>
/// <param name="Message">The message's type, where the body tells.</param>
/// <param name="RunId">The run, where the body or its headers tell.</param>
/// <param name="Run">The run as the message has it.</param>
/// <param name="Text">The beginning of the body.</param>
public sealed record DeadLetter(Guid Id, string? Queue, string? Reason, string? Message, Guid? RunId, Run? Run, string Text)
{
    const int TextLength = 2000;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Reads what can be read.</summary>
    /// <param name="queue">The queue that gave the message up.</param>
    /// <param name="reason">Why.</param>
    /// <param name="messageId">The id that the headers name.</param>
    /// <param name="conversation">The conversation that the headers name.</param>
    /// <param name="body">The body as it came.</param>
    public static DeadLetter Read(string? queue, string? reason, string? messageId, Guid? conversation, byte[] body)
    {
        var id = new Guid(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{queue}\n{messageId}\n"), .. body]).AsSpan(0, 16));
        // Text in the database can't hold a zero.
        var text = Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, TextLength)).Replace('\0', '\uFFFD');
        var letter = new DeadLetter(id, queue, reason, null, conversation, null, text);
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? letter.With(document.RootElement) : letter;
        }
        catch (JsonException)
        {
            return letter;
        }
    }

    DeadLetter With(JsonElement envelope)
    {
        var type = envelope.TryGetProperty("messageType", out var types) && types is { ValueKind: JsonValueKind.Array } && types.GetArrayLength() > 0
            ? types[0].ToString().Split(':')[^1]
            : Message;
        var run = envelope.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.Object
            && message.TryGetProperty("run", out var inMessage) && inMessage.ValueKind == JsonValueKind.Object
            ? inMessage.Deserialize<Run>(Json)
            : null;
        var conversation = envelope.TryGetProperty("conversationId", out var id) && id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var known)
            ? known
            : RunId;
        return this with { Message = type, Run = run, RunId = run?.Id ?? conversation };
    }
}
