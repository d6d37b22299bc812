using System.Text;

namespace Soccer.Csv.Tests;

public sealed class CsvTextSpecs
{
    [Test]
    public void Leaves_a_byte_order_mark_out() => Assert.That(CsvText.Decode([0xEF, 0xBB, 0xBF, (byte)'D']), Is.EqualTo("D"));

    [Test]
    public void Reads_utf_8() => Assert.That(CsvText.Decode(Encoding.UTF8.GetBytes("Preußen Münster")), Is.EqualTo("Preußen Münster"));

    [Test]
    public void Reads_a_file_that_is_not_utf_8_as_windows_1252() =>
        Assert.That(CsvText.Decode([(byte)'K', 0xF6, (byte)'l', (byte)'n', (byte)' ', 0x92]), Is.EqualTo("Köln \u2019"));

    [Test]
    public void One_invalid_sequence_decides_for_the_whole_file() =>
        Assert.That(CsvText.Decode([0xC3, 0xB6, (byte)',', 0xF6]), Is.EqualTo("Ã¶,ö"));

    [Test]
    public void Reads_utf_16_by_its_mark() => Assert.Multiple(() =>
    {
        Assert.That(CsvText.Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Köln")]), Is.EqualTo("Köln"));
        Assert.That(CsvText.Decode([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("Köln")]), Is.EqualTo("Köln"));
    });

    [Test]
    public void Composes_a_letter_and_its_accent() => Assert.That(CsvText.Decode("A\u030Alderwick"u8), Is.EqualTo("\u00C5lderwick"));
}
