namespace Soccer.Csv;

/// <summary>Which days the matches of a file may have.</summary>
public static class SeasonDays
{
    /// <summary>The first year that is read: the source begins in 1993, and older matches say nothing about today's teams.</summary>
    public const int FirstYear = 1990;

    /// <summary>
    /// Whether a day can be in a season. One over two years lasts from June to August of the next year (2019/20 ended in August); one in a
    /// calendar year may end in March of the next (Brazil's 2020 did in February).
    /// </summary>
    /// <param name="season">The year in which the season begins.</param>
    /// <param name="spansTwoYears">Whether it is named by two years, as 2012/2013.</param>
    /// <param name="day">The day.</param>
    public static bool Contains(int season, bool spansTwoYears, DateOnly day) => spansTwoYears
        ? day >= new DateOnly(season, 6, 1) && day <= new DateOnly(season + 1, 8, 31)
        : day >= new DateOnly(season, 1, 1) && day <= new DateOnly(season + 1, 3, 31);
}
