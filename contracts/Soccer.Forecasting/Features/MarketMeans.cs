using Soccer.Forecasting.Ratings;

namespace Soccer.Forecasting.Features;

/// <summary>
/// A division's mean <see cref="MarketView.Supremacy"/> and <see cref="MarketView.Balance"/>, half-life 250 matches, most of a season, from usual values with the weight of 20 matches.
/// </summary>
sealed class MarketMeans
{
    const double PriorMatches = 20;
    static readonly double Decay = ExponentiallyWeighted.Decay(250);

    // A row: sum of supremacies, sum of balances, weight.
    readonly StateTable<string> divisions = StateTable.OfDivisions(3);

    /// <summary>The means of a division; none where it was never priced.</summary>
    public (double Supremacy, double Balance)? Find(string division) => divisions.TryFind(division, out var row) ? Read(row) : null;

    /// <summary>The means of a division; usual ones where it was never priced.</summary>
    public (double Supremacy, double Balance) Of(string division) => Find(division) ?? Read([0, 0, 0]);

    public void Learn(string division, MarketView view)
    {
        var row = divisions.Of(division);
        var (supremacy, balance) = (new ExponentiallyWeighted(row[0], row[2]).Add(view.Supremacy, Decay), new ExponentiallyWeighted(row[1], row[2]).Add(view.Balance, Decay));
        (row[0], row[1], row[2]) = (supremacy.Sum, balance.Sum, supremacy.Weight);
    }

    public void Save(BinaryWriter writer) => divisions.Save(writer);

    public void Load(BinaryReader reader) => divisions.Load(reader);

    static (double, double) Read(double[] row) =>
        (new ExponentiallyWeighted(row[0], row[2]).Towards(0.4, PriorMatches), new ExponentiallyWeighted(row[1], row[2]).Towards(-0.25, PriorMatches));
}
