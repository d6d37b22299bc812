using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>
/// How much of a statistic, made less let, a supremacy of 1 is worth: least squares through zero over a division's matches so far, half-life 500 of them, from a usual value with
/// the weight of 20 matches.
/// </summary>
sealed class MarketSlope(Statistic statistic)
{
    const double PriorMatches = 20;
    static readonly double Decay = ExponentiallyWeighted.Decay(500);

    // A row: Σ supremacy · difference, Σ supremacy².
    readonly StateTable<string> divisions = StateTable.OfDivisions(2);

    /// <summary>Round figures that only carry a division through its first weeks.</summary>
    double Usual => statistic switch
    {
        Statistic.Shots => 3,
        Statistic.ShotsOnTarget => 1.5,
        Statistic.Corners => 1.2,
        _ => 0.7,
    };

    /// <summary>The difference that a supremacy promises.</summary>
    public double Expected(string division, double supremacy) => supremacy * (divisions.TryFind(division, out var row)
        ? (row[0] + PriorMatches * Usual) / (row[1] + PriorMatches)
        : Usual);

    public void Learn(string division, double supremacy, double difference)
    {
        var row = divisions.Of(division);
        (row[0], row[1]) = (Decay * row[0] + supremacy * difference, Decay * row[1] + supremacy * supremacy);
    }

    public void Save(BinaryWriter writer) => divisions.Save(writer);

    public void Load(BinaryReader reader) => divisions.Load(reader);
}
