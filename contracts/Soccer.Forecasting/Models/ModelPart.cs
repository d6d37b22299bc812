namespace Soccer.Forecasting.Models;

/// <summary>One forecaster of a model. The model's margins are the weighted sum of its parts' margins: a weighted geometric mean of their probabilities.</summary>
/// <param name="Weight">Above 0; the parts' weights sum to 1.</param>
/// <param name="Start">Where the trees' margins start; none for the trees' own base score.</param>
/// <param name="Trees">The trees.</param>
public sealed record ModelPart(double Weight, MultinomialLogistic? Start, TreeEnsemble Trees)
{
    /// <summary>The margins of a row.</summary>
    public void Margins(ReadOnlySpan<float> row, Span<float> margins)
    {
        if (Start is null)
        {
            Trees.Margins(row, margins);
            return;
        }

        Start.Margins(row, margins);
        Trees.Add(row, margins);
    }

    /// <summary>Features a row must have.</summary>
    public int Features() => Math.Max(Trees.Features, Start is { Columns: [_, ..] columns } ? columns.Max() + 1 : 0);
}
