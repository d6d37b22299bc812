using System.CommandLine;
using System.Text.Json;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Lists;

/// <summary>A list that a verb prints as a table that fits the line, as CSV, or as the JSON that the Api answered.</summary>
sealed class Listing<T> where T : class
{
    readonly Column<T>[] columns;
    readonly ListOptions options;

    Listing(Column<T>[] columns, ListOptions options) => (this.columns, this.options) = (columns, options);

    /// <param name="columns">From left to right.</param>
    /// <param name="csvHolds">What --csv writes without --columns.</param>
    public Listing(Column<T>[] columns, string csvHolds = "the list")
    {
        this.columns = columns;
        options = new(string.Join(", ", Named(columns).Select(column => column.Name)), csvHolds);
    }

    /// <summary>The options of the verb.</summary>
    public IReadOnlyList<Option> Options => options.All;

    /// <summary>Whether a table is meant, and neither JSON nor a CSV.</summary>
    public bool IsTable(ParseResult parsed)
    {
        var (isJson, file) = (options.IsJson(parsed), options.Csv(parsed));
        // Refused before the Api is asked, too.
        _ = (options.IsWide(parsed), options.Names(parsed));
        return !isJson && file is null;
    }

    public bool IsJson(ParseResult parsed) => options.IsJson(parsed);

    public bool IsWide(ParseResult parsed) => options.IsWide(parsed);

    /// <inheritdoc cref="ListOptions.RefuseFor"/>
    public void RefuseFor(ParseResult parsed, string thing, params Option[] others) => options.RefuseFor(parsed, thing, others);

    /// <summary>Another list that the same verb prints, with the same options.</summary>
    public Listing<TOther> And<TOther>(Column<TOther>[] others) where TOther : class => new(others, options);

    /// <summary>Shows an answer of the Api as the options say.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="member">The member that is the list.</param>
    /// <param name="cancellation">Ends the writing of a file.</param>
    /// <param name="limit">How many items were asked for; null if the answer is never cut.</param>
    /// <param name="legend">What the heads mean, below a table; null if they need no words.</param>
    /// <returns>The items if a table was meant, which is printed unless there are none; else null.</returns>
    public async Task<IReadOnlyList<T>?> Show(
        ParseResult parsed, string answer, string member, CancellationToken cancellation, ListLimit? limit = null, Legend? legend = null)
    {
        using var document = JsonDocument.Parse(answer);
        JsonElement[] items = [.. document.RootElement.GetProperty(member).EnumerateArray()];
        var isJson = options.IsJson(parsed);
        if (isJson)
            Console.WriteLine(answer);
        var shown = isJson ? null : await Show(parsed, items, cancellation, legend: legend);
        limit?.Remark(parsed, items.Length, isTable: shown is not null);
        return shown;
    }

    /// <summary>Shows items as the options say, without --json.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="items">The items.</param>
    /// <param name="cancellation">Ends the writing of a file.</param>
    /// <param name="csvShape">The CSV if --columns is left out; null for the columns of the list.</param>
    /// <param name="columnsNow">The columns if they depend on the command line, with the same names.</param>
    /// <param name="legend">What the heads mean, below a table; null if they need no words.</param>
    /// <returns>The items if a table was meant, which is printed unless there are none; else null.</returns>
    public async Task<IReadOnlyList<T>?> Show(
        ParseResult parsed, IReadOnlyList<JsonElement> items, CancellationToken cancellation,
        Func<IReadOnlyList<T>, string>? csvShape = null, Column<T>[]? columnsNow = null, Legend? legend = null)
    {
        IReadOnlyList<Row> rows = [.. items.Select(item => new Row(item.Deserialize<T>(JsonSerializerOptions.Web)!, item))];
        IReadOnlyList<T> list = [.. rows.Select(row => row.Item)];
        var names = options.Names(parsed);
        var chosen = Chosen(columnsNow ?? columns, names, rows);
        if (options.Csv(parsed) is { } file)
        {
            var text = names is null && csvShape is not null
                ? csvShape(list)
                : Csv.Of([.. chosen.Select(column => column.Name)], rows.Select(row => chosen.Select(column => column.Value(row))));
            await options.Write(parsed, file, text, rows.Count, cancellation);
            return null;
        }
        if (rows.Count > 0)
        {
            var shown = Table.Print(chosen, rows, isWide: options.IsWide(parsed));
            legend?.Print(shown);
        }
        return list;
    }

    /// <summary>The columns that the names choose, in their order.</summary>
    /// <exception cref="ExitException">There is no such column.</exception>
    static IReadOnlyList<Column<Row>> Chosen(Column<T>[] columns, IReadOnlyList<string>? names, IReadOnlyList<Row> rows)
    {
        Column<Row>[] own = [.. columns.Select(OfRow)];
        if (names is null)
            return [.. own.Where(column => !column.IsHidden)];
        Column<Row>[] every = [.. JsonMembers.ColumnsOf([.. rows.Select(row => row.Json)]).Select(OfRow)];
        if (names is ["all"])
            return [.. every, .. own.ExceptBy(every.Select(column => column.Name), column => column.Name)];
        var there = Named(own).Concat(every).Select(column => column.Name).Distinct(StringComparer.OrdinalIgnoreCase).Append("all").ToList();
        return [.. names.Select(name => own.Concat(every).FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            // Which members an empty list would have had is unknown.
            ?? (rows.Count == 0 ? new Column<Row>(name, name, _ => null) : null)
            ?? throw new ExitException(
                Exit.Usage, $"--columns '{name}': {(Nearest.To(name, there) is { } near ? $"did you mean '{near}'? There" : "there")} are {string.Join(", ", there)}"))
            .Select(column => column with { Rank = 0 })];
    }

    /// <summary>
    /// In the order in which help and errors name them: those that are left out last first, then those that only --columns shows.
    /// </summary>
    static IEnumerable<Column<TItem>> Named<TItem>(IEnumerable<Column<TItem>> columns) =>
        columns.OrderBy(column => column.IsHidden).ThenBy(column => column.Rank);

    static Column<Row> OfRow(Column<T> column) => new(column.Name, column.Title, row => column.Value(row.Item))
    {
        Rank = column.Rank,
        Group = column.Group,
        Format = column.Format,
        Wraps = column.Wraps,
        IsId = column.IsId,
        LeastId = column.LeastId,
        IsHidden = column.IsHidden,
        Text = column.Text is { } text ? row => text(row.Item) : null,
        Colour = column.Colour is { } colour ? row => colour(row.Item) : null,
    };

    static Column<Row> OfRow(Column<JsonElement> column) => new(column.Name, column.Title, row => column.Value(row.Json)) { Wraps = column.Wraps };

    /// <summary>An item, as it is shown and as the Api answered it.</summary>
    sealed record Row(T Item, JsonElement Json);
}
