using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>
/// Generalised attacking performance ratings in one statistic (<see cref="GapRatings"/>). A team never seen starts at the division's means so far. Missing for a team of which the
/// statistic was never seen.
/// </summary>
public sealed class GapFamily(Statistic statistic) : IFeatureFamily
{
    static readonly GapRatings Rating = new();
    readonly StateTable<long> teams = StateTable.OfTeams(4);
    readonly DivisionMeans means = new(statistic);

    public string Name { get; } = $"{Statistics.NameOf(statistic)}_gap";

    public IReadOnlyList<Feature> Features { get; } =
    [
        new($"{Statistics.NameOf(statistic)}_gap_difference", $"{Statistics.WordOf(statistic)} expected of the home team less those of the away team, by GAP ratings"),
        new($"{Statistics.NameOf(statistic)}_gap_home", $"{Statistics.WordOf(statistic)} expected of the home team, by GAP ratings"),
        new($"{Statistics.NameOf(statistic)}_gap_away", $"{Statistics.WordOf(statistic)} expected of the away team, by GAP ratings"),
    ];

    public void Describe(Match match, Span<float> values)
    {
        values.Fill(float.NaN);
        if (!teams.TryFind(match.Home, out var homeRow) || !teams.TryFind(match.Away, out var awayRow))
            return;

        var (home, away) = (Read(homeRow), Read(awayRow));
        var (expectedHome, expectedAway) = (GapRatings.ExpectedHome(home, away), GapRatings.ExpectedAway(home, away));
        values[0] = (float)(expectedHome - expectedAway);
        values[1] = (float)expectedHome;
        values[2] = (float)expectedAway;
    }

    public void Learn(Match match)
    {
        if (!Statistics.TryRead(match, statistic, out var homeMade, out var awayMade))
            return;

        var mean = means.Of(match.Division);
        means.Learn(match.Division, homeMade, awayMade);
        var (home, away) = Rating.After(Of(match.Home, mean), Of(match.Away, mean), homeMade, awayMade);
        Put(match.Home, home);
        Put(match.Away, away);
    }

    public void Save(BinaryWriter writer)
    {
        teams.Save(writer);
        means.Save(writer);
    }

    public void Load(BinaryReader reader)
    {
        teams.Load(reader);
        means.Load(reader);
    }

    GapRating Of(long team, (double Home, double Away) mean) => teams.TryFind(team, out var row) ? Read(row) : new(mean.Home, mean.Away, mean.Away, mean.Home);

    static GapRating Read(double[] row) => new(row[0], row[1], row[2], row[3]);

    void Put(long team, GapRating rating)
    {
        var row = teams.Of(team);
        (row[0], row[1], row[2], row[3]) = (rating.HomeAttack, rating.HomeDefence, rating.AwayAttack, rating.AwayDefence);
    }
}
