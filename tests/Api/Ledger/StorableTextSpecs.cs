using System.Text.Json;
using Soccer.Api.Ledger;

namespace Soccer.Api.Tests.Ledger;

public sealed class StorableTextSpecs
{
    [TestCase("Zoë's 🏟\r\n\tweekend", "Zoë's 🏟\r\n\tweekend")]
    [TestCase("a\0b\u001B", @"a\u0000b\u001B")]
    [TestCase("", "")]
    public void Control_characters_are_shown(string text, string storable) => Assert.That(StorableText.Of(text), Is.EqualTo(storable));

    // Metadata of an attribute can't hold one, so it is made here.
    [Test]
    public void Half_a_surrogate_pair_is_replaced() => Assert.That(StorableText.Of($"half {(char)0xD83C}"), Is.EqualTo("half \uFFFD"));

    [TestCase("a\0\0b", @"a\u0000\u0000b")]
    [TestCase("\\\0", @"\\u0000")]
    [TestCase(@"written \u0000", @"written \u0000")]
    [TestCase(@"written \\u0000", @"written \\u0000")]
    [TestCase("\u0001 and \u00001", "\u0001 and \\u00001")]
    public void In_JSON_a_zero_is_shown_and_all_else_stays(string text, string read) =>
        Assert.That(JsonSerializer.Deserialize<string>(StorableText.OfJson(JsonSerializer.Serialize(text))), Is.EqualTo(read));
}
