using System.Globalization;
using Soccer.Cli.Terminal;

namespace Soccer.Cli.Forecasts;

/// <summary>What a forecast says of goals, in two lines.</summary>
static class GoalLines
{
    public static void Print(GoalsView goals)
    {
        Screen.Line($"goals {Number(goals.Home, "0.00")} - {Number(goals.Away, "0.00")}; both score {Number(goals.BothScore * 100, "0.0")}%, three or more {Number(goals.Over25 * 100, "0.0")}%");
        Screen.Line($"likeliest {string.Join(", ", goals.Scores.Select(score => $"{score.Home}-{score.Away} {Number(score.Probability * 100, "0.0")}%"))}");
    }

    static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
