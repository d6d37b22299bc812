namespace Soccer.Forecasting.Features;

/// <summary>
/// What a team still plays for: its distance in points from a place in the table that matters somewhere, over the points it can still win. From −1 to 1 the place can still be
/// reached, or lost, by its own results. Missing in a division's first season, for a team that has not played this season, and in tables of fewer than eight teams.
/// </summary>
public sealed class StakesFamily : IFeatureFamily
{
    const int FewestTeams = 8;

    /// <summary>Further away than twice the points left is out of reach either way.</summary>
    const double Furthest = 2;

    static readonly (string Name, string Meaning, Index Place)[] Lines =
    [
        ("title", "the leader", 0),
        ("third", "the third place", 2),
        ("sixth", "the sixth place", 5),
        ("drop", "the third last place", ^3),
    ];

    readonly SeasonTables tables = new();

    public string Name => "stakes";

    public IReadOnlyList<Feature> Features { get; } =
    [
        .. from side in (string[])["home", "away"]
           from line in Lines
           select new Feature($"stakes_{line.Name}_{side}", $"points of {line.Meaning} less the {side} team's, over the points it can still win, -{Furthest} to {Furthest}"),
    ];

    public void Describe(Match match, Span<float> values)
    {
        values.Fill(float.NaN);
        if (tables.Find(match.Division, match.Season) is not { Teams: >= FewestTeams } table || tables.Find(match.Division, match.Season - 1) is not { } last)
            return;

        Span<int> points = stackalloc int[table.Teams];
        table.SortedPoints(points);
        Write(table.Of(match.Home), points, last.Length, values);
        Write(table.Of(match.Away), points, last.Length, values[Lines.Length..]);
    }

    public void Learn(Match match) => tables.Learn(match);

    public void Save(BinaryWriter writer) => tables.Save(writer);

    public void Load(BinaryReader reader) => tables.Load(reader);

    static void Write(Standing standing, ReadOnlySpan<int> points, int length, Span<float> values)
    {
        if (standing.Played == 0)
            return;

        double left = 3 * Math.Max(1, length - standing.Played);
        for (var i = 0; i < Lines.Length; i++)
            values[i] = (float)Math.Clamp((points[Lines[i].Place] - standing.Points) / left, -Furthest, Furthest);
    }
}
