namespace Soccer.Forecasting.Models;

/// <summary>One forecaster of a kind: a logistic regression, trees, or trees that start from the regression.</summary>
/// <param name="Learner">How it was made: logistic, logistic+xgboost, price+xgboost.</param>
/// <param name="Start">Where the trees' margins start; none for the trees' own base score.</param>
/// <param name="Trees">The trees; none where the start is all there is.</param>
public sealed record ModelPart(string Learner, MultinomialLogistic? Start, TreeEnsemble? Trees)
{
    /// <summary>The margins of a row.</summary>
    public void Margins(ReadOnlySpan<float> row, Span<float> margins)
    {
        if (Start is null)
        {
            margins[..TreeEnsemble.Classes].Fill(Trees?.BaseScore ?? 0);
        }
        else
        {
            Start.Margins(row, margins);
        }

        Trees?.Add(row, margins);
    }

    /// <summary>Features a row must have.</summary>
    public int Features() => Math.Max(Trees?.Features ?? 0, Start is { Columns: [_, ..] columns } ? columns.Max() + 1 : 0);
}
