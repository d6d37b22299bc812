using MathNet.Numerics.LinearAlgebra;

namespace Soccer.Train;

/// <summary>Newton's method, with half steps where a whole one overshoots.</summary>
static class Newton
{
    const int MostSteps = 50;

    /// <summary>Of two losses that differ by a smaller share, rounding says which is less.</summary>
    const double Rounding = 1e-11;

    /// <summary>The weights at which the loss is least, from weights of 0: a handful of steps reach the last digits.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="cancellation">Asked before every step.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static double[] Minimise(LogisticLoss loss, CancellationToken cancellation)
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
            while (loss.At(next = [.. weights.Select((weight, i) => weight - length * direction[i])]) > value + Rounding * Math.Abs(value) && length > 1e-6)
                length /= 2;

            weights = next;
            value = loss.At(weights, gradient, hessian);
        }

        return weights;
    }
}
