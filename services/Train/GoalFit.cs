using Soccer.Forecasting;
using Soccer.Forecasting.Models;

namespace Soccer.Train;

/// <summary>
/// Fits a <see cref="GoalModel"/> by maximum likelihood: each team's goals by a Poisson regression with a ridge, then ρ given the rates.
/// The correction leaves each team's own goals Poisson, so
/// the rates may be fitted without it.
/// </summary>
/// <remarks>
/// Dixon and Coles 1997, with regressions on ratings in the place of a parameter a team, as Maher 1982's model is a special case of.
/// </remarks>
public static class GoalFit
{
    // Far beyond what goals show, about −.05.
    const double MostRho = 0.3;

    /// <summary>Fits to consecutive matches.</summary>
    /// <param name="set">The matches, with their scores.</param>
    /// <param name="fit">Which of them.</param>
    /// <param name="columns">The features to use; one that never varies there is left out.</param>
    /// <param name="ridge">The penalty on weights, 0 or more.</param>
    /// <param name="cancellation">Asked before every step.</param>
    /// <exception cref="ArgumentException">The set has no scores.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static GoalModel Fit(TrainingSet set, Range fit, IEnumerable<int> columns, double ridge, CancellationToken cancellation)
    {
        var scores = (set.Scores ?? throw new ArgumentException("The matches have no scores; goals can't be learnt from outcomes alone.", nameof(set)))[fit];
        var rows = StandardisedRows.Of(set, fit, columns);
        var features = rows.Features();
        double[][] weights = [[], []];
        Parallel.For(0, 2, new ParallelOptions { CancellationToken = cancellation }, side =>
            weights[side] = PoissonFit.Fit(features, [.. scores.Select(score => side == 0 ? score.Home : score.Away)], ridge, cancellation));

        var independent = new GoalModel(rows.Columns, rows.Means, rows.Scales, weights[0], weights[1], 0);
        var (offset, count) = fit.GetOffsetAndLength(set.Count);
        var rho = Rho([.. Enumerable.Range(0, count).Where(match => scores[match] is { Home: <= 1, Away: <= 1 })
            .Select(match => (scores[match], independent.Rates(set.Row(offset + match))))]);
        return new(rows.Columns, rows.Means, rows.Scales, weights[0], weights[1], rho);
    }

    /// <summary>
    /// The ρ at which scores of at most one goal a team are likeliest, given their rates: where Σ dτ/τ is 0. Each ln τ is concave, so there
    /// is one. 0 where there is no such score.
    /// </summary>
    public static double Rho((Score Score, (double Home, double Away) Rates)[] lowScores)
    {
        if (lowScores.Length == 0)
            return 0;

        var (low, high) = (-MostRho, MostRho);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            if (lowScores.Sum(match => Slope(match.Score, match.Rates, middle)) > 0)
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }

    // Where τ would fall to 0 the slope leads back.
    static double Slope(Score score, (double Home, double Away) rates, double rho)
    {
        var slope = score switch
        {
            (0, 0) => -rates.Home * rates.Away,
            (0, 1) => rates.Home,
            (1, 0) => rates.Away,
            _ => -1d,
        };
        return slope / Math.Max(1e-6, 1 + slope * rho);
    }
}
