namespace Soccer.Forecasting.Models;

/// <summary>
/// What each feature adds to the margins of a part, up to what is common to the three: exact Shapley values of the trees (<see cref="TreeShap"/>) and of the regression that they start from, whose
/// scores are sums; of a model of goals, <see cref="GoalEffects"/>.
/// </summary>
/// <remarks>Of the regression: Lundberg and Lee 2017, "A unified approach to interpreting model predictions", corollary 1, with every feature's mean as what is not known.</remarks>
sealed class PartEffects
{
    readonly ModelPart part;
    readonly TreeShap? shap;
    readonly double[] nothing = new double[TreeEnsemble.Classes];

    /// <summary>Works out what does not depend on the row.</summary>
    /// <exception cref="ArgumentException">The trees don't know their covers.</exception>
    public PartEffects(ModelPart part)
    {
        this.part = part;
        shap = part.Trees is { Rounds: > 0 } trees ? new(trees) : null;
        if (part.Goals is { } goals)
            nothing = GoalEffects.Base(goals);
        else if (part.Start is { } start)
            for (var outcome = 0; outcome < nothing.Length; outcome++)
                nothing[outcome] = start.Weights[outcome * (start.Columns.Length + 1)];

        for (var outcome = 0; shap is not null && outcome < nothing.Length; outcome++)
            nothing[outcome] += shap.Expected[outcome] - part.Trees!.BaseScore;
    }

    /// <summary>The margins where nothing is known of a row: three.</summary>
    public ReadOnlySpan<double> Base => nothing;

    /// <summary>Each feature's contributions: class by class, a value a feature of the row.</summary>
    public double[] Of(ReadOnlySpan<float> row)
    {
        var contributions = new double[TreeEnsemble.Classes * row.Length];
        if (part.Goals is { } goals)
            GoalEffects.Add(goals, row, contributions);
        else if (part.Start is { } start)
            Add(start, row, contributions);

        shap?.Add(row, contributions);
        return contributions;
    }

    static void Add(MultinomialLogistic start, ReadOnlySpan<float> row, double[] contributions)
    {
        for (var feature = 0; feature < start.Columns.Length; feature++)
        {
            var column = start.Columns[feature];
            if (float.IsNaN(row[column]))
                continue;

            var standardised = (row[column] - start.Means[feature]) / start.Scales[feature];
            for (var outcome = 0; outcome < TreeEnsemble.Classes; outcome++)
                contributions[outcome * row.Length + column] += start.Weights[outcome * (start.Columns.Length + 1) + feature + 1] * standardised;
        }
    }
}
