namespace Soccer.Csv;

/// <summary>Whether bytes are the file of matches that their path says. A server may answer a missing file with a page or with a similar file.</summary>
public static class FileCheck
{
    static readonly string[] Home = ["HomeTeam", "HT", "Home"], Away = ["AwayTeam", "AT", "Away"];
    static readonly string[] HomeGoals = ["FTHG", "HG"], AwayGoals = ["FTAG", "AG"];

    /// <summary>Why the file can't be read, with what to do; null where it can, and for paths that hold no matches.</summary>
    public static string? Problem(string path, ReadOnlySpan<byte> bytes) =>
        SourceFile.Of(path) is not { } file ? null : CsvText.Problem(bytes) ?? ProblemOf(file, CsvText.Decode(bytes));

    /// <summary>Names of the columns without which a layout's rows can't be read; empty where all are there.</summary>
    public static IReadOnlyList<string> Missing(SourceLayout layout, Header header)
    {
        (string[] Names, string Shown)[] needed = [(["Date"], "Date"), (Home, "HomeTeam"), (Away, "AwayTeam"), .. layout switch
        {
            SourceLayout.Season => ((string[], string)[])[(["Div"], "Div"), (HomeGoals, "FTHG"), (AwayGoals, "FTAG")],
            SourceLayout.Country => [(["Country"], "Country"), (["Season"], "Season"), (HomeGoals, "HG"), (AwayGoals, "AG")],
            SourceLayout.Fixtures => [(["Div"], "Div")],
            _ => [(["Country"], "Country")],
        }];
        return [.. needed.Where(column => header.Find(column.Names) < 0).Select(column => column.Shown)];
    }

    static string? ProblemOf(SourceFile file, string text)
    {
        using var reader = new CsvReader(text);
        if (!reader.ReadHeader())
            return "the file is empty";
        var header = Header.Of(reader);
        if (Missing(file.Layout, header) is { Count: > 0 } missing)
            return $"the header has no column {string.Join(", ", missing)}";
        return RowProblem(file, reader, header.Find("Date"), header.Find("Div"));
    }

    /// <summary>A file is refused for its rows only where not a single one can be right.</summary>
    static string? RowProblem(SourceFile file, CsvReader reader, int date, int division)
    {
        string? otherDivision = null, badDate = null;
        var rows = 0;
        while (reader.Read())
        {
            if (reader.IsBlank)
                continue;
            rows++;
            var isOther = file.Layout == SourceLayout.Season && !reader[division].Equals(file.Division, StringComparison.OrdinalIgnoreCase);
            var isDated = DateCell.Read(reader[date]) is not null || DateCell.Read(reader[date], DateOrder.MonthFirst) is not null;
            if (!isOther && isDated)
                return null;
            if (isOther)
                otherDivision ??= reader[division].ToString();
            else
                badDate ??= reader[date].ToString();
        }
        return rows == 0 ? null
            : badDate is not null ? $"no row has a date that can be read, such as '{badDate}'; dd/mm/yyyy or yyyy-mm-dd is needed"
            : $"it holds division {otherDivision}, not {file.Division}: the source answered with another file";
    }
}
