namespace Soccer.Forecasting.Features;

/// <summary>A team's line in a table.</summary>
readonly record struct Standing(int Played, int Points, int GoalDifference)
{
    public Standing Add(int points, int goalDifference) => new(Played + 1, Points + points, GoalDifference + goalDifference);

    public bool IsAbove(Standing other) => Points != other.Points ? Points > other.Points : GoalDifference > other.GoalDifference;
}

/// <summary>One division's table in one season.</summary>
sealed class SeasonTable
{
    readonly Dictionary<long, Standing> teams = [];

    /// <summary>Most matches that a team has played: at the end of a season, its length.</summary>
    public int Length { get; private set; }

    /// <summary>Teams that have played.</summary>
    public int Teams => teams.Count;

    /// <summary>Every team's points, most first.</summary>
    public void SortedPoints(Span<int> points)
    {
        var at = 0;
        foreach (var standing in teams.Values)
            points[at++] = standing.Points;

        points.Sort(static (one, other) => other.CompareTo(one));
    }

    /// <summary>A team's line, empty where it has not played.</summary>
    public Standing Of(long team) => teams.GetValueOrDefault(team);

    /// <summary>One more than the teams above.</summary>
    public int PlaceOf(Standing standing)
    {
        var place = 1;
        foreach (var other in teams.Values)
            if (other.IsAbove(standing))
                place++;

        return place;
    }

    public void Learn(long home, long away, Score score)
    {
        var difference = score.Home - score.Away;
        Put(home, Of(home).Add(difference > 0 ? 3 : difference == 0 ? 1 : 0, difference));
        Put(away, Of(away).Add(difference < 0 ? 3 : difference == 0 ? 1 : 0, -difference));
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(teams.Count);
        foreach (var (team, standing) in teams.OrderBy(pair => pair.Key))
        {
            writer.Write(team);
            writer.Write(standing.Played);
            writer.Write(standing.Points);
            writer.Write(standing.GoalDifference);
        }
    }

    public static SeasonTable Load(BinaryReader reader)
    {
        var table = new SeasonTable();
        for (var left = reader.ReadInt32(); left > 0; left--)
            table.Put(reader.ReadInt64(), new(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()));

        return table;
    }

    void Put(long team, Standing standing)
    {
        teams[team] = standing;
        Length = Math.Max(Length, standing.Played);
    }
}
