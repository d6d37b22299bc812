namespace Soccer.Forecasting.Features;

/// <summary>
/// What a team still plays for: its distance in points from the places of its division that matter (<see cref="DivisionPlaces"/>), over the points it can still win. From −1 to 1 the
/// place can still be reached, or lost, by its own results; a team without such a place has nothing to play for. Missing in a division's first season, for a team that has not played
/// this season, and in tables of fewer than eight teams.
/// </summary>
public sealed class StakesFamily : IFeatureFamily
{
    const int FewestTeams = 8;
    const int Columns = 4;

    /// <summary>Further away than twice the points left is out of reach either way.</summary>
    const double Furthest = 2;

    /// <summary>How much further than out of reach still makes a difference between two teams: none.</summary>
    const double OutOfReach = 1.2;

    readonly SeasonTables tables = new();

    public string Name => "stakes";

    public IReadOnlyList<Feature> Features { get; } =
    [
        .. from side in (string[])["home", "away"]
           from feature in (Feature[])
           [
               new($"stakes_title_{side}", $"points that the {side} team lacks to lead, or less those by which it leads, over the points it can still win, -{Furthest} to {Furthest}"),
               new($"stakes_up_{side}", $"the same for the {side} team's nearest of the title and the places for Europe, promotion or play-offs"),
               new($"stakes_down_{side}", $"the same for the {side} team's nearest of the places above relegation: above 0 for a team that would go down"),
               new($"stakes_open_{side}", $"distance of the {side} team's nearest place that matters, 0 to {Furthest}: above 1 it has nothing to play for"),
           ]
           select feature,
        new("stakes_open_difference", $"the home team's distance from the nearest place that matters less the away team's, each at most {OutOfReach}"),
    ];

    public void Describe(Match match, Span<float> values)
    {
        values.Fill(float.NaN);
        if (tables.Find(match.Division, match.Season) is not { Teams: >= FewestTeams } table || tables.Find(match.Division, match.Season - 1) is not { } last)
            return;

        Span<int> points = stackalloc int[table.Teams];
        table.SortedPoints(points);
        var places = DivisionPlaces.Of(match.Division);
        Write(table.Of(match.Home), points, places, last.Length, values);
        Write(table.Of(match.Away), points, places, last.Length, values[Columns..]);
        values[2 * Columns] = (float)(Math.Min(OutOfReach, values[Columns - 1]) - Math.Min(OutOfReach, values[2 * Columns - 1]));
    }

    public void Learn(Match match) => tables.Learn(match);

    public void Save(BinaryWriter writer) => tables.Save(writer);

    public void Load(BinaryReader reader) => tables.Load(reader);

    static void Write(Standing standing, ReadOnlySpan<int> points, DivisionPlaces places, int length, Span<float> values)
    {
        if (standing.Played == 0)
            return;

        double left = 3 * Math.Max(1, length - standing.Played);
        var (up, down) = (double.PositiveInfinity, double.PositiveInfinity);
        foreach (var place in places.Up)
            up = Nearer(up, Lacking(standing.Points, points, place) / left);
        foreach (var place in places.Down)
            down = Nearer(down, Lacking(standing.Points, points, points.Length - place) / left);

        values[0] = Clamped(Lacking(standing.Points, points, 1) / left);
        values[1] = Clamped(up);
        values[2] = Clamped(down);
        values[3] = Clamped(Math.Abs(Nearer(up, down)));
    }

    // Points to the last team inside, or less those to the first team outside.
    static int Lacking(int own, ReadOnlySpan<int> points, int place)
    {
        var last = Math.Min(place, points.Length - 1);
        return own >= points[last - 1] ? points[last] - own : points[last - 1] - own;
    }

    static double Nearer(double one, double other) => Math.Abs(other) < Math.Abs(one) ? other : one;

    static float Clamped(double distance) => (float)Math.Clamp(distance, -Furthest, Furthest);
}
