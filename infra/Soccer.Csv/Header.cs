namespace Soccer.Csv;

/// <summary>
/// Where a file has each column, by the name that football-data.co.uk gives it, whatever the case of its letters and with or without spaces
/// and underscores: home_team is HomeTeam, b365h is B365H.
/// </summary>
public sealed class Header
{
    /// <summary>The publisher's names of one field in its several layouts.</summary>
    public static readonly string[] HomeTeam = ["HomeTeam", "HT", "Home"], AwayTeam = ["AwayTeam", "AT", "Away"],
        HomeGoals = ["FTHG", "HG"], AwayGoals = ["FTAG", "AG"];

    static readonly string[] Names =
    [
        "Div", "Country", "League", "Season", "Date", "Time", "HomeTeam", "HT", "Home", "AwayTeam", "AT", "Away",
        "FTHG", "HG", "FTAG", "AG", "FTR", "Res", "HTHG", "HTAG", "HTR", "Referee", "Attendance",
        "Bb1X2", "BbOU", "BbAH", "BbAHh", "AHh", "AHCh",
        "HS", "AS", "HST", "AST", "HC", "AC", "HF", "AF", "HY", "AY", "HR", "AR", "HHW", "AHW", "HO", "AO", "HFKC", "AFKC", "HBP", "ABP",
    ];

    static readonly Dictionary<string, string> ByKey = Names.ToDictionary(Key);
    static readonly string[] Prices = ["AHH", "AHA", ">2.5", "<2.5", "H", "D", "A"];

    // Bookmakers of the files so far, by their codes in capitals. One that the publisher adds is read as it is written.
    static readonly Dictionary<string, string> Bookmakers = new[]
    {
        "1XB", "B365", "BF", "BFD", "BFE", "BMGM", "BS", "BV", "BW", "CL", "GB", "IW", "LB", "P", "PS", "SB", "SJ", "SO", "SY", "VC", "WH",
        "BbAv", "BbMx", "Max", "Avg",
    }.SelectMany(code => new[] { code, code + "C" }).ToDictionary(code => code.ToUpperInvariant());

    readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    Header()
    {
    }

    /// <summary>Columns by name. Of a name that comes twice the first counts; cells without a name are none.</summary>
    public IReadOnlyDictionary<string, int> Columns => columns;

    /// <summary>The header in the row at which a reader stands.</summary>
    public static Header Of(CsvReader row)
    {
        var header = new Header();
        for (var index = 0; index < row.Count; index++)
        {
            if (!row[index].IsEmpty)
                header.columns.TryAdd(Canonical(row[index].ToString()), index);
        }
        return header;
    }

    /// <summary>The column of the first of some names that is there; −1 where none is.</summary>
    public int Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (columns.TryGetValue(name, out var index))
                return index;
        }
        return -1;
    }

    /// <summary>The publisher's spelling of a name; a name that is none of the publisher's stays.</summary>
    public static string Canonical(string name)
    {
        var key = Key(name);
        if (ByKey.TryGetValue(key, out var known))
            return known;
        if (name.Contains('_') || name.Contains(' '))
            return name;
        foreach (var price in Prices)
        {
            if (key.EndsWith(price, StringComparison.Ordinal) && Bookmakers.TryGetValue(key[..^price.Length], out var bookmaker))
                return bookmaker + price;
        }
        return name;
    }

    /// <summary>A name in capitals, without spaces and underscores: what counts when names are compared.</summary>
    public static string Key(string name) =>
        name.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
}
