using System.Text.Json.Serialization;

namespace Soccer.Forecasting.Models;

/// <summary>
/// Two Poisson regressions on a few features, the goals of the home team and of the away team, with <see cref="DixonColes"/>'s correction of the lowest scores. A value is standardised
/// first, (x − mean) / scale; a missing one counts as the mean.
/// </summary>
public sealed class GoalModel
{
    /// <summary>Checks that the parts fit together.</summary>
    /// <param name="columns">Which features of a row it reads.</param>
    /// <param name="means">Each one's mean where it was fitted.</param>
    /// <param name="scales">Each one's standard deviation there; above 0.</param>
    /// <param name="homeWeights">Of the log of the home team's rate: the intercept, then a weight a feature.</param>
    /// <param name="awayWeights">Of the log of the away team's rate, likewise.</param>
    /// <param name="rho">ρ, from −1 to 1.</param>
    /// <exception cref="InvalidArtifactException">They don't.</exception>
    [JsonConstructor]
    public GoalModel(int[] columns, double[] means, double[] scales, double[] homeWeights, double[] awayWeights, double rho)
    {
        InvalidArtifactException.ThrowUnless(
            means.Length == columns.Length && scales.Length == columns.Length && homeWeights.Length == columns.Length + 1 && awayWeights.Length == columns.Length + 1,
            $"A goal model of {columns.Length} features has {means.Length} means, {scales.Length} scales, {homeWeights.Length} weights of home and {awayWeights.Length} of away goals.");
        InvalidArtifactException.ThrowUnless(
            means.Concat(homeWeights).Concat(awayWeights).All(double.IsFinite) && scales.All(scale => double.IsFinite(scale) && scale > 0) && columns.All(column => column >= 0)
            && rho is >= -1 and <= 1,
            "A goal model has a column below 0, a scale that is not above 0, a number that is not finite, or a rho outside −1 to 1.");

        (Columns, Means, Scales, HomeWeights, AwayWeights, Rho) = (columns, means, scales, homeWeights, awayWeights, rho);
    }

    /// <summary>Which features of a row it reads.</summary>
    public int[] Columns { get; }

    /// <summary>Each one's mean where it was fitted.</summary>
    public double[] Means { get; }

    /// <summary>Each one's standard deviation there.</summary>
    public double[] Scales { get; }

    /// <summary>Of the log of the home team's rate: the intercept, then a weight a feature.</summary>
    public double[] HomeWeights { get; }

    /// <summary>Of the log of the away team's rate, likewise.</summary>
    public double[] AwayWeights { get; }

    /// <summary>ρ of <see cref="DixonColes"/>.</summary>
    public double Rho { get; }

    /// <summary>Goals expected of the home team and of the away team, a match.</summary>
    public (double Home, double Away) Rates(ReadOnlySpan<float> row)
    {
        var (home, away) = (HomeWeights[0], AwayWeights[0]);
        for (var feature = 0; feature < Columns.Length; feature++)
            if (row[Columns[feature]] is var value && !float.IsNaN(value))
            {
                var standardised = (value - Means[feature]) / Scales[feature];
                home += HomeWeights[feature + 1] * standardised;
                away += AwayWeights[feature + 1] * standardised;
            }

        return (Rate(home), Rate(away));

        static double Rate(double log) => Math.Clamp(Math.Exp(log), DixonColes.LeastRate, DixonColes.MostRate);
    }

    /// <summary>The three log-probabilities of a row.</summary>
    public void Margins(ReadOnlySpan<float> row, Span<float> margins)
    {
        var (home, away) = Rates(row);
        var p = DixonColes.Outcomes(home, away, Rho);
        (margins[0], margins[1], margins[2]) = ((float)Math.Log(p.Home), (float)Math.Log(p.Draw), (float)Math.Log(p.Away));
    }
}
