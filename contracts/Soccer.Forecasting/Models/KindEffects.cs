using MathNet.Numerics.Integration;

namespace Soccer.Forecasting.Models;

/// <summary>
/// What each feature of a row adds to the margins of a kind's forecast, as the kind combines its parts. Margins are taken without what is common to the three, which the probabilities don't hear:
/// ln p less the mean of the three ln p. What is known before a row and all contributions sum to them. Safe for several threads.
/// </summary>
public sealed class KindEffects
{
    // Exact for polynomials up to degree 15.
    static readonly GaussLegendreRule Path = new(0, 1, 8);

    readonly KindModel kind;
    readonly PartEffects[] parts;

    /// <summary>Works out what does not depend on the row.</summary>
    /// <exception cref="ArgumentException">Trees don't know their covers.</exception>
    public KindEffects(KindModel kind)
    {
        this.kind = kind;
        parts = Array.ConvertAll(kind.Parts, part => new PartEffects(part));
        Span<double> nothing = stackalloc double[TreeEnsemble.Classes];
        for (var part = 0; part < parts.Length; part++)
            Combine(part, kind.Meta is null ? parts[part].Base : LogProbabilities(parts[part].Base), 1, nothing, isConstant: true);

        for (var outcome = 0; kind.Meta is { } meta && outcome < nothing.Length; outcome++)
            nothing[outcome] += meta.Weights[outcome * (meta.Columns.Length + 1)];

        Base = Effects.Centred(nothing[0], nothing[1], nothing[2]);
    }

    /// <summary>The margins where nothing is known of a row.</summary>
    public Effects Base { get; }

    /// <summary>Each feature's contributions.</summary>
    /// <param name="row">A row that the kind serves; <see cref="float.NaN"/> is missing.</param>
    /// <returns>One a value of the row.</returns>
    public Effects[] Of(ReadOnlySpan<float> row)
    {
        var sums = new double[TreeEnsemble.Classes * row.Length];
        for (var part = 0; part < parts.Length; part++)
        {
            var contributions = parts[part].Of(row);
            if (kind.Meta is not null)
                ToLogProbabilities(parts[part].Base, contributions, row.Length);

            Combine(part, contributions, row.Length, sums, isConstant: false);
        }

        var effects = new Effects[row.Length];
        for (var feature = 0; feature < effects.Length; feature++)
            effects[feature] = Effects.Centred(sums[feature], sums[row.Length + feature], sums[2 * row.Length + feature]);

        return effects;
    }

    /// <summary>Adds a part's values, class by class, as the kind weighs them.</summary>
    void Combine(int part, ReadOnlySpan<double> values, int width, Span<double> sums, bool isConstant)
    {
        if (kind.Meta is not { } meta)
        {
            for (var at = 0; at < sums.Length; at++)
                sums[at] += kind.Weights![part] * values[at];

            return;
        }

        for (var column = 0; column < meta.Columns.Length; column++)
            if (meta.Columns[column] / TreeEnsemble.Classes == part)
                for (var at = 0; at < sums.Length; at++)
                    sums[at] += meta.Weights[at / width * (meta.Columns.Length + 1) + column + 1]
                        * (values[meta.Columns[column] % TreeEnsemble.Classes * width + at % width] - (isConstant ? meta.Means[column] : 0)) / meta.Scales[column];
    }

    static double[] LogProbabilities(ReadOnlySpan<double> margins)
    {
        var p = Softmax.Of(margins[0], margins[1], margins[2]);
        return [Math.Log(p.Home), Math.Log(p.Draw), Math.Log(p.Away)];
    }

    /// <summary>
    /// From what features add to margins to what they add to log-probabilities, which a meta-learner reads: less the mean of it over the outcomes, each with its mean probability on the straight way
    /// from nothing known to the row. That is their share along that way, as in <see cref="GoalEffects"/>.
    /// </summary>
    static void ToLogProbabilities(ReadOnlySpan<double> nothing, double[] contributions, int width)
    {
        Span<double> added = stackalloc double[TreeEnsemble.Classes];
        for (var at = 0; at < contributions.Length; at++)
            added[at / width] += contributions[at];

        var (home, draw, away) = (0d, 0d, 0d);
        for (var point = 0; point < Path.Order; point++)
        {
            var (at, weight) = (Path.GetAbscissa(point), Path.GetWeight(point));
            var p = Softmax.Of(nothing[0] + at * added[0], nothing[1] + at * added[1], nothing[2] + at * added[2]);
            (home, draw, away) = (home + weight * p.Home, draw + weight * p.Draw, away + weight * p.Away);
        }

        for (var feature = 0; feature < width; feature++)
        {
            var common = home * contributions[feature] + draw * contributions[width + feature] + away * contributions[2 * width + feature];
            for (var outcome = 0; outcome < TreeEnsemble.Classes; outcome++)
                contributions[outcome * width + feature] -= common;
        }
    }
}
