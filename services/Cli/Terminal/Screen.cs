using Spectre.Console;

namespace Soccer.Cli.Terminal;

/// <summary>Tables and colours where somebody looks; plain lines where a file or a pipe does.</summary>
static class Screen
{
    /// <summary>Wide enough that no line of a file is ever broken.</summary>
    const int PlainWidth = 1000;

    /// <summary>Whether the output is a terminal.</summary>
    public static bool IsTerminal { get; } = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi;

    /// <summary>Whether a line of about 150 characters fits.</summary>
    public static bool IsWide => Fits(150);

    /// <summary>Whether a line of so many characters fits.</summary>
    public static bool Fits(int characters) => !IsTerminal || AnsiConsole.Profile.Width >= characters;

    static readonly IAnsiConsole Output = IsTerminal ? AnsiConsole.Console : Plainly();

    /// <summary>Prints a table. Cells are Spectre markup; a column whose name begins with &gt; stands to the right, and neither it nor one that begins with &lt; is ever broken.</summary>
    public static void Print(string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(IsTerminal ? TableBorder.Simple : TableBorder.None);
        foreach (var column in columns)
        {
            // Figures and ids are never broken; words are where there is no room.
            var isFigure = column.StartsWith('>');
            table.AddColumn(new TableColumn(column.TrimStart('>', '<')) { NoWrap = isFigure || column.StartsWith('<'), Alignment = isFigure ? Justify.Right : Justify.Left });
        }
        foreach (var row in rows)
            table.AddRow(row);
        Output.Write(table);
    }

    /// <summary>Prints a line of markup.</summary>
    public static void Line(string markup) => Output.MarkupLine(markup);

    /// <summary>
    /// Prints a line of markup about the work and not of the result: among the rest on a terminal, else to the standard error, so that a file holds the result alone and the same result is the
    /// same bytes.
    /// </summary>
    public static void Aside(string markup)
    {
        if (IsTerminal)
            Line(markup);
        else
            Console.Error.WriteLine(Markup.Remove(markup));
    }

    /// <summary>
    /// Text in which brackets are no markup, and control characters no commands to the terminal: they are shown as \u001B.
    /// </summary>
    public static string Plain(string? text) => Markup.Escape(Printable(text ?? ""));

    /// <summary>Text whose control characters are shown as \u001B.</summary>
    public static string Printable(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(letter => char.IsControl(letter) && letter != '\n' ? $"\\u{(int)letter:X4}" : $"{letter}"))
        : text;

    /// <summary>A file or a pipe gets no escape codes, whatever the environment promises.</summary>
    static IAnsiConsole Plainly()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = PlainWidth;
        return console;
    }
}
