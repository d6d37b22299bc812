namespace Soccer.Forecasting.Features;

/// <summary>Days since a team's last league match. The source has no cup matches, so a midweek in Europe is not seen.</summary>
public sealed class RestFamily : IFeatureFamily
{
    /// <summary>Longer than this is rested; how much longer (a winter break, a summer) says nothing more.</summary>
    const int MostDays = 15;

    // A row: the day number of the last match.
    readonly StateTable<long> teams = StateTable.OfTeams(1);

    public string Name => "rest";

    public IReadOnlyList<Feature> Features { get; } =
    [
        new("rest_home", $"days since the home team's last league match, at most {MostDays}"),
        new("rest_away", $"days since the away team's last league match, at most {MostDays}"),
        new("rest_difference", "the home team's days of rest less the away team's"),
    ];

    public void Describe(Match match, Span<float> values)
    {
        values[0] = Days(match.Home, match.Date);
        values[1] = Days(match.Away, match.Date);
        values[2] = values[0] - values[1];
    }

    public void Learn(Match match)
    {
        teams.Of(match.Home)[0] = match.Date.DayNumber;
        teams.Of(match.Away)[0] = match.Date.DayNumber;
    }

    public void Save(BinaryWriter writer) => teams.Save(writer);

    public void Load(BinaryReader reader) => teams.Load(reader);

    float Days(long team, DateOnly day) => teams.TryFind(team, out var row) ? Math.Min(MostDays, day.DayNumber - (float)row[0]) : float.NaN;
}
