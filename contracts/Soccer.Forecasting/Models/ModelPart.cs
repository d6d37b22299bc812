using System.Text.Json.Serialization;

namespace Soccer.Forecasting.Models;

/// <summary>One forecaster of a kind: a logistic regression, trees, trees that start from the regression, or a model of goals.</summary>
/// <param name="Learner">How it was made: logistic, logistic+xgboost, price+xgboost, dixon-coles.</param>
/// <param name="Start">Where the trees' margins start; none for the trees' own base score.</param>
/// <param name="Trees">The trees; none where the start is all there is.</param>
/// <param name="Goals">The model of goals; then there is no start and no tree.</param>
public sealed record ModelPart(
    string Learner, MultinomialLogistic? Start, TreeEnsemble? Trees, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] GoalModel? Goals = null)
{
    /// <summary>The margins of a row.</summary>
    public void Margins(ReadOnlySpan<float> row, Span<float> margins)
    {
        if (Goals is not null)
            Goals.Margins(row, margins);
        else if (Start is not null)
            Start.Margins(row, margins);
        else
            margins[..TreeEnsemble.Classes].Fill(Trees?.BaseScore ?? 0);

        Trees?.Add(row, margins);
    }

    /// <summary>Features a row must have.</summary>
    public int Features() => Math.Max(Trees?.Features ?? 0, Math.Max(Widest(Start?.Columns), Widest(Goals?.Columns)));

    static int Widest(int[]? columns) => columns is { Length: > 0 } ? columns.Max() + 1 : 0;
}
