using Soccer.Cli.Terminal;

namespace Soccer.Cli.Forecasts;

/// <summary>The goals that a forecast expects, in two lines.</summary>
static class GoalLines
{
    public static void Print(GoalsView goals)
    {
        Screen.Line(
            $"expected goals {FixtureColumns.Odds(goals.Home)} - {FixtureColumns.Odds(goals.Away)}; "
            + $"both teams score {FixtureColumns.Percent(goals.BothScore)}%, three goals or more {FixtureColumns.Percent(goals.Over25)}%");
        var scores = goals.Scores.Select(score => $"{score.Home}-{score.Away} {FixtureColumns.Percent(score.Probability)}%");
        Screen.Line($"likeliest scores {string.Join(", ", scores)}");
    }
}
