using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>
/// Form against the market: the exponentially weighted mean of what a team made above what its match's last price promised, pulled towards none as if by three matches.
/// A difference of goals or chances is promised in proportion to the supremacy; the proportion is learnt a division. Missing for a team that was never priced.
/// </summary>
/// <param name="statistic">What is counted.</param>
public sealed class MarketSurpriseFamily(Statistic statistic) : IFeatureFamily
{
    const double PriorMatches = 3;

    static readonly int[] HalfLives = [4, 15];
    static readonly double[] Decays = [.. HalfLives.Select(halfLife => ExponentiallyWeighted.Decay(halfLife))];

    // A row: (sum, weight) for each half-life.
    readonly StateTable<long> teams = StateTable.OfTeams(4);
    readonly MarketSlope slopes = new(statistic);

    public string Name { get; } = $"market_surprise_{Statistics.NameOf(statistic)}";

    public IReadOnlyList<Feature> Features { get; } =
    [
        .. from halfLife in HalfLives
           select new Feature(
               $"market_surprise_{Statistics.NameOf(statistic)}_{halfLife}_difference",
               $"{Statistics.WordOf(statistic)} a match above what prices promised, half-life {halfLife} matches: made less let by the home team, less the same of the away team"),
    ];

    public void Describe(Match match, Span<float> values)
    {
        var (home, away) = (teams.TryFind(match.Home, out var first) ? first : null, teams.TryFind(match.Away, out var second) ? second : null);
        for (var i = 0; i < HalfLives.Length; i++)
            values[i] = (float)(Surprise(home, 2 * i) - Surprise(away, 2 * i));
    }

    public void Learn(Match match)
    {
        if (!MarketView.TryReadLast(match, out var view) || !Statistics.TryRead(match, statistic, out var home, out var away))
            return;

        var surprise = home - away - slopes.Expected(match.Division, view.Supremacy);
        slopes.Learn(match.Division, view.Supremacy, home - away);
        Learn(teams.Of(match.Home), surprise);
        Learn(teams.Of(match.Away), -surprise);
    }

    public void Save(BinaryWriter writer)
    {
        teams.Save(writer);
        slopes.Save(writer);
    }

    public void Load(BinaryReader reader)
    {
        teams.Load(reader);
        slopes.Load(reader);
    }

    static double Surprise(double[]? row, int at) => row is null ? double.NaN : new ExponentiallyWeighted(row[at], row[at + 1]).Towards(0, PriorMatches);

    static void Learn(double[] row, double surprise)
    {
        for (var i = 0; i < Decays.Length; i++)
            (row[2 * i], row[2 * i + 1]) = new ExponentiallyWeighted(row[2 * i], row[2 * i + 1]).Add(surprise, Decays[i]);
    }
}
