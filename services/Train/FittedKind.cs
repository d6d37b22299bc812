using Soccer.Forecasting.Models;

namespace Soccer.Train;

/// <summary>A kind's forecaster, with what its fit says of itself.</summary>
/// <param name="Model">The forecaster.</param>
/// <param name="Fit">What it was fitted on before a stop part was added, of the matches that the kind serves.</param>
/// <param name="Stop">What said when to stop and how to blend, likewise; none where the number of rounds was fixed.</param>
/// <param name="Scores">Each part on each walk-forward year, where there are any, and all that was tried on the stop part.</param>
public sealed record FittedKind(KindModel Model, MatchSpan Fit, MatchSpan? Stop, FoldScore[] Scores)
{
    /// <summary>How the parts become one: see <see cref="Ensemble.NameOf"/>.</summary>
    public string Blend => Ensemble.NameOf(Model.Parts, Model.Meta);

    /// <summary>Boosting rounds of the part that has most.</summary>
    public int Rounds => Model.Parts.Max(part => part.Trees?.Rounds ?? 0);

    /// <summary>How what was kept did on the stop part, where there was one.</summary>
    public FoldScore? StopScore => Scores.FirstOrDefault(score => score.Fold == FoldScore.Stop && score.Score.Forecaster == Blend);
}
