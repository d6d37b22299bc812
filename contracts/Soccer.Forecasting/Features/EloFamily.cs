using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>
/// Elo ratings by goals (<see cref="Elo"/>). The difference is told in square too, with its sign and without: a start that is linear in its features can then bend towards
/// favourites, and away from draws where the teams are unequal. A team is known within its country, so one that comes up or goes down keeps its rating; one never seen starts by its division's level.
/// </summary>
public sealed class EloFamily : IFeatureFamily
{
    static readonly Elo Rating = new();
    readonly StateTable<long> teams = StateTable.OfTeams(1);

    public string Name => "elo";

    public IReadOnlyList<Feature> Features { get; } =
    [
        new("elo_home", "Elo rating of the home team, points around 1350 in a top division"),
        new("elo_away", "Elo rating of the away team"),
        new("elo_difference", "Elo rating of the home team less the away team's, without home advantage"),
        new("elo_signed_square_difference", "the square of a hundredth of elo_difference, with its sign"),
        new("elo_square_difference", "the square of a hundredth of elo_difference"),
    ];

    public void Describe(Match match, Span<float> values)
    {
        var (home, away) = (Of(match.Home, match.Division), Of(match.Away, match.Division));
        values[0] = (float)home;
        values[1] = (float)away;
        values[2] = (float)(home - away);
        var hundreds = (home - away) / 100;
        values[3] = (float)(hundreds * Math.Abs(hundreds));
        values[4] = (float)(hundreds * hundreds);
    }

    public void Learn(Match match)
    {
        var (home, away) = (Of(match.Home, match.Division), Of(match.Away, match.Division));
        var gain = Rating.Gain(home, away, match.FullTime!.Value);
        teams.Of(match.Home)[0] = home + gain;
        teams.Of(match.Away)[0] = away - gain;
    }

    public void Save(BinaryWriter writer) => teams.Save(writer);

    public void Load(BinaryReader reader) => teams.Load(reader);

    double Of(long team, string division) => teams.TryFind(team, out var row) ? row[0] : Elo.Start(Levels.Of(division));
}
