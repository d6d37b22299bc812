using Soccer.Forecasting;

namespace Soccer.Csv;

/// <summary>
/// Whether bytes are the file of matches that their path says. A server may answer a missing file with a page or with a similar file.
/// </summary>
public static class FileCheck
{
    /// <summary>What is wrong with a file whose dates have two orders.</summary>
    public const string MixedDates = "it has dates with the day first and dates with the month first; write all as yyyy-mm-dd";

    /// <summary>Why the file can't be read, with what to do; null where it can, and for paths that hold no matches.</summary>
    public static string? Problem(string path, ReadOnlySpan<byte> bytes)
    {
        if (SourceFile.Of(path) is not { } file)
            return null;
        // In summer there is nothing to list.
        if (CsvText.Problem(bytes) is { } problem)
            return file.IsFixtures && problem == CsvText.Empty ? null : problem;
        try
        {
            return ProblemOf(file, CsvText.Decode(bytes));
        }
        catch (NotSupportedException error)
        {
            // A limit of Sep's: a line of 16 million characters.
            return error.Message;
        }
    }

    /// <summary>Names of the columns without which a layout's rows can't be read; empty where all are there.</summary>
    public static IReadOnlyList<string> Missing(SourceLayout layout, Header header)
    {
        (string[] Names, string Shown)[] needed =
            [(["Date"], "Date"), (Header.HomeTeam, "HomeTeam"), (Header.AwayTeam, "AwayTeam"), .. layout switch
        {
            SourceLayout.Season => ((string[], string)[])[(["Div"], "Div"), (Header.HomeGoals, "FTHG"), (Header.AwayGoals, "FTAG")],
            SourceLayout.Country => [(["Country"], "Country"), (["Season"], "Season"), (Header.HomeGoals, "HG"), (Header.AwayGoals, "AG")],
            SourceLayout.Fixtures => [(["Div"], "Div")],
            _ => [(["Country"], "Country")],
        }];
        return [.. needed.Where(column => header.Find(column.Names) < 0).Select(column => column.Shown)];
    }

    static string? ProblemOf(SourceFile file, string text)
    {
        using var reader = new CsvReader(text);
        if (!reader.ReadHeader())
            return file.IsFixtures ? null : CsvText.Empty;
        var header = Header.Of(reader);
        if (Missing(file.Layout, header) is { Count: > 0 } missing)
            return $"the header has no column {string.Join(", ", missing)}";
        return RowProblem(file, reader, header) ?? OrderProblem(text, header.Find("Date"));
    }

    /// <summary>A file is refused for its rows only where not a single one can be right.</summary>
    static string? RowProblem(SourceFile file, CsvReader reader, Header header)
    {
        var (date, division, country) = (header.Find("Date"), header.Find("Div"), header.Find("Country"));
        string? first = null;
        while (reader.Read())
        {
            if (reader.IsBlank)
                continue;
            if (Problem(file, reader[date], division < 0 ? [] : reader[division], country < 0 ? [] : reader[country]) is not { } problem)
                return null;
            first ??= problem;
        }
        return first;
    }

    static string? Problem(SourceFile file, ReadOnlySpan<char> date, ReadOnlySpan<char> division, ReadOnlySpan<char> country)
    {
        if (file.Layout == SourceLayout.Season && !division.Equals(file.Division, StringComparison.OrdinalIgnoreCase))
            return $"it holds division {division}, not {file.Division}: the source answered with another file";
        var published = file.Layout == SourceLayout.Country ? Division.Find(file.Code) : null;
        if (published is not null && !country.Equals(published.Country, StringComparison.OrdinalIgnoreCase))
            return $"it holds country {country}, not {published.Country}: the source answered with another file";
        var (day, other) = (DateCell.Read(date), DateCell.Read(date, DateOrder.MonthFirst));
        if (day is null && other is null)
            return $"no row has a date that can be read, such as '{date}'; dd/mm/yyyy or yyyy-mm-dd is needed";
        return file.Layout == SourceLayout.Season && !IsInSeason(day) && !IsInSeason(other)
            ? $"no row has a date in the season of {file.Season}, such as '{date}': the source answered with another file"
            : null;

        bool IsInSeason(DateOnly? date) => date is { } known && SeasonDays.Contains(file.Season, spansTwoYears: true, known);
    }

    static string? OrderProblem(string text, int column) => DateCell.OrderOf(Cells(text, column)) == DateOrder.Mixed
        ? MixedDates
        : null;

    /// <summary>The cells of a column, header left out.</summary>
    public static IEnumerable<string> Cells(string text, int column)
    {
        using var reader = new CsvReader(text);
        for (reader.ReadHeader(); reader.Read();)
        {
            if (!reader.IsBlank)
                yield return reader[column].ToString();
        }
    }
}
