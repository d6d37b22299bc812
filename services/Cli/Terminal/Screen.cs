using Spectre.Console;

namespace Soccer.Cli.Terminal;

/// <summary>Tables and colours where somebody looks; plain lines where a file or a pipe does.</summary>
static class Screen
{
    const int PlainWidth = 400;

    /// <summary>Whether the output is a terminal.</summary>
    public static bool IsTerminal { get; } = Settle();

    /// <summary>Prints a table. Cells are Spectre markup.</summary>
    public static void Print(string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(IsTerminal ? TableBorder.Rounded : TableBorder.None);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column.TrimStart('>')) { NoWrap = true, Alignment = column.StartsWith('>') ? Justify.Right : Justify.Left });
        foreach (var row in rows)
            table.AddRow(row);
        if (!IsTerminal)
            AnsiConsole.Profile.Width = PlainWidth;
        AnsiConsole.Write(table);
    }

    /// <summary>Prints a line of markup.</summary>
    public static void Line(string markup)
    {
        if (!IsTerminal)
            AnsiConsole.Profile.Width = PlainWidth;
        AnsiConsole.MarkupLine(markup);
    }

    /// <summary>A file or a pipe gets no escape codes, whatever the environment promises.</summary>
    static bool Settle()
    {
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Capabilities.Ansi = false;
        return AnsiConsole.Profile.Capabilities.Ansi;
    }

    /// <summary>Text in which brackets are no markup.</summary>
    public static string Plain(string? text) => Markup.Escape(text ?? "");
}
