using System.Text.RegularExpressions;

namespace Soccer.Integration.Tests;

sealed partial class RealMatchesSpecs
{
    static IEnumerable<string> Lists => ["runs", "fixtures", "models", "experiments", "quarantine"];

    [Test]
    public async Task No_number_name_or_id_is_broken_on_a_short_line([ValueSource(nameof(Lists))] string list, [Values(80, 120, 200)] int width)
    {
        // On a line of any length a row is a line, and two blanks or more stand between its cells.
        var whole = CellsOf(await system.Print(null, list)).ToHashSet();
        var shown = await system.Print(width, list);
        Assert.Multiple(() =>
        {
            Assert.That(shown.Split('\n').Select(line => line.TrimEnd().Length), Has.All.LessThanOrEqualTo(width));
            // Sentences may be broken between words.
            Assert.That(
                CellsOf(shown).Where(cell => !whole.Contains(cell) && !whole.Any(text => text.Contains(' ') && $" {text} ".Contains($" {cell} "))),
                Is.Empty);
        });
    }

    /// <summary>The cells of the rows; the lines below a table begin with a word and hold no two blanks.</summary>
    static IEnumerable<string> CellsOf(string screen) =>
        screen.Split('\n').Select(line => Blanks.Split(line.Trim())).Where(cells => cells.Length > 1).SelectMany(cells => cells);

    [GeneratedRegex(" {2,}")]
    static partial Regex Blanks { get; }
}
