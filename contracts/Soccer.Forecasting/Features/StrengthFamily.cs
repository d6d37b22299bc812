using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>
/// Attack and defence in one statistic, learnt match by match against the opponents' (<see cref="OnlinePoisson"/>) around the division's means for the side. A team never
/// seen starts by its division's level, so that one which comes up is not taken for as strong as it was below. Missing for a team of which the statistic was never seen.
/// </summary>
/// <param name="statistic">What is counted.</param>
/// <param name="rate">Learning rate within a season.</param>
/// <param name="perLevel">By how much attack and defence start lower for each level below the top, on the log scale.</param>
public sealed class StrengthFamily(Statistic statistic, double rate, double perLevel) : IFeatureFamily
{
    readonly OnlinePoisson rating = new(rate);
    // A row: attack, defence, season, matches played in it.
    readonly StateTable<long> teams = StateTable.OfTeams(4);
    readonly DivisionMeans means = new(statistic);

    public string Name { get; } = $"{Statistics.NameOf(statistic)}_strength_{1000 * rate:000}";

    public IReadOnlyList<Feature> Features { get; } =
    [
        new($"{Statistics.NameOf(statistic)}_strength_{1000 * rate:000}_ratio", $"ln of {Statistics.WordOf(statistic)} expected of the home team over those of the away team, learning rate {rate}"),
        new($"{Statistics.NameOf(statistic)}_strength_{1000 * rate:000}_home", $"{Statistics.WordOf(statistic)} expected of the home team, learning rate {rate}"),
        new($"{Statistics.NameOf(statistic)}_strength_{1000 * rate:000}_away", $"{Statistics.WordOf(statistic)} expected of the away team, learning rate {rate}"),
    ];

    public void Describe(Match match, Span<float> values)
    {
        values.Fill(float.NaN);
        if (!teams.TryFind(match.Home, out var homeRow) || !teams.TryFind(match.Away, out var awayRow))
            return;

        var (home, away) = (Read(homeRow, match.Season), Read(awayRow, match.Season));
        var mean = means.Of(match.Division);
        var (expectedHome, expectedAway) = (OnlinePoisson.Expected(mean.Home, home, away), OnlinePoisson.Expected(mean.Away, away, home));
        values[0] = (float)Math.Log(expectedHome / expectedAway);
        values[1] = (float)expectedHome;
        values[2] = (float)expectedAway;
    }

    public void Learn(Match match)
    {
        if (!Statistics.TryRead(match, statistic, out var homeMade, out var awayMade))
            return;

        var mean = means.Of(match.Division);
        means.Learn(match.Division, homeMade, awayMade);
        var (home, away) = rating.After(mean.Home, mean.Away, Of(match.Home, match), Of(match.Away, match), homeMade, awayMade);
        Put(match.Home, home, match.Season);
        Put(match.Away, away, match.Season);
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

    Strength Of(long team, Match match)
    {
        if (teams.TryFind(team, out var row))
            return Read(row, match.Season);

        var start = -perLevel * (Levels.Of(match.Division) - 1);
        return new(start, start);
    }

    static Strength Read(double[] row, int season) => new(row[0], row[1], season > row[2] ? 0 : (int)row[3]);

    void Put(long team, Strength strength, int season)
    {
        var row = teams.Of(team);
        (row[0], row[1], row[2], row[3]) = (strength.Attack, strength.Defence, Math.Max(season, row[2]), strength.Played);
    }
}
