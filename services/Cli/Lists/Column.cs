using System.Globalization;

namespace Soccer.Cli.Lists;

/// <summary>A column of a list.</summary>
/// <param name="Name">What --columns takes and CSV has as its head: the member's path in JSON, such as homeWin.edge.</param>
/// <param name="Title">The head in a table, one line.</param>
/// <param name="Value">A number, day, UTC instant, truth or text; null if unknown.</param>
sealed record Column<T>(string Name, string Title, Func<T, object?> Value)
{
    /// <summary>
    /// Where the line is too short, columns of the highest rank are left out first, those of one rank together; 0: never.
    /// </summary>
    public int Rank { get; init; }

    /// <summary>
    /// What this column and its neighbours of the same rank are called together where they are left out; null for its title.
    /// </summary>
    public string? Group { get; init; }

    /// <summary>The format of numbers and times in a table. CSV has them in full.</summary>
    public string? Format { get; init; }

    /// <summary>The text of a cell of a table if a format does not say it; its argument is the item. CSV has the value.</summary>
    public Func<T, string>? Text { get; init; }

    /// <summary>Whether the text may be broken between words. Numbers, names, ids and times never are.</summary>
    public bool Wraps { get; init; }

    /// <summary>Whether this is an id: a table shows as much of it as tells it from the others.</summary>
    public bool IsId { get; init; }

    /// <summary>Characters of an id that a table shows at least.</summary>
    public int LeastId { get; init; } = ShortIds.Least;

    /// <summary>Whether only --columns shows it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Spectre's colour of a cell; null for none.</summary>
    public Func<T, string?>? Colour { get; init; }

    /// <summary>The text of a cell of a table.</summary>
    public string TextOf(T item) => Value(item) switch
    {
        _ when Text is not null => Text(item),
        null => "-",
        string text => text,
        bool truth => truth ? "yes" : "no",
        DateTime instant => instant.ToUniversalTime().ToString(Format ?? "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString(Format ?? "yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(Format, CultureInfo.InvariantCulture),
        var other => $"{other}",
    };

    /// <summary>Whether cells are figures, which stand to the right.</summary>
    public static bool IsFigure(object? value) => value is int or long or double or decimal;
}
