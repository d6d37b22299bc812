namespace Soccer.Forecasting.Features;

/// <summary>The supremacy that past prices lead to expect (<see cref="MarketRatings"/>). Missing where the division was never priced.</summary>
/// <param name="rate">Learning rate within a season.</param>
public sealed class MarketStrengthFamily(double rate) : IFeatureFamily
{
    readonly MarketRatings ratings = new(rate);

    public string Name { get; } = $"market_strength_{100 * rate:00}";

    public IReadOnlyList<Feature> Features { get; } =
    [
        new($"market_strength_{100 * rate:00}_ratio", $"ln of the home team's chance over the away team's that past prices lead to expect, learning rate {rate}"),
        new($"market_strength_{100 * rate:00}_home", $"rating of the home team by past prices, above its division's mean, learning rate {rate}"),
        new($"market_strength_{100 * rate:00}_away", $"rating of the away team by past prices, above its division's mean, learning rate {rate}"),
    ];

    public void Describe(Match match, Span<float> values)
    {
        values[0] = (float)ratings.Expected(match);
        values[1] = (float)ratings.AboveMean(match.Home, match);
        values[2] = (float)ratings.AboveMean(match.Away, match);
    }

    public void Learn(Match match)
    {
        if (MarketView.TryReadLast(match, out var view))
            ratings.Learn(match, view.Supremacy);
    }

    public void Save(BinaryWriter writer) => ratings.Save(writer);

    public void Load(BinaryReader reader) => ratings.Load(reader);
}
