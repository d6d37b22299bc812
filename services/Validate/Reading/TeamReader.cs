using Soccer.Forecasting;
using Soccer.Validate.Matching;

namespace Soccer.Validate.Reading;

/// <summary>
/// Reads the team names of one file. A file repeats a few names thousands of times, so each is normalised, looked up and hashed once.
/// </summary>
public sealed class TeamReader
{
    readonly Dictionary<string, Dictionary<string, Team>> teams = [];

    /// <summary>The team of a cell, or none where it is empty.</summary>
    public Team? Read(string country, ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty)
            return null;
        if (!teams.TryGetValue(country, out var known))
            teams[country] = known = new Dictionary<string, Team>(StringComparer.Ordinal);
        var byCell = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!byCell.TryGetValue(cell, out var team))
            byCell[cell] = team = Team.Of(country, TeamName.Normalise(cell.ToString()));
        return team;
    }
}
