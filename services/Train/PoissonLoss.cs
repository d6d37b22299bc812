using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace Soccer.Train;

/// <summary>The penalised loss of a Poisson regression of counts on a log scale, Σ (rate − count · ln rate) + ridge/2 · Σ weights², with its gradient and Hessian. The intercept comes first.</summary>
/// <remarks>Nelder and Wedderburn 1972, "Generalized linear models": for the log link, Newton's steps are those of their weighted least squares.</remarks>
/// <param name="rows">Match by match: 1, then the standardised features.</param>
/// <param name="counts">What was counted, 0 or more.</param>
/// <param name="width">Values a row.</param>
/// <param name="ridge">Penalty on weights.</param>
/// <param name="interceptRidge">Penalty on the intercept.</param>
public sealed class PoissonLoss(double[] rows, int[] counts, int width, double ridge, double interceptRidge) : IConvexLoss
{
    /// <inheritdoc/>
    public int Parameters => width;

    /// <inheritdoc/>
    public int Matches => counts.Length;

    /// <inheritdoc/>
    public double At(ReadOnlySpan<double> weights)
    {
        var value = Penalty(weights);
        for (var match = 0; match < Matches; match++)
        {
            var log = Log(weights, Row(match));
            value += Math.Exp(log) - counts[match] * log;
        }

        return value;
    }

    /// <inheritdoc/>
    public double At(ReadOnlySpan<double> weights, Span<double> gradient, Matrix<double> hessian)
    {
        var value = Penalty(weights);
        for (var i = 0; i < width; i++)
            gradient[i] = RidgeOf(i) * weights[i];

        // The lower triangle of Σ rate · row · rowᵀ.
        var triangle = new double[width * width];
        for (var match = 0; match < Matches; match++)
        {
            var row = Row(match);
            var log = Log(weights, row);
            var rate = Math.Exp(log);
            value += rate - counts[match] * log;
            TensorPrimitives.MultiplyAdd(row, rate - counts[match], gradient, gradient);
            for (var i = 0; i < width; i++)
            {
                var line = triangle.AsSpan(i * width, i + 1);
                TensorPrimitives.MultiplyAdd(row[..(i + 1)], rate * row[i], line, line);
            }
        }

        for (var i = 0; i < width; i++)
            for (var j = 0; j < width; j++)
                hessian[i, j] = triangle[Math.Max(i, j) * width + Math.Min(i, j)] + (i == j ? RidgeOf(i) : 0);

        return value;
    }

    static double Log(ReadOnlySpan<double> weights, ReadOnlySpan<double> row)
    {
        // Not TensorPrimitives.Dot: its order of summing, and so the last bit, hangs on the processor.
        var sum = 0d;
        for (var i = 0; i < row.Length; i++)
            sum += weights[i] * row[i];

        return sum;
    }

    double Penalty(ReadOnlySpan<double> weights)
    {
        var sum = 0d;
        for (var i = 0; i < weights.Length; i++)
            sum += RidgeOf(i) / 2 * weights[i] * weights[i];

        return sum;
    }

    double RidgeOf(int parameter) => parameter == 0 ? interceptRidge : ridge;

    ReadOnlySpan<double> Row(int match) => rows.AsSpan(match * width, width);
}
