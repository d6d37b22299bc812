namespace Soccer.Source.Site;

/// <summary>The site's plain texts.</summary>
public static class Notes
{
    /// <summary>robots.txt: everything but the controls may be read.</summary>
    public const string Robots = "User-agent: *\r\nDisallow: /-/\r\n";

    /// <summary>notes.txt: the key to the columns.</summary>
    public static string Key { get; } =
        """
        Key to the data files

        Div = league division
        Date = match date (dd/mm/yy or dd/mm/yyyy), Time = kick-off, UK time
        HomeTeam, AwayTeam (new leagues: Home, Away)
        FTHG, FTAG, FTR = full-time goals and result, H, D or A (new leagues: HG, AG, Res)
        HTHG, HTAG, HTR = the same at half time
        HS, AS shots; HST, AST on target; HC, AC corners; HF, AF fouls; HY, AY yellow cards; HR, AR red cards
        <bookmaker>H, D, A = match odds, collected on Friday or Tuesday afternoons
        <bookmaker>>2.5, <2.5 = total goals; AHh = size of the Asian handicap (home side), <bookmaker>AHH, AHA = its odds
        BbMx, BbAv (to 2018/19), Max, Avg (after) = best and mean odds over bookmakers
        A C after the bookmaker = closing odds: PSCH, B365C>2.5, AHCh

        """.ReplaceLineEndings("\r\n");
}
