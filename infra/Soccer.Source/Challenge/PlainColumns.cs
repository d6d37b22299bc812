using Soccer.Csv;

namespace Soccer.Source.Challenge;

/// <summary>Where a plain file's header has each field; −1 where it has none.</summary>
/// <param name="Score">Both goals in one cell: 2-1.</param>
/// <param name="Result">H, D or A.</param>
public sealed record PlainColumns(
    int Date, int Country, int League, int Season, int Home, int Away, int HomeGoals, int AwayGoals, int Score, int Result)
{
    // Of several spellings in one header the first here counts: HT is the home team only where nothing else is.
    static readonly string[] Dates = ["DATE", "MATCHDATE"], Countries = ["COUNTRY", "NATION"], Seasons = ["SEASON", "SEA"];
    static readonly string[] Leagues = ["LEAGUE", "LGE", "DIV", "DIVISION", "COMPETITION"], Tournaments = ["TOURNAMENT"];
    static readonly string[] Homes = ["HOME", "HOMETEAM", "TEAM1", "HT"];
    static readonly string[] Aways = ["AWAY", "AWAYTEAM", "VISITOR", "VISITORTEAM", "TEAM2", "AT"];
    static readonly string[] HomeGoalNames = ["FTHG", "HG", "HGOAL", "HOMEGOALS", "HOMESCORE", "FTHOME"];
    static readonly string[] AwayGoalNames =
        ["FTAG", "AG", "VGOAL", "AGOAL", "AWAYGOALS", "AWAYSCORE", "VISITORGOALS", "VISITORSCORE", "FTAWAY"];
    static readonly string[] Scores = ["FT", "SCORE", "FTSCORE", "FULLTIME"], Results = ["FTR", "RES", "RESULT"];

    // Goals in the Soccer Prediction Challenges, shots in football-data.co.uk's files.
    const string HomeGoalsOrShots = "HS", AwayGoalsOrShots = "AS";

    /// <summary>Whether the goals stand in columns that many files use for shots.</summary>
    public bool GoalsMayBeShots { get; private init; }

    /// <summary>
    /// The columns of a header, whatever the case of its letters, and with or without spaces and underscores in names. Columns of other
    /// names are not read.
    /// </summary>
    /// <param name="file">The file's name, for the message.</param>
    /// <param name="row">A reader at the header.</param>
    /// <param name="goals">Whether the file must have goals.</param>
    /// <exception cref="PlainFileException">A column is missing.</exception>
    public static PlainColumns Of(string file, CsvReader row, bool goals)
    {
        var names = new string[row.Count];
        for (var at = 0; at < names.Length; at++)
            names[at] = Header.Key(row[at].ToString());
        var (league, tournament) = (At(Leagues), At(Tournaments));
        // Of international matches the country is where they were played.
        var country = league < 0 && tournament >= 0 ? -1 : At(Countries);
        var columns = new PlainColumns(
            At(Dates), country, league < 0 ? tournament : league, At(Seasons), At(Homes), At(Aways), At(HomeGoalNames), At(AwayGoalNames),
            At(Scores), At(Results));
        if (columns is { HomeGoals: < 0, AwayGoals: < 0, Score: < 0 })
            columns = columns with { HomeGoals = At([HomeGoalsOrShots]), AwayGoals = At([AwayGoalsOrShots]), GoalsMayBeShots = true };
        (bool IsThere, string[] Names)[] needed =
        [
            (columns.Date >= 0, Dates), (columns.League >= 0, [.. Leagues, .. Tournaments]), (columns.Home >= 0, Homes),
            (columns.Away >= 0, Aways),
            (!goals || columns.HomeGoals >= 0 || columns.Score >= 0, HomeGoalNames),
            (!goals || columns.AwayGoals >= 0 || columns.Score >= 0, AwayGoalNames),
        ];
        string[] missing = [.. needed.Where(column => !column.IsThere).Select(column => string.Join(" or ", column.Names))];
        return missing.Length == 0
            ? columns
            : throw new PlainFileException(
                $"{file}: the header '{row.Raw}' has no column {string.Join("; none ", missing)}. {PlainFile.Example}");

        int At(string[] spellings) => spellings.Select(name => Array.IndexOf(names, name)).FirstOrDefault(index => index >= 0, -1);
    }
}
