using MathNet.Numerics.LinearAlgebra;
using Soccer.Forecasting;
using Soccer.Forecasting.Models;

namespace Soccer.Train;

/// <summary>Fits a multinomial logistic by Newton's method: Σ −ln p(outcome) + ridge/2 · Σ weights². The intercepts are not penalised, but for what fixes their sum.</summary>
/// <remarks>Böhning 1992, "Multinomial logistic regression algorithm". The loss is convex; with standardised features a handful of steps reach the last digits.</remarks>
public static class LogisticFit
{
    const int MostSteps = 50;

    // A constant added to all three intercepts changes no probability; this keeps their sum at 0.
    const double InterceptRidge = 1e-6;

    /// <summary>Fits to consecutive matches.</summary>
    /// <param name="set">The matches.</param>
    /// <param name="fit">Which of them.</param>
    /// <param name="columns">The features to use; one that never varies there is left out.</param>
    /// <param name="ridge">The penalty, above 0: a weight added to all three outcomes changes no probability, and only the penalty fixes it.</param>
    /// <param name="cancellation">Asked before every step.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static MultinomialLogistic Fit(TrainingSet set, Range fit, IEnumerable<int> columns, double ridge, CancellationToken cancellation)
    {
        var moments = columns.Select(column => (Column: column, Moments: Moments(set, fit, column))).Where(feature => feature.Moments.Scale > 0).ToArray();
        int[] used = [.. moments.Select(feature => feature.Column)];
        double[] means = [.. moments.Select(feature => feature.Moments.Mean)];
        double[] scales = [.. moments.Select(feature => feature.Moments.Scale)];
        var loss = new LogisticLoss(Standardised(set, fit, used, means, scales), set.Outcomes[fit], used.Length + 1, ridge, InterceptRidge);
        return new(used, means, scales, Minimise(loss, cancellation));
    }

    static double[] Minimise(LogisticLoss loss, CancellationToken cancellation)
    {
        var weights = new double[loss.Parameters];
        var gradient = new double[loss.Parameters];
        var hessian = Matrix<double>.Build.Dense(loss.Parameters, loss.Parameters);
        var value = loss.At(weights, gradient, hessian);
        for (var step = 0; step < MostSteps && gradient.Max(Math.Abs) > 1e-9 * loss.Matches; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var direction = hessian.Cholesky().Solve(Vector<double>.Build.Dense(gradient));
            var length = 1d;
            double[] next;
            // Far from the minimum a whole step can overshoot.
            while (loss.At(next = [.. weights.Select((weight, i) => weight - length * direction[i])]) > value && length > 1e-6)
                length /= 2;

            weights = next;
            value = loss.At(weights, gradient, hessian);
        }

        return weights;
    }

    static (double Mean, double Scale) Moments(TrainingSet set, Range fit, int column)
    {
        var (offset, count) = fit.GetOffsetAndLength(set.Count);
        var (known, mean, squares) = (0, 0d, 0d);
        for (var match = offset; match < offset + count; match++)
        {
            var value = set.Row(match)[column];
            if (float.IsNaN(value))
                continue;

            // Welford 1962: one pass without cancellation.
            known++;
            var delta = value - mean;
            mean += delta / known;
            squares += delta * (value - mean);
        }

        return (mean, known == 0 ? 0 : Math.Sqrt(squares / known));
    }

    static double[] Standardised(TrainingSet set, Range fit, int[] columns, double[] means, double[] scales)
    {
        var (offset, count) = fit.GetOffsetAndLength(set.Count);
        var width = columns.Length + 1;
        var rows = new double[count * width];
        for (var match = 0; match < count; match++)
        {
            var row = set.Row(offset + match);
            rows[match * width] = 1;
            for (var feature = 0; feature < columns.Length; feature++)
                if (row[columns[feature]] is var value && !float.IsNaN(value))
                    rows[match * width + feature + 1] = (value - means[feature]) / scales[feature];
        }

        return rows;
    }
}
