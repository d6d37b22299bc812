namespace Soccer.Forecasting.Features;

/// <summary>
/// The match's own opening price: its probabilities without the margin (power), and how far they are from what past prices lead to expect. The only features that look at the
/// match's own odds. Missing where there is no usable opening price.
/// </summary>
public sealed class PriceFamily : IFeatureFamily
{
    readonly MarketRatings ratings = new(0.15);

    public string Name => "price";

    public IReadOnlyList<Feature> Features { get; } =
    [
        new("price_home_ratio", "ln of the home win's probability over the draw's, by the opening price"),
        new("price_away_ratio", "ln of the away win's probability over the draw's, by the opening price"),
        new("price_supremacy", "ln of the home win's probability over the away win's, by the opening price"),
        new("price_overround", "sum of the reciprocals of the opening price; 1.05 is a margin of 5%"),
        new("price_news", "supremacy by the opening price less the one that past prices lead to expect"),
    ];

    public void Describe(Match match, Span<float> values)
    {
        values.Fill(float.NaN);
        if (!MarketView.TryRead(match.Opening, out var view))
            return;

        values[0] = (float)Math.Log(view.Probabilities.Home / view.Probabilities.Draw);
        values[1] = (float)Math.Log(view.Probabilities.Away / view.Probabilities.Draw);
        values[2] = (float)view.Supremacy;
        values[3] = (float)match.Opening!.Value.Overround;
        values[4] = (float)(view.Supremacy - ratings.Expected(match));
    }

    public void Learn(Match match)
    {
        if (MarketView.TryReadLast(match, out var view))
            ratings.Learn(match, view.Supremacy);
    }

    public void Save(BinaryWriter writer) => ratings.Save(writer);

    public void Load(BinaryReader reader) => ratings.Load(reader);
}
