using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>Pi-ratings (<see cref="PiRatings"/>). A team never seen starts at 0 in a top division, and half a goal lower for each level below.</summary>
public sealed class PiFamily : IFeatureFamily
{
    const double GoalsPerLevel = 0.5;

    static readonly PiRatings Rating = new();
    readonly StateTable<long> teams = StateTable.OfTeams(2);

    public string Name => "pi";

    public IReadOnlyList<Feature> Features { get; } =
    [
        new("pi_home", "pi-rating at home of the home team, goals above the average team on a flattened scale"),
        new("pi_away", "pi-rating away of the away team"),
        new("pi_expected_goal_difference", "home goals less away goals expected from the two pi-ratings"),
    ];

    public void Describe(Match match, Span<float> values)
    {
        var (home, away) = (Of(match.Home, match.Division), Of(match.Away, match.Division));
        values[0] = (float)home.Home;
        values[1] = (float)away.Away;
        values[2] = (float)PiRatings.ExpectedGoalDifference(home, away);
    }

    public void Learn(Match match)
    {
        var (home, away) = Rating.After(Of(match.Home, match.Division), Of(match.Away, match.Division), match.FullTime!.Value);
        Put(match.Home, home);
        Put(match.Away, away);
    }

    public void Save(BinaryWriter writer) => teams.Save(writer);

    public void Load(BinaryReader reader) => teams.Load(reader);

    PiRating Of(long team, string division)
    {
        if (teams.TryFind(team, out var row))
            return new(row[0], row[1]);

        var start = -GoalsPerLevel * (Levels.Of(division) - 1);
        return new(start, start);
    }

    void Put(long team, PiRating rating)
    {
        var row = teams.Of(team);
        (row[0], row[1]) = (rating.Home, rating.Away);
    }
}
