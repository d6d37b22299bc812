using Soccer.Forecasting;
using Soccer.Forecasting.Goals;

namespace Soccer.Api.Goals;

/// <summary>What a forecast says of goals, in agreement with its probabilities of the outcome.</summary>
/// <param name="Home">Expected goals of the home team.</param>
/// <param name="Away">Expected goals of the away team.</param>
/// <param name="BothScore">Probability that both teams score, 0 to 1.</param>
/// <param name="Over25">Probability of three goals or more.</param>
/// <param name="Scores">The likeliest scores, likeliest first.</param>
public sealed record GoalsAnswer(double Home, double Away, double BothScore, double Over25, IReadOnlyList<ScoreAnswer> Scores)
{
    const int Likeliest = 5;

    /// <summary>The answer for a forecast; none where no goals are expected of either, since nothing is known of both.</summary>
    /// <param name="outcome">The forecast.</param>
    /// <param name="homeGoals">Expected goals of the home team by the model of goals.</param>
    /// <param name="awayGoals">Expected goals of the away team by it.</param>
    public static GoalsAnswer? Of(Probabilities outcome, double? homeGoals, double? awayGoals)
    {
        if (homeGoals is not > 0 || awayGoals is not > 0 || Math.Min(outcome.Home, Math.Min(outcome.Draw, outcome.Away)) <= 0)
            return null;

        var grid = ScoreGrid.Of(outcome, homeGoals.Value, awayGoals.Value);
        return new(
            Math.Round(grid.HomeGoals, 3), Math.Round(grid.AwayGoals, 3), Math.Round(grid.BothScore, 6), Math.Round(grid.Over(2.5), 6),
            [.. grid.Likeliest(Likeliest).Select(chance => new ScoreAnswer(chance.Score.Home, chance.Score.Away, Math.Round(chance.Probability, 6)))]);
    }
}

/// <summary>A score.</summary>
/// <param name="Home">Goals of the home team.</param>
/// <param name="Away">Goals of the away team.</param>
/// <param name="Probability">0 to 1.</param>
public sealed record ScoreAnswer(int Home, int Away, double Probability);
