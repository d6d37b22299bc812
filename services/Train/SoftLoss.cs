namespace Soccer.Train;

/// <summary>
/// Log loss against probabilities in the place of outcomes: −Σ target · ln p, with p the softmax of the margins. Where a target is 0 or 1
/// it is the log loss of the outcome.
/// </summary>
public sealed class SoftLoss
{
    // XGBoost's own floor of a second derivative.
    const float LeastHessian = 1e-16f;

    // Whole rows of three.
    const int Chunk = 3 * 8192;

    readonly float[] targets;
    readonly float[] gradients;
    readonly float[] hessians;

    SoftLoss(float[] targets) => (this.targets, gradients, hessians) = (targets, new float[targets.Length], new float[targets.Length]);

    /// <summary>The loss of rows that have targets; none where they learn outcomes.</summary>
    public static SoftLoss? Of(BoostingRows rows) => rows.Targets is { } targets ? new(targets) : null;

    /// <summary>The log loss of the outcomes, for a library whose own it shall not be.</summary>
    public static SoftLoss OfOutcomes(BoostingRows rows)
    {
        var targets = new float[3 * rows.Outcomes.Length];
        for (var row = 0; row < rows.Outcomes.Length; row++)
            targets[3 * row + (int)rows.Outcomes[row]] = 1;

        return new(targets);
    }

    /// <summary>Grows a round that lessens it on the fit rows.</summary>
    /// <returns>As <see cref="ITreeGrower.Grow(int)"/>.</returns>
    public bool Grow(ITreeGrower grower, int round)
    {
        grower.FitMargins(gradients);
        // Each row by itself, so that threads change no bit.
        Parallel.For(0, (gradients.Length + Chunk - 1) / Chunk, chunk =>
        {
            var (from, length) = (chunk * Chunk, Math.Min(Chunk, gradients.Length - chunk * Chunk));
            Derivatives(gradients.AsSpan(from, length), targets.AsSpan(from, length), gradients.AsSpan(from, length), hessians.AsSpan(from, length));
        });
        return grower.Grow(round, gradients, hessians);
    }

    /// <summary>
    /// First derivatives p − target, and second derivatives 2p(1 − p), the bound that XGBoost takes for its softmax (Friedman 2000 has p(1
    /// − p)).
    /// </summary>
    /// <param name="margins">Three a row.</param>
    /// <param name="targets">Three a row, summing to 1.</param>
    /// <param name="gradients">Where the first derivatives go; may be <paramref name="margins"/>.</param>
    /// <param name="hessians">Where the second derivatives go.</param>
    public static void Derivatives(ReadOnlySpan<float> margins, ReadOnlySpan<float> targets, Span<float> gradients, Span<float> hessians)
    {
        for (var at = 0; at < margins.Length; at += 3)
        {
            var (home, draw, away) = (margins[at], margins[at + 1], margins[at + 2]);
            var greatest = Math.Max(home, Math.Max(draw, away));
            (home, draw, away) = (MathF.Exp(home - greatest), MathF.Exp(draw - greatest), MathF.Exp(away - greatest));
            var sum = (float)((double)home + draw + away);
            Set(at, home / sum, targets, gradients, hessians);
            Set(at + 1, draw / sum, targets, gradients, hessians);
            Set(at + 2, away / sum, targets, gradients, hessians);
        }
    }

    static void Set(int at, float p, ReadOnlySpan<float> targets, Span<float> gradients, Span<float> hessians)
    {
        gradients[at] = p - targets[at];
        hessians[at] = Math.Max(2 * p * (1 - p), LeastHessian);
    }
}
