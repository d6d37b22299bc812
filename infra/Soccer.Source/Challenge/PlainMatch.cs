namespace Soccer.Source.Challenge;

/// <summary>A row of a plain file.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Date">The day.</param>
/// <param name="League">The league.</param>
/// <param name="LeagueName">What the file calls it.</param>
/// <param name="Season">The season's cell; empty where there is none.</param>
/// <param name="Home">The home team, single-spaced.</param>
/// <param name="Away">The away team.</param>
/// <param name="Goals">None of a match to come.</param>
public sealed record PlainMatch(int Line, DateOnly Date, League League, string LeagueName, string Season, string Home, string Away, (int Home, int Away)? Goals)
{
    /// <summary>What makes two rows one match: names count without regard to upper and lower case.</summary>
    public (string, DateOnly, string, string) Key => (League.Code, Date, Home.ToUpperInvariant(), Away.ToUpperInvariant());
}
