namespace Soccer.Forecasting.Features;

/// <summary>Where a team comes from: its level last season against this one's, and how often it has been seen.</summary>
public sealed class PromotionFamily : IFeatureFamily
{
    /// <summary>More matches than this make a team no better known; a cap also keeps the figure from telling the year.</summary>
    const int MostMatches = 60;

    // A row: the season of the last match, its level, the level of the season before that one (0 for none), matches seen.
    readonly StateTable<long> teams = StateTable.OfTeams(4);

    public string Name => "promotion";

    public IReadOnlyList<Feature> Features { get; } =
    [
        new("promotion_home", "levels that the home team has come up since last season: 1 promoted, 0 stayed, -1 relegated"),
        new("promotion_away", "levels that the away team has come up since last season"),
        new("promotion_difference", "the home team's rise in levels less the away team's"),
        new("matches_seen_home", $"league matches of the home team seen so far, at most {MostMatches}"),
        new("matches_seen_away", $"league matches of the away team seen so far, at most {MostMatches}"),
    ];

    public void Describe(Match match, Span<float> values)
    {
        (values[0], values[3]) = Of(match.Home, match);
        (values[1], values[4]) = Of(match.Away, match);
        values[2] = values[0] - values[1];
    }

    public void Learn(Match match)
    {
        Learn(teams.Of(match.Home), match);
        Learn(teams.Of(match.Away), match);
    }

    public void Save(BinaryWriter writer) => teams.Save(writer);

    public void Load(BinaryReader reader) => teams.Load(reader);

    (float Rise, float Matches) Of(long team, Match match)
    {
        if (!teams.TryFind(team, out var row))
            return (float.NaN, 0);

        var last = match.Season > row[0] ? row[1] : row[2];
        return (last == 0 ? float.NaN : (float)(last - Levels.Of(match.Division)), Math.Min(MostMatches, (float)row[3]));
    }

    static void Learn(double[] row, Match match)
    {
        if (match.Season > row[0])
            (row[0], row[2]) = (match.Season, row[1]);

        row[1] = Levels.Of(match.Division);
        row[3]++;
    }
}
