using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using Soccer.Forecasting;
using Soccer.Forecasting.Models;

namespace Soccer.Train;

/// <summary>
/// The penalised loss of a multinomial logistic, with its gradient and Hessian. Weights stand outcome by outcome, the intercept first.
/// </summary>
/// <param name="rows">Match by match: 1, then the standardised features.</param>
/// <param name="outcomes">What happened.</param>
/// <param name="width">Values a row.</param>
/// <param name="ridge">Penalty on weights.</param>
/// <param name="interceptRidge">Penalty on intercepts.</param>
public sealed class LogisticLoss(double[] rows, Outcome[] outcomes, int width, double ridge, double interceptRidge)
{
    /// <summary>How many weights there are.</summary>
    public int Parameters { get; } = TreeEnsemble.Classes * width;

    /// <summary>How many matches there are.</summary>
    public int Matches => outcomes.Length;

    /// <summary>The loss alone.</summary>
    public double At(ReadOnlySpan<double> weights)
    {
        var value = Penalty(weights);
        for (var match = 0; match < Matches; match++)
            value -= Math.Log(Forecast(weights, Row(match))[outcomes[match]]);

        return value;
    }

    /// <summary>The loss; writes its gradient and its Hessian.</summary>
    public double At(ReadOnlySpan<double> weights, Span<double> gradient, Matrix<double> hessian)
    {
        var value = Penalty(weights);
        // The lower triangles of Σ p(k)·p(l)·row·rowᵀ for the three pairs of outcomes. They are all the Hessian there is, since p(k)·(1 −
        // p(k)) is the sum over the other two.
        var pairs = new double[TreeEnsemble.Classes][];
        for (var pair = 0; pair < pairs.Length; pair++)
            pairs[pair] = new double[width * width];

        for (var i = 0; i < Parameters; i++)
            gradient[i] = RidgeOf(i) * weights[i];

        var forecasts = new Probabilities[Matches];
        for (var match = 0; match < Matches; match++)
        {
            var row = Row(match);
            var (p, outcome) = (forecasts[match] = Forecast(weights, row), outcomes[match]);
            value -= Math.Log(p[outcome]);
            for (var k = 0; k < TreeEnsemble.Classes; k++)
            {
                var slope = gradient.Slice(k * width, width);
                TensorPrimitives.MultiplyAdd(row, p[(Outcome)k] - ((int)outcome == k ? 1 : 0), slope, slope);
            }
        }

        // Each pair is summed in the order of the matches, so that threads change no bit.
        Parallel.For(0, pairs.Length, k =>
        {
            for (var match = 0; match < forecasts.Length; match++)
                AddOuter(pairs[k], Row(match), forecasts[match][(Outcome)((k + 1) % 3)] * forecasts[match][(Outcome)((k + 2) % 3)]);
        });
        Assemble(pairs, hessian);
        return value;
    }

    void AddOuter(Span<double> triangle, ReadOnlySpan<double> row, double factor)
    {
        for (var i = 0; i < width; i++)
        {
            var line = triangle.Slice(i * width, i + 1);
            TensorPrimitives.MultiplyAdd(row[..(i + 1)], factor * row[i], line, line);
        }
    }

    // The pair of outcomes k and l stands at the place of the third.
    void Assemble(double[][] pairs, Matrix<double> hessian)
    {
        for (var k = 0; k < TreeEnsemble.Classes; k++)
            for (var l = 0; l < TreeEnsemble.Classes; l++)
                for (var i = 0; i < width; i++)
                    for (var j = 0; j < width; j++)
                    {
                        var at = Math.Max(i, j) * width + Math.Min(i, j);
                        hessian[k * width + i, l * width + j] = k == l ? pairs[(k + 1) % 3][at] + pairs[(k + 2) % 3][at] : -pairs[3 - k - l][at];
                    }

        for (var i = 0; i < Parameters; i++)
            hessian[i, i] += RidgeOf(i);
    }

    Probabilities Forecast(ReadOnlySpan<double> weights, ReadOnlySpan<double> row)
    {
        // Not TensorPrimitives.Dot: its order of summing, and so the last bit, hangs on the processor.
        var (home, draw, away) = (0d, 0d, 0d);
        for (var i = 0; i < width; i++)
        {
            home += weights[i] * row[i];
            draw += weights[width + i] * row[i];
            away += weights[2 * width + i] * row[i];
        }

        return Softmax.Of(home, draw, away);
    }

    double Penalty(ReadOnlySpan<double> weights)
    {
        var sum = 0d;
        for (var i = 0; i < weights.Length; i++)
            sum += RidgeOf(i) / 2 * weights[i] * weights[i];

        return sum;
    }

    double RidgeOf(int parameter) => parameter % width == 0 ? interceptRidge : ridge;

    ReadOnlySpan<double> Row(int match) => rows.AsSpan(match * width, width);
}
