namespace Soccer.Forecasting.Features;

/// <summary>
/// The division's table of this season as it stood before the day: points, then goal difference; teams equal in both share a place. Deducted points and play-offs are not in it.
/// Missing for a team that has not played this season.
/// </summary>
public sealed class TableFamily : IFeatureFamily
{
    readonly SeasonTables tables = new();

    public string Name => "table";

    public IReadOnlyList<Feature> Features { get; } =
    [
        new("table_position_home", "place of the home team, 1 is first"),
        new("table_position_away", "place of the away team"),
        new("table_position_difference", "place of the away team less the home team's: positive where the home team is higher"),
        new("table_points_home", "points a match of the home team this season, 0 to 3"),
        new("table_points_away", "points a match of the away team this season"),
        new("table_points_difference", "points a match of the home team less the away team's"),
        new("table_goals_home", "goal difference a match of the home team this season"),
        new("table_goals_away", "goal difference a match of the away team this season"),
        new("table_goals_difference", "goal difference a match of the home team less the away team's"),
        new("season_stage_home", "share of the season's matches that the home team has played, by the length of last season; 0 to about 1"),
        new("season_stage_away", "share of the season's matches that the away team has played"),
    ];

    public void Describe(Match match, Span<float> values)
    {
        var table = tables.Find(match.Division, match.Season);
        var length = tables.Find(match.Division, match.Season - 1)?.Length ?? 0;
        Write(table, match.Home, length, values);
        Write(table, match.Away, length, values[1..]);
        values[2] = values[1] - values[0];
        values[5] = values[3] - values[4];
        values[8] = values[6] - values[7];
    }

    public void Learn(Match match) => tables.Learn(match);

    public void Save(BinaryWriter writer) => tables.Save(writer);

    public void Load(BinaryReader reader) => tables.Load(reader);

    // Fills every third of the first nine, and one of the last two, from the first.
    static void Write(SeasonTable? table, long team, int length, Span<float> values)
    {
        var standing = table?.Of(team) ?? default;
        values[0] = standing.Played > 0 ? table!.PlaceOf(standing) : float.NaN;
        values[3] = standing.Played > 0 ? (float)standing.Points / standing.Played : float.NaN;
        values[6] = standing.Played > 0 ? (float)standing.GoalDifference / standing.Played : float.NaN;
        values[9] = length > 0 ? (float)standing.Played / length : float.NaN;
    }
}
