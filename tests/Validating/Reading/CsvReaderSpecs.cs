using FsCheck;
using FsCheck.Fluent;
using Soccer.Validate.Reading;

namespace Soccer.Validating.Tests.Reading;

public sealed class CsvReaderSpecs
{
    [Test]
    public void Splits_cells_and_trims_them() => Assert.That(Cells(" a ,b,, c"), Is.EqualTo(new[] { "a", "b", "", "c" }));

    [Test]
    public void A_trailing_comma_is_an_empty_cell() => Assert.That(Cells("a,"), Is.EqualTo(new[] { "a", "" }));

    [Test]
    public void A_quoted_cell_may_hold_commas_and_doubled_quotes() =>
        Assert.That(Cells("x,\"Fleischer, H\",\"a \"\"b\"\"\",y"), Is.EqualTo(new[] { "x", "Fleischer, H", "a \"b\"", "y" }));

    [Test]
    public void A_stray_quote_costs_its_cell_and_not_the_file() =>
        Assert.That(Lines("a,\"b,c\nd,e"), Is.EqualTo(new[] { "1:a|\"b|c", "2:d|e" }));

    [Test]
    public void Counts_physical_lines_of_every_kind_of_line_end() =>
        Assert.That(Lines("a\r\nb\n\nc\rd"), Is.EqualTo(new[] { "1:a", "2:b", "3:", "4:c", "5:d" }));

    [Test]
    public void A_cell_beyond_the_end_of_its_row_is_empty()
    {
        var reader = new CsvReader("a,b");
        reader.Read();
        Assert.That(reader[7].ToString(), Is.Empty);
        Assert.That(reader[-1].ToString(), Is.Empty);
    }

    [TestCase("", true)]
    [TestCase(",,,", true)]
    [TestCase(" , \"\" ,\t", true)]
    [TestCase(",,0", false)]
    public void A_row_without_content_is_blank(string line, bool blank)
    {
        var reader = new CsvReader(line + "\nx");
        reader.Read();
        Assert.That(reader.IsBlank, Is.EqualTo(blank));
    }

    [Test]
    public void Keeps_the_row_as_it_stands()
    {
        var reader = new CsvReader("a\r\n \"b\", c\r\n");
        reader.Read();
        reader.Read();
        Assert.That(reader.Raw.ToString(), Is.EqualTo(" \"b\", c"));
    }

    [Test]
    public void Reads_back_whatever_cells_are_written_with_quotes() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyArray<NonNull<string>>>(), written =>
        {
            // A cell never spans lines, and is trimmed.
            var cells = written.Get.Select(cell => cell.Get.Replace('\r', ' ').Replace('\n', ' ').Trim()).ToArray();
            var line = string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
            return Cells(line).SequenceEqual(cells);
        }).QuickCheckThrowOnFailure();

    static string[] Cells(string line)
    {
        var reader = new CsvReader(line);
        reader.Read();
        return [.. Enumerable.Range(0, reader.Count).Select(index => reader[index].ToString())];
    }

    static List<string> Lines(string text)
    {
        var reader = new CsvReader(text);
        var lines = new List<string>();
        while (reader.Read())
            lines.Add($"{reader.Line}:{string.Join('|', Enumerable.Range(0, reader.Count).Select(index => reader[index].ToString()))}");
        return lines;
    }
}
