using System.Text.RegularExpressions;
using Soccer.Csv;

namespace Soccer.Source.Replay;

/// <summary>What a column of a season's file may say about a match that has not been played.</summary>
public static partial class FixtureColumns
{
    static readonly HashSet<string> Known = ["Div", "Date", "Time", "HomeTeam", "AwayTeam", "Referee", "Bb1X2", "BbOU", "BbAH"];
    static readonly HashSet<string> Results = ["FTHG", "FTAG", "FTR", "HTHG", "HTAG", "HTR"];
    static readonly HashSet<string> Statistics =
    [
        "HS", "AS", "HST", "AST", "HHW", "AHW", "HC", "AC", "HF", "AF", "HFKC", "AFKC", "HO", "AO", "HY", "AY", "HR", "AR", "HBP", "ABP", "Attendance",
    ];

    /// <summary>Whether the column is in the list of fixtures at all. Result and closing columns are, blank; statistics and columns of an unknown kind are not.</summary>
    public static bool Listed(string column) => Filled(column) || Results.Contains(column) || Closing(column);

    /// <summary>Whether the column is known before the match: who, when, and opening odds. What is not recognised counts as not known.</summary>
    public static bool Filled(string column) =>
        Known.Contains(column) || (!Statistics.Contains(column) && !Results.Contains(column) && Odds().IsMatch(column) && !Closing(column));

    /// <summary>Whether the column has closing odds: a C between bookmaker and outcome. VC (VC Bet) is itself a bookmaker.</summary>
    public static bool Closing(string column) => column == "AHCh" || (ClosingOdds().IsMatch(column) && column is not ("VCH" or "VCD" or "VCA"));

    /// <summary>The main leagues' name of a column. Greek files to 2004/05 say HT and AT for the teams.</summary>
    public static string Name(string column) => Named(column, "HomeTeam", "AwayTeam");

    /// <summary>The new leagues' name of a column.</summary>
    public static string NewName(string column) => Named(column, "Home", "Away");

    static string Named(string column, string home, string away) =>
        Header.HomeTeam.Contains(column) ? home : Header.AwayTeam.Contains(column) ? away : column;

    [GeneratedRegex("^([A-Z0-9][A-Za-z0-9]*?(H|D|A|[<>]2\\.5|AH[HA]?)|(Bb)?AHh)$")]
    private static partial Regex Odds();

    [GeneratedRegex("^[A-Z0-9][A-Za-z0-9]*C(H|D|A|[<>]2\\.5|AH[HAh]?)$")]
    private static partial Regex ClosingOdds();
}
