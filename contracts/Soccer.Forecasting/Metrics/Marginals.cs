namespace Soccer.Forecasting.Metrics;

/// <summary>The forecast that knows nothing of the teams: how often each outcome happened in the sample that a model was fitted on. A model that doesn't beat it has learnt nothing.</summary>
public static class Marginals
{
    /// <summary>The frequencies of the three outcomes.</summary>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    public static Probabilities Of(ReadOnlySpan<Outcome> outcomes)
    {
        Sample.Check(outcomes.Length, outcomes.Length);
        Span<int> counts = [0, 0, 0];
        foreach (var outcome in outcomes)
            counts[(int)outcome]++;

        return new((double)counts[0] / outcomes.Length, (double)counts[1] / outcomes.Length, (double)counts[2] / outcomes.Length);
    }
}
