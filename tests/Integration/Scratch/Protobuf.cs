using System.Text;

namespace Soccer.Integration.Tests.Scratch;

/// <summary>
/// As much of protobuf's wire format as it takes to read a message without its schema (protobuf.dev/programming-guides/encoding): the fields that have a
/// length, which are texts, bytes and messages.
/// </summary>
static class Protobuf
{
    /// <summary>The fields of a message that have a length, by number, in their order.</summary>
    public static ILookup<int, ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message)
    {
        List<(int Number, ReadOnlyMemory<byte> Content)> fields = [];
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message.Span, ref at);
            var length = (tag & 7) switch
            {
                0 => Skip(message.Span, at),
                1 => 8,
                2 => (int)Varint(message.Span, ref at),
                5 => 4,
                var type => throw new FormatException($"the wire type {type} at byte {at} is unknown"),
            };
            if ((tag & 7) == 2)
                fields.Add(((int)(tag >> 3), message.Slice(at, length)));
            at += length;
        }
        return fields.ToLookup(field => field.Number, field => field.Content);
    }

    /// <summary>A content as text.</summary>
    public static string Text(ReadOnlyMemory<byte> content) => Encoding.UTF8.GetString(content.Span);

    static int Skip(ReadOnlySpan<byte> message, int at)
    {
        var end = at;
        Varint(message, ref end);
        return end - at;
    }

    static ulong Varint(ReadOnlySpan<byte> message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var octet = message[at++];
            value |= (ulong)(octet & 0x7f) << shift;
            if (octet < 0x80)
                return value;
        }
    }
}
