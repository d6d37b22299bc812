namespace Soccer.Forecasting.Odds;

/// <summary>Odds without a margin.</summary>
public static class FairOdds
{
    /// <summary>1/p: the decimal odds at which a bet on an outcome of this probability neither wins nor loses on average.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not in (0, 1].</exception>
    public static double Of(double probability) => probability is > 0 and <= 1
        ? 1 / probability
        : throw new ArgumentOutOfRangeException(nameof(probability), probability, "Fair odds need a probability above 0 and at most 1.");

    /// <summary>The three fair odds of a forecast.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A probability is not in (0, 1].</exception>
    public static Prices Of(Probabilities probabilities) => new(Of(probabilities.Home), Of(probabilities.Draw), Of(probabilities.Away));
}
