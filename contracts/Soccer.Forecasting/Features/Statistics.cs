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
        _ => "corners",
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
        _ => (5.8, 4.6),
    };

    /// <summary>What both teams made in a played match, where both are known.</summary>
    public static bool TryRead(Match match, Statistic statistic, out double home, out double away)
    {
        var (first, second) = statistic switch
        {
            Statistic.Points => (Points(match, Outcome.HomeWin), Points(match, Outcome.AwayWin)),
            Statistic.Goals => (match.FullTime?.Home, match.FullTime?.Away),
            Statistic.Shots => (match.HomeStatistics?.Shots, match.AwayStatistics?.Shots),
            Statistic.ShotsOnTarget => (match.HomeStatistics?.ShotsOnTarget, match.AwayStatistics?.ShotsOnTarget),
            _ => (match.HomeStatistics?.Corners, match.AwayStatistics?.Corners),
        };
        (home, away) = (first ?? 0, second ?? 0);
        return first is not null && second is not null;
    }

    static int? Points(Match match, Outcome win) =>
        match.FullTime is not { } score ? null : score.Outcome == win ? 3 : score.Outcome == Outcome.Draw ? 1 : 0;
}
