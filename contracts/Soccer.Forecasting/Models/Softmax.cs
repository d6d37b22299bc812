namespace Soccer.Forecasting.Models;

/// <summary>From margins to probabilities.</summary>
public static class Softmax
{
    /// <summary>exp(m) over its sum; the greatest margin is taken off first, so that nothing overflows.</summary>
    public static Probabilities Of(double home, double draw, double away)
    {
        var greatest = Math.Max(home, Math.Max(draw, away));
        var (h, d, a) = (Math.Exp(home - greatest), Math.Exp(draw - greatest), Math.Exp(away - greatest));
        var sum = h + d + a;
        return new(h / sum, d / sum, a / sum);
    }

    /// <summary>Mean log loss of margins, in nats.</summary>
    /// <param name="margins">Match by match, three a match.</param>
    /// <param name="outcomes">What happened; at least one match.</param>
    /// <exception cref="ArgumentException">There are none, or not three margins an outcome.</exception>
    public static double LogLoss(ReadOnlySpan<float> margins, ReadOnlySpan<Outcome> outcomes)
    {
        if (outcomes.IsEmpty || margins.Length != TreeEnsemble.Classes * outcomes.Length)
            throw new ArgumentException($"A log loss needs three margins a match and at least one match; got {margins.Length} margins and {outcomes.Length} outcomes.");

        var sum = 0d;
        for (var match = 0; match < outcomes.Length; match++)
        {
            var of = margins.Slice(TreeEnsemble.Classes * match, TreeEnsemble.Classes);
            sum += Metrics.LogLoss.Of(Of(of[0], of[1], of[2]), outcomes[match]);
        }

        return sum / outcomes.Length;
    }
}
