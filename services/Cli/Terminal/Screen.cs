using Spectre.Console;
using Spectre.Console.Rendering;

namespace Soccer.Cli.Terminal;

/// <summary>Tables and colours where somebody looks; plain lines where a file or a pipe does.</summary>
static class Screen
{
    /// <summary>So wide that no line of a file is ever broken, where COLUMNS says nothing.</summary>
    const int PlainWidth = 1000;

    /// <summary>Characters of a label.</summary>
    const int LabelWidth = 12;

    /// <summary>Whether the output is a terminal.</summary>
    public static bool IsTerminal { get; } = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi;

    /// <summary>Characters of a line: those of the terminal; for a file or a pipe those of COLUMNS, or no limit.</summary>
    public static int Width => IsTerminal
        ? AnsiConsole.Profile.Width
        : int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns > 0 ? columns : PlainWidth;

    /// <summary>Characters that a text takes of a line.</summary>
    public static int WidthOf(string text) => text.GetCellWidth();

    /// <summary>
    /// Prints a table. Cells are Spectre markup; they are broken between words only where they are wider than their column.
    /// </summary>
    public static void Print(IReadOnlyList<Head> heads, IEnumerable<string[]> rows)
    {
        var table = new Table().NoBorder();
        foreach (var (place, head) in heads.Index())
        {
            table.AddColumn(new TableColumn($"[bold]{Plain(head.Title)}[/]")
            {
                Width = head.Width,
                Alignment = head.IsFigure ? Justify.Right : Justify.Left,
                Padding = new Padding(0, 0, place < heads.Count - 1 ? Lists.ColumnFit.Gap : 0, 0),
            });
        }
        foreach (var row in rows)
            table.AddRow(row.Select(Renderable));
        Output(int.Max(Width, Lists.ColumnFit.WidthOf([.. heads.Select(head => head.Width)]))).Write(table);
    }

    /// <summary>Prints a label and markup beside it, which stays beside it if it is broken over lines.</summary>
    public static void Entry(string label, string markup)
    {
        var output = Output();
        // No wider than its text: a file would get blanks up to the end of the line.
        var width = int.Clamp(WidthOf(Markup.Remove(markup)), 1, int.Max(1, output.Profile.Width - LabelWidth));
        var grid = new Grid();
        grid.AddColumn(new GridColumn { Width = LabelWidth, NoWrap = true, Padding = new Padding(0, 0, 0, 0) });
        grid.AddColumn(new GridColumn { Width = width, Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(Renderable(Plain(label)), Renderable(markup));
        output.Write(grid);
    }

    /// <summary>Prints a line of markup.</summary>
    public static void Line(string markup) => Output().Write(Renderable($"{markup}\n"));

    /// <summary>
    /// Prints a line of markup about the work and not of the result: among the rest on a terminal, else to the standard error, so that a
    /// file holds the result alone and the same result is the
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

    /// <summary>
    /// Text as one piece if it has no style: markup with an escaped bracket is several, and a line may end behind the bracket.
    /// </summary>
    static IRenderable Renderable(string markup)
    {
        var text = Markup.Remove(markup);
        return Markup.Escape(text) == markup ? new Text(text) : new Markup(markup);
    }

    /// <summary>A file or a pipe gets no escape codes, whatever the environment promises.</summary>
    static IAnsiConsole Output(int? width = null)
    {
        if (IsTerminal && width is null)
            return AnsiConsole.Console;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(Console.Out),
        });
        console.Profile.Width = width ?? Width;
        return console;
    }
}
