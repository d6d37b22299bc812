using System.Text;
using NUnit.Framework.Constraints;
using Soccer.Api.Problems;

namespace Soccer.Api.Tests.Http;

/// <summary>Bodies that come in pieces: a character may stand in two of them.</summary>
public sealed class Utf8BodySpecs
{
    [Test]
    public async Task Characters_that_come_a_byte_at_a_time_are_passed_on_as_they_are([Values(1, 2, 3, 4, 5, 7)] int piece)
    {
        var sent = "Köln, Αθήνα, 東京 ⚽ 🏆"u8.ToArray();
        Assert.That(await Read(sent, piece), Is.EqualTo(sent));
    }

    [Test]
    public void The_first_byte_of_what_is_no_character_is_named_wherever_the_pieces_end(
        [Values(1, 2, 3, 4, 5, 7)] int piece, [Values(0, 1, 9)] int before)
    {
        byte[] sent = [.. Encoding.UTF8.GetBytes(new string('a', before) + "東"), 0xe6, 0x9d, (byte)'x', .. "more"u8];
        Assert.That(async () => await Read(sent, piece), IsInvalidAt(before + 3));
    }

    [Test]
    public void So_it_is_where_the_body_ends_within_a_character([Values(1, 2, 3, 7)] int piece) =>
        Assert.That(async () => await Read([.. "ab"u8, 0xf0, 0x9f, 0x8f], piece), IsInvalidAt(2));

    static Constraint IsInvalidAt(long offset) =>
        Throws.TypeOf<InvalidUtf8Exception>().With.Property(nameof(InvalidUtf8Exception.Offset)).EqualTo(offset);

    static async Task<byte[]> Read(byte[] sent, int piece)
    {
        using var body = new Utf8Body(new MemoryStream(sent));
        var (read, buffer) = (new List<byte>(), new byte[piece]);
        while (await body.ReadAsync(buffer) is > 0 and var count)
            read.AddRange(buffer[..count]);
        return [.. read];
    }
}
