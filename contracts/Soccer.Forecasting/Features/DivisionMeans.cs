using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>
/// What home teams and away teams of a division make in a match, by the results so far: an exponentially weighted mean with a half-life of 250 matches, most of a season,
/// that starts from <see cref="Statistics.Usual"/> with the weight of 20 matches. A part of several families; each has its own.
/// </summary>
sealed class DivisionMeans(Statistic statistic)
{
    const double PriorMatches = 20;
    static readonly double Decay = ExponentiallyWeighted.Decay(250);

    // A row: sum at home, sum away, weight.
    readonly StateTable<string> divisions = StateTable.OfDivisions(3);

    /// <summary>The means of a division, a match.</summary>
    public (double Home, double Away) Of(string division)
    {
        var usual = Statistics.Usual(statistic);
        return divisions.TryFind(division, out var row)
            ? (new ExponentiallyWeighted(row[0], row[2]).Towards(usual.Home, PriorMatches), new ExponentiallyWeighted(row[1], row[2]).Towards(usual.Away, PriorMatches))
            : usual;
    }

    public void Learn(string division, double home, double away)
    {
        var row = divisions.Of(division);
        var homeMean = new ExponentiallyWeighted(row[0], row[2]).Add(home, Decay);
        var awayMean = new ExponentiallyWeighted(row[1], row[2]).Add(away, Decay);
        (row[0], row[1], row[2]) = (homeMean.Sum, awayMean.Sum, homeMean.Weight);
    }

    public void Save(BinaryWriter writer) => divisions.Save(writer);

    public void Load(BinaryReader reader) => divisions.Load(reader);
}
