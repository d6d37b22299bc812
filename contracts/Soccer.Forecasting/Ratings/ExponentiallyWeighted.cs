namespace Soccer.Forecasting.Ratings;

/// <summary>
/// A mean in which the newest value has weight 1 and each older one the share <c>decay</c> of the next newer. It divides by the weights' sum, so the first values are not
/// pulled towards zero (the bias correction of Kingma and Ba 2015, section 3).
/// </summary>
/// <param name="Sum">Σ decay^age · value.</param>
/// <param name="Weight">Σ decay^age: 0 where nothing was seen, at most 1 / (1 − decay).</param>
public readonly record struct ExponentiallyWeighted(double Sum, double Weight)
{
    /// <summary>The decay at which a value counts half as much after this many newer ones.</summary>
    public static double Decay(double halfLife) => Math.Pow(0.5, 1 / halfLife);

    /// <summary>With one more value.</summary>
    public ExponentiallyWeighted Add(double value, double decay) => new(decay * Sum + value, decay * Weight + 1);

    /// <summary>The mean; <see cref="double.NaN"/> where nothing was seen.</summary>
    public double Mean => Weight > 0 ? Sum / Weight : double.NaN;

    /// <summary>The mean, pulled towards a prior that counts as much as <paramref name="strength"/> newest values.</summary>
    public double Towards(double prior, double strength) => (Sum + strength * prior) / (Weight + strength);
}
