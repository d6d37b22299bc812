using System.CommandLine;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Lists;

/// <summary>How a list is shown: options that every list has.</summary>
sealed class ListOptions
{
    const string StandardOutput = "-";

    readonly Option<bool> json = Options.Json();
    readonly Option<bool> wide = new("--wide") { Description = "Leave no column of the table out, however short the line is." };
    readonly Option<string?> columns;
    readonly Option<string?> csv;
    readonly Option<bool> bom = new("--bom") { Description = "Begin the file of --csv with a byte order mark, so that Excel reads it as UTF-8." };

    /// <param name="names">The columns' names, those that are left out last first.</param>
    /// <param name="csvHolds">What --csv writes without --columns.</param>
    public ListOptions(string names, string csvHolds)
    {
        columns = new("--columns")
        {
            Description = $"These columns, parted by commas, or all: these and every member of --json. There are {names}. What a short line has no room "
                + "for is left out from the end of that list.",
        };
        csv = new("--csv") { Description = $"Write {csvHolds} as CSV to this file, or to the standard output where it is -." };
    }

    /// <summary>All of them, for a verb.</summary>
    public IReadOnlyList<Option> All => [columns, wide, csv, bom, json];

    public bool IsJson(ParseResult parsed)
    {
        if (!parsed.GetValue(json))
            return false;
        if (parsed.GetValue(columns) is not null || parsed.GetValue(csv) is not null || parsed.GetValue(wide) || parsed.GetValue(bom))
            throw new ExitException(Exit.Usage, "--json prints the answer as it is: leave --columns, --wide, --csv and --bom out");
        return true;
    }

    public bool IsWide(ParseResult parsed)
    {
        if (!parsed.GetValue(wide))
            return false;
        if (parsed.GetValue(csv) is not null)
            throw new ExitException(Exit.Usage, "--wide is for tables, and a CSV has every column: leave it out");
        if (parsed.GetValue(columns) is not null)
            throw new ExitException(Exit.Usage, "--columns leaves no column out as it is: leave --wide out");
        return true;
    }

    /// <summary>The names of --columns; null if the list's own are meant.</summary>
    public IReadOnlyList<string>? Names(ParseResult parsed)
    {
        var names = parsed.GetValue(columns)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names is [])
            throw new ExitException(Exit.Usage, "--columns names no column: write such as id,status, or all");
        if (names?.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(name => name.Count() > 1) is { Key: var twice })
            throw new ExitException(Exit.Usage, $"--columns has '{twice}' twice: leave one out");
        return names;
    }

    /// <summary>Refuses options of a list if the verb shows one thing.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="thing">What it shows, such as one incident.</param>
    /// <param name="others">Options of the verb that are for its list, too; --json is not.</param>
    public void RefuseFor(ParseResult parsed, string thing, params Option[] others)
    {
        Option[] ofLists = [columns, wide, csv, bom, .. others];
        if (ofLists.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } option)
            throw new ExitException(Exit.Usage, $"{option.Name} is for lists, and this shows {thing}: leave it out");
    }

    /// <summary>Where the CSV goes; null if none is wanted.</summary>
    public string? Csv(ParseResult parsed)
    {
        if (parsed.GetValue(csv) is { } path)
        {
            if (path != StandardOutput)
                OutputFile.Check(csv.Name, path);
            return path;
        }
        return parsed.GetValue(bom)
            ? throw new ExitException(Exit.Usage, "--bom is for the file of --csv FILE: add it, or leave --bom out")
            : null;
    }

    /// <summary>Writes a CSV to its file or to the standard output.</summary>
    public async Task Write(ParseResult parsed, string path, string text, int rows, CancellationToken cancellation)
    {
        var content = (parsed.GetValue(bom) ? "\uFEFF" : "") + text;
        if (path == StandardOutput)
        {
            Console.Write(content);
            return;
        }
        await OutputFile.Write(csv.Name, path, content, cancellation);
        Screen.Aside(Screen.Plain($"{path}: {rows} {(rows == 1 ? "row" : "rows")}"));
    }
}
