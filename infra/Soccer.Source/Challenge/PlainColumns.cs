namespace Soccer.Source.Challenge;

/// <summary>Where a plain file's header has each field; −1 where it has none.</summary>
public sealed record PlainColumns(int Date, int League, int Season, int Home, int Away, int HomeGoals, int AwayGoals)
{
    // Of several spellings in one header the first here counts: HS is goals in the Soccer Prediction Challenges, and shots where FTHG is there too.
    static readonly string[] Dates = ["DATE", "MATCHDATE"], Leagues = ["LEAGUE", "LGE", "DIV", "DIVISION"], Seasons = ["SEASON", "SEA"];
    static readonly string[] Homes = ["HOME", "HOMETEAM", "HT"], Aways = ["AWAY", "AWAYTEAM", "AT"];
    static readonly string[] HomeGoalNames = ["FTHG", "HG", "HOMEGOALS", "HOMESCORE", "HS"], AwayGoalNames = ["FTAG", "AG", "AWAYGOALS", "AWAYSCORE", "AS"];

    /// <summary>The columns of a header, whatever the case of its letters, and with or without spaces and underscores in names. Columns of other names are not read.</summary>
    /// <param name="file">The file's name, for the message.</param>
    /// <param name="header">Its first row.</param>
    /// <param name="goals">Whether the file must have goals.</param>
    /// <exception cref="PlainFileException">A column is missing.</exception>
    public static PlainColumns Of(string file, string[] header, bool goals)
    {
        string[] names = [.. header.Select(name => name.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant())];
        var columns = new PlainColumns(At(Dates), At(Leagues), At(Seasons), At(Homes), At(Aways), At(HomeGoalNames), At(AwayGoalNames));
        (int Index, string[] Names)[] needed =
            [(columns.Date, Dates), (columns.League, Leagues), (columns.Home, Homes), (columns.Away, Aways), .. goals ? [(columns.HomeGoals, HomeGoalNames), (columns.AwayGoals, AwayGoalNames)] : Array.Empty<(int, string[])>()];
        string[] missing = [.. needed.Where(column => column.Index < 0).Select(column => string.Join(" or ", column.Names))];
        return missing.Length == 0
            ? columns
            : throw new PlainFileException($"{file}: the header '{string.Join(",", header)}' has no column {string.Join("; none ", missing)}. The first line names the columns: Date,League,Home,Away,HG,AG");

        int At(string[] spellings) => spellings.Select(name => Array.IndexOf(names, name)).FirstOrDefault(index => index >= 0, -1);
    }
}
