using Soccer.Cli.Terminal;

namespace Soccer.Cli.Lists;

/// <summary>A table that fits the line. What has no room is left out, and a line below says so.</summary>
static class Table
{
    /// <summary>Characters that a column of sentences keeps at least.</summary>
    const int LeastSentence = 20;

    /// <summary>Ids of so many characters, such as those of keys, are never shortened.</summary>
    const int LongestWhole = 12;

    /// <summary>Prints items.</summary>
    /// <param name="columns">From left to right.</param>
    /// <param name="items">A line each, or more where words are wrapped.</param>
    /// <param name="isWide">Whether no column is left out, however short the line is.</param>
    /// <param name="more">How to see what was left out.</param>
    /// <returns>The names of the columns that are shown.</returns>
    public static IReadOnlyList<string> Print<T>(
        IReadOnlyList<Column<T>> columns, IReadOnlyList<T> items, bool isWide = false,
        string more = "see --wide, --columns or --json")
    {
        var cells = columns.Select(column => CellsOf(column, items)).ToList();
        var widths = columns.Select((column, place) => WidthsOf(column, [.. cells[place], column.Title])).ToList();
        var chosen = ColumnFit.Choose(widths, isWide ? int.MaxValue : Screen.Width);
        Screen.Print(
            [.. chosen.Select(fit => new Head(columns[fit.Place].Title, fit.Width, items.Any(item => Column<T>.IsFigure(columns[fit.Place].Value(item)))))],
            items.Select((item, row) => chosen.Select(fit => Coloured(columns[fit.Place], item, cells[fit.Place][row])).ToArray()));
        var left = Enumerable.Range(0, columns.Count).Except(chosen.Select(fit => fit.Place)).ToList();
        if (left.Count > 0)
        {
            var titles = left.DistinctBy(place => columns[place].Group ?? $"{place}")
                .Select(place => columns[place].Group ?? columns[place].Title);
            Screen.Line(Screen.Plain($"columns left out to fit the line: {string.Join(", ", titles)}; {more}"));
        }
        return [.. chosen.Select(fit => columns[fit.Place].Name)];
    }

    static (int Width, int Least, int Rank) WidthsOf<T>(Column<T> column, string[] texts)
    {
        var width = texts.Max(Screen.WidthOf);
        var least = column.Wraps ? int.Max(LeastSentence, texts.SelectMany(text => text.Split(' ')).Max(Screen.WidthOf)) : width;
        return (width, int.Min(least, width), column.Rank);
    }

    static string[] CellsOf<T>(Column<T> column, IReadOnlyList<T> items)
    {
        string[] texts = [.. items.Select(item => Screen.Printable(column.TextOf(item)))];
        if (!column.IsId)
            return texts;
        var length = ShortIds.LengthFor(texts, column.LeastId);
        return [.. texts.Select(text => text.Length > LongestWhole ? ShortIds.Of(text, length) : text)];
    }

    static string Coloured<T>(Column<T> column, T item, string text) =>
        column.Colour?.Invoke(item) is { } colour ? $"[{colour}]{Screen.Plain(text)}[/]" : Screen.Plain(text);
}
