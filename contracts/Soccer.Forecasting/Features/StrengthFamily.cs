using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>
/// Attack and defence in one statistic, learnt match by match against the opponents' (<see cref="OnlinePoisson"/>) around the division's means for the side. A team never
/// seen starts by its division's level, so that one which comes up is not taken for as strong as it was below. Missing for a team of which the statistic was never seen.
/// </summary>
/// <param name="statistic">What is counted.</param>
/// <param name="rate">Learning rate.</param>
/// <param name="perLevel">By how much attack and defence start lower for each level below the top, on the log scale.</param>
public sealed class StrengthFamily(Statistic statistic, double rate, double perLevel) : IFeatureFamily
{
    readonly OnlinePoisson rating = new(rate);
    readonly StateTable<long> teams = StateTable.OfTeams(2);
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

        var (home, away) = (new Strength(homeRow[0], homeRow[1]), new Strength(awayRow[0], awayRow[1]));
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
        var (home, away) = rating.After(mean.Home, mean.Away, Of(match.Home, match.Division), Of(match.Away, match.Division), homeMade, awayMade);
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

    Strength Of(long team, string division)
    {
        if (teams.TryFind(team, out var row))
            return new(row[0], row[1]);

        var start = -perLevel * (Levels.Of(division) - 1);
        return new(start, start);
    }

    void Put(long team, Strength strength)
    {
        var row = teams.Of(team);
        (row[0], row[1]) = (strength.Attack, strength.Defence);
    }
}
