namespace Soccer.Source.World;

/// <summary>The days of a season: a date and, from 2019 on, a kick-off for every match of every round.</summary>
public static class SeasonCalendar
{
    // Weeks of the season without league matches: national teams play.
    static readonly int[] Breaks = [4, 9, 14, 32];
    const int Weeks = 42;

    /// <summary>The Saturday of the first round: the second of August, or the last of January in a calendar-year league.</summary>
    public static DateOnly Start(int year, bool calendarYear)
    {
        var from = calendarYear ? new DateOnly(year, 1, 25) : new DateOnly(year, 8, 8);
        return from.AddDays(((int)DayOfWeek.Saturday - (int)from.DayOfWeek + 7) % 7);
    }

    /// <summary>The Saturday, or midweek Tuesday, of each round, spread over the season; midweeks only where weekends do not suffice.</summary>
    public static (DateOnly Day, bool Midweek)[] Rounds(int year, int rounds, bool calendarYear)
    {
        var start = Start(year, calendarYear);
        var weekends = Enumerable.Range(0, Weeks).Except(Breaks).Select(week => start.AddDays(7 * week)).ToArray();
        var onWeekends = Math.Min(rounds, weekends.Length);
        var midweeks = rounds - onWeekends;
        var days = Enumerable.Range(0, onWeekends)
            .Select(k => (Day: weekends[(int)((k + .5) * weekends.Length / onWeekends)], Midweek: false))
            .Concat(Enumerable.Range(0, midweeks)
                .Select(k => (Day: weekends[(int)((k + .5) * weekends.Length / midweeks)].AddDays(3), Midweek: true)));
        return [.. days.OrderBy(d => d.Day)];
    }

    /// <summary>A match's own day and kick-off within its round. Mondays are not used before a midweek round, nor in the last two rounds, which are played at once.</summary>
    public static (DateOnly Day, TimeOnly KickOff) Slot(DateOnly day, bool midweek, bool beforeMidweek, bool together, Dice dice)
    {
        var u = dice.Uniform();
        var hour = dice.Uniform();
        if (together) return (day.AddDays(1), new(16, 0));
        if (midweek) return (day.AddDays(u < .7 ? 0 : 1), hour < .6 ? new(19, 45) : new(20, 0));
        return u switch
        {
            < .05 => (day.AddDays(-1), new(20, 0)),
            < .68 => (day, hour < .2 ? new(12, 30) : hour < .75 ? new(15, 0) : new(17, 30)),
            < .94 => (day.AddDays(1), hour < .5 ? new(14, 0) : new(16, 30)),
            _ => beforeMidweek ? (day, new(15, 0)) : (day.AddDays(2), new(20, 0)),
        };
    }
}
