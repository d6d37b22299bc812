using MathNet.Numerics.Integration;

namespace Soccer.Forecasting.Models;

/// <summary>
/// What each feature adds to the margins of a model of goals. They are no sum of what features say, so each is given its share along the straight way from the mean match to this one: the mean slope
/// of a margin by the logs of the two rates there, times what the feature adds to those. On a margin that is a sum the share is the Shapley value.
/// </summary>
/// <remarks>Aumann and Shapley 1974, "Values of non-atomic games"; Sundararajan, Taly and Yan 2017, "Axiomatic attribution for deep networks", equation 1.</remarks>
static class GoalEffects
{
    // Wide enough that the rounding of a difference is 10⁻¹², and so narrow that its slope is right to 10⁻⁹.
    const double Step = 1e-4;

    // Exact for polynomials up to degree 15.
    static readonly GaussLegendreRule Path = new(0, 1, 8);

    static readonly double LeastLog = Math.Log(DixonColes.LeastRate);
    static readonly double MostLog = Math.Log(DixonColes.MostRate);

    /// <summary>The three margins where nothing is known of a row: every feature at its mean.</summary>
    public static double[] Base(GoalModel goals) => Margins(goals, Clamped(goals.HomeWeights[0]), Clamped(goals.AwayWeights[0]));

    /// <summary>Adds each feature's contributions to the margins.</summary>
    /// <param name="goals">The model.</param>
    /// <param name="row">The row; <see cref="float.NaN"/> is missing, and counts as the mean.</param>
    /// <param name="contributions">In and out: class by class, a value a feature of the row.</param>
    public static void Add(GoalModel goals, ReadOnlySpan<float> row, Span<double> contributions)
    {
        var (home, away) = (0d, 0d);
        for (var feature = 0; feature < goals.Columns.Length; feature++)
        {
            home += goals.HomeWeights[feature + 1] * Standardised(goals, feature, row);
            away += goals.AwayWeights[feature + 1] * Standardised(goals, feature, row);
        }

        var (homeWay, awayWay) = (Way(goals.HomeWeights[0], home), Way(goals.AwayWeights[0], away));
        var slopes = new double[2 * TreeEnsemble.Classes];
        for (var point = 0; point < Path.Order; point++)
        {
            var at = Path.GetAbscissa(point);
            Add(goals, homeWay.From + at * homeWay.Length, awayWay.From + at * awayWay.Length, Path.GetWeight(point), slopes);
        }

        for (var feature = 0; feature < goals.Columns.Length; feature++)
        {
            var standardised = Standardised(goals, feature, row);
            for (var outcome = 0; outcome < TreeEnsemble.Classes; outcome++)
                contributions[outcome * row.Length + goals.Columns[feature]] += standardised
                    * (slopes[outcome] * goals.HomeWeights[feature + 1] * homeWay.Share + slopes[TreeEnsemble.Classes + outcome] * goals.AwayWeights[feature + 1] * awayWay.Share);
        }
    }

    static double Standardised(GoalModel goals, int feature, ReadOnlySpan<float> row) =>
        row[goals.Columns[feature]] is var value && float.IsNaN(value) ? 0 : (value - goals.Means[feature]) / goals.Scales[feature];

    /// <summary>Where a rate's log begins, how far it goes, and the share of what features add to it that is left at a bound.</summary>
    static (double From, double Length, double Share) Way(double intercept, double added)
    {
        var (from, to) = (Clamped(intercept), Clamped(intercept + added));
        var isBound = from != intercept || to != intercept + added;
        return (from, to - from, isBound && added != 0 ? (to - from) / added : 1);
    }

    static double Clamped(double log) => Math.Clamp(log, LeastLog, MostLog);

    /// <summary>Adds how the margins change with the log of the home team's rate, and then with that of the away team's.</summary>
    static void Add(GoalModel goals, double home, double away, double weight, double[] slopes)
    {
        var (moreHome, lessHome) = (Margins(goals, home + Step, away), Margins(goals, home - Step, away));
        var (moreAway, lessAway) = (Margins(goals, home, away + Step), Margins(goals, home, away - Step));
        for (var outcome = 0; outcome < TreeEnsemble.Classes; outcome++)
        {
            slopes[outcome] += weight * (moreHome[outcome] - lessHome[outcome]) / (2 * Step);
            slopes[TreeEnsemble.Classes + outcome] += weight * (moreAway[outcome] - lessAway[outcome]) / (2 * Step);
        }
    }

    static double[] Margins(GoalModel goals, double home, double away)
    {
        var p = DixonColes.Outcomes(Math.Exp(home), Math.Exp(away), goals.Rho);
        return [Math.Log(p.Home), Math.Log(p.Draw), Math.Log(p.Away)];
    }
}
