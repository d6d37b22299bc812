using Soccer.Forecasting.Models;

namespace Soccer.Train;

/// <summary>Fits a multinomial logistic by Newton's method: Σ −ln p(outcome) + ridge/2 · Σ weights². The intercepts are not penalised, but for what fixes their sum.</summary>
/// <remarks>Böhning 1992, "Multinomial logistic regression algorithm". The loss is convex.</remarks>
public static class LogisticFit
{
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
        var rows = StandardisedRows.Of(set, fit, columns);
        var loss = new LogisticLoss(rows.Values, set.Outcomes[fit], rows.Width, ridge, InterceptRidge);
        return new(rows.Columns, rows.Means, rows.Scales, Newton.Minimise(loss, cancellation));
    }
}
