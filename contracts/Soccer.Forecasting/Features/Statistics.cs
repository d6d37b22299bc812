namespace Soccer.Forecasting.Features;

/// <summary>How families read and name statistics.</summary>
static class Statistics
{
    /// <summary>As it stands in the names of features.</summary>
    public static string NameOf(Statistic statistic) => statistic switch
    {
        Statistic.Points => "points",
        Statistic.Goals => "goals",
        Statistic.Shots => "shots",
        Statistic.ShotsOnTarget => "shots_on_target",
        Statistic.Corners => "corners",
        Statistic.EarlyGoals => "early_goals",
        Statistic.Fouls => "fouls",
        Statistic.Yellows => "yellows",
        Statistic.Reds => "reds",
        _ => "chances",
    };

    /// <summary>As it stands in a sentence.</summary>
    public static string WordOf(Statistic statistic) => NameOf(statistic).Replace('_', ' ');

    /// <summary>
    /// What a home team and an away team make in a match of professional football: round figures that only carry a division through its first weeks.
    /// </summary>
    public static (double Home, double Away) Usual(Statistic statistic) => statistic switch
    {
        Statistic.Points => (1.6, 1.1),
        Statistic.Goals => (1.5, 1.1),
        Statistic.Shots => (13, 10),
        Statistic.ShotsOnTarget => (5.5, 4.2),
        Statistic.Corners => (5.8, 4.6),
        Statistic.EarlyGoals => (0.65, 0.5),
        Statistic.Fouls => (12, 12),
        Statistic.Yellows => (1.6, 2),
        Statistic.Reds => (0.07, 0.1),
        _ => (1.5, 1.15),
    };

    /// <summary>What both teams made in a played match, where both are known.</summary>
    public static bool TryRead(Match match, Statistic statistic, out double home, out double away)
    {
        var first = Read(match.FullTime?.Home, match.FullTime?.Away, match.HalfTime?.Home, match.HomeStatistics, statistic);
        var second = Read(match.FullTime?.Away, match.FullTime?.Home, match.HalfTime?.Away, match.AwayStatistics, statistic);
        (home, away) = (first ?? 0, second ?? 0);
        return first is not null && second is not null;
    }

    static double? Read(int? goals, int? conceded, int? early, TeamStatistics? team, Statistic statistic) => statistic switch
    {
        Statistic.Points => goals is null ? null : goals > conceded ? 3 : goals == conceded ? 1 : 0,
        Statistic.Goals => goals,
        Statistic.Shots => team?.Shots,
        Statistic.ShotsOnTarget => team?.ShotsOnTarget,
        Statistic.Corners => team?.Corners,
        Statistic.EarlyGoals => early ?? 0.45 * goals,
        Statistic.Fouls => team?.Fouls,
        Statistic.Yellows => team?.Yellows,
        Statistic.Reds => team?.Reds,
        _ => 0.4 * goals + 0.13 * team?.ShotsOnTarget + 0.012 * (team?.Shots + team?.Corners),
    };
}
