using FsCheck;
using FsCheck.Fluent;

namespace Soccer.Csv.Tests;

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
        using var reader = new CsvReader("a,b");
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
        using var reader = new CsvReader(line + "\nx");
        reader.Read();
        Assert.That(reader.IsBlank, Is.EqualTo(blank));
    }

    [Test]
    public void Keeps_the_row_as_it_stands()
    {
        using var reader = new CsvReader("a\r\n \"b\", c\r\n");
        reader.Read();
        reader.Read();
        Assert.That(reader.Raw.ToString(), Is.EqualTo(" \"b\", c"));
    }

    [TestCase("a,b", ',')]
    [TestCase("a;b", ';')]
    [TestCase("a\tb", '\t')]
    [TestCase("a|b", '|')]
    [TestCase("\"x,y,z\";b", ';')]
    [TestCase("a", ',')]
    [TestCase("\n\na;b", ';')]
    public void Finds_what_parts_the_cells(string text, char separator)
    {
        using var reader = new CsvReader(text);
        Assert.That(reader.Separator, Is.EqualTo(separator));
    }

    [TestCase("sep=;\r\na,b;c")]
    [TestCase("SEP=;\na,b;c")]
    [TestCase("\"sep=;\"\ra,b;c")]
    public void A_first_line_that_names_the_separator_is_no_row(string text) =>
        Assert.That(Lines(text), Is.EqualTo(new[] { "2:a,b|c" }));

    [Test]
    public void Takes_a_cell_out_of_the_formula_by_which_a_spreadsheet_keeps_a_text() =>
        Assert.That(Cells("=\"06.08.2022\",x"), Is.EqualTo(new[] { "06.08.2022", "x" }));

    [Test]
    public void A_line_of_a_million_characters_is_a_row() => Assert.That(Cells(new string('x', 1_000_000) + ",y")[1], Is.EqualTo("y"));

    [Test]
    public void An_empty_text_has_no_row() => Assert.That(Lines(""), Is.Empty);

    [Test]
    public void Reads_back_whatever_cells_are_written_with_quotes() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyArray<NonNull<string>>>(), written =>
        {
            // A cell never spans lines, and is trimmed.
            var cells = written.Get.Select(cell => cell.Get.Replace('\r', ' ').Replace('\n', ' ').Trim()).ToArray();
            var line = string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
            return Cells(line, ',').SequenceEqual(cells.Select(cell => cell is ['=', '"', .., '"'] ? cell[2..^1].Trim() : cell));
        }).QuickCheckThrowOnFailure();

    static string[] Cells(string line, char? separator = null)
    {
        using var reader = new CsvReader(line, separator);
        reader.Read();
        return [.. Enumerable.Range(0, reader.Count).Select(index => reader[index].ToString())];
    }

    static List<string> Lines(string text)
    {
        using var reader = new CsvReader(text);
        var lines = new List<string>();
        while (reader.Read())
            lines.Add($"{reader.Line}:{string.Join('|', Enumerable.Range(0, reader.Count).Select(index => reader[index].ToString()))}");
        return lines;
    }
}
