namespace Soccer.Forecasting.Metrics;

/// <summary>
/// Macro AUC: how well forecasts put matches in order. For each outcome it is the chance that a match in which it came was given a higher probability of it than one in
/// which it did not, equal probabilities counting half; then the mean over the outcomes. .5 is no order, 1 a perfect one. It says nothing of calibration.
/// </summary>
/// <remarks>One against the rest, by the rank sum: U / (n₁·n₀) with U = R₁ − n₁(n₁ + 1)/2 over midranks (Mann and Whitney 1947; Fawcett 2006, "An introduction to ROC analysis").</remarks>
public static class AreaUnderCurve
{
    /// <summary>Over a sample, 0 to 1. An outcome that came never, or always, has no order and counts as .5.</summary>
    /// <exception cref="ArgumentException">There are none, or not as many of one as of the other.</exception>
    public static double Of(ReadOnlySpan<Probabilities> forecasts, ReadOnlySpan<Outcome> outcomes) =>
        (Of(forecasts, outcomes, Outcome.HomeWin) + Of(forecasts, outcomes, Outcome.Draw) + Of(forecasts, outcomes, Outcome.AwayWin)) / 3;

    /// <summary>One outcome against the two others, 0 to 1.</summary>
    /// <exception cref="ArgumentException">There are none, or not as many of one as of the other.</exception>
    public static double Of(ReadOnlySpan<Probabilities> forecasts, ReadOnlySpan<Outcome> outcomes, Outcome outcome)
    {
        Sample.Check(forecasts.Length, outcomes.Length);
        var order = new (double Probability, bool Came)[forecasts.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = (forecasts[i][outcome], outcomes[i] == outcome);

        Array.Sort(order, (first, second) => first.Probability.CompareTo(second.Probability));
        var (came, rankSum) = (0L, 0d);
        for (var from = 0; from < order.Length;)
        {
            var (to, tied) = (from, 0);
            for (; to < order.Length && order[to].Probability == order[from].Probability; to++)
                tied += order[to].Came ? 1 : 0;

            // Ranks count from 1; the tied ones from + 1 … to share their middle.
            rankSum += tied * (from + 1 + to) / 2d;
            came += tied;
            from = to;
        }

        var others = order.Length - came;
        return came == 0 || others == 0 ? 0.5 : (rankSum - came * (came + 1) / 2d) / ((double)came * others);
    }
}
