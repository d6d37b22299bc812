using System.Text.Json.Serialization;

namespace Soccer.Forecasting.Models;

/// <summary>
/// Multinomial logistic regression on a few features: log-probabilities that trees may start from. A value is standardised first, (x − mean) / scale; a missing
/// one counts as the mean.
/// </summary>
public sealed class MultinomialLogistic
{
    /// <summary>Checks that the parts fit together.</summary>
    /// <param name="columns">Which features of a row it reads.</param>
    /// <param name="means">Each one's mean where it was fitted.</param>
    /// <param name="scales">Each one's standard deviation there; above 0.</param>
    /// <param name="weights">Outcome by outcome in their order: the intercept, then a weight a feature.</param>
    /// <exception cref="InvalidArtifactException">They don't.</exception>
    [JsonConstructor]
    public MultinomialLogistic(int[] columns, double[] means, double[] scales, double[] weights)
    {
        InvalidArtifactException.ThrowUnless(
            means.Length == columns.Length && scales.Length == columns.Length && weights.Length == TreeEnsemble.Classes * (columns.Length + 1),
            $"A logistic of {columns.Length} features has {means.Length} means, {scales.Length} scales and {weights.Length} weights.");
        InvalidArtifactException.ThrowUnless(
            means.All(double.IsFinite) && weights.All(double.IsFinite) && scales.All(scale => double.IsFinite(scale) && scale > 0) && columns.All(column => column >= 0),
            "A logistic has a column below 0, a scale that is not above 0, or a number that is not finite.");

        (Columns, Means, Scales, Weights) = (columns, means, scales, weights);
    }

    /// <summary>Which features of a row it reads.</summary>
    public int[] Columns { get; }

    /// <summary>Each one's mean where it was fitted.</summary>
    public double[] Means { get; }

    /// <summary>Each one's standard deviation there.</summary>
    public double[] Scales { get; }

    /// <summary>Outcome by outcome: the intercept, then a weight a feature.</summary>
    public double[] Weights { get; }

    /// <summary>The three log-probabilities of a row, as the trees take them.</summary>
    public void Margins(ReadOnlySpan<float> row, Span<float> margins)
    {
        Span<double> scores = stackalloc double[TreeEnsemble.Classes];
        var width = Columns.Length + 1;
        for (var outcome = 0; outcome < scores.Length; outcome++)
        {
            var weights = Weights.AsSpan(outcome * width, width);
            scores[outcome] = weights[0];
            for (var feature = 0; feature < Columns.Length; feature++)
                if (row[Columns[feature]] is var value && !float.IsNaN(value))
                    scores[outcome] += weights[feature + 1] * (value - Means[feature]) / Scales[feature];
        }

        var probabilities = Softmax.Of(scores[0], scores[1], scores[2]);
        // Probabilities this small don't come from real features; the floor keeps a margin finite all the same.
        margins[0] = (float)Math.Log(Math.Max(probabilities.Home, Metrics.LogLoss.Floor));
        margins[1] = (float)Math.Log(Math.Max(probabilities.Draw, Metrics.LogLoss.Floor));
        margins[2] = (float)Math.Log(Math.Max(probabilities.Away, Metrics.LogLoss.Floor));
    }
}
