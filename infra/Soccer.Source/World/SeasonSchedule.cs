namespace Soccer.Source.World;

/// <summary>A division's appointments for a season, postponements already known.</summary>
public static class SeasonSchedule
{
    const double Postponed = .015, LeftInTheFile = .25;

    /// <summary>In the order of dates; no club plays twice a day.</summary>
    public static Appointment[] Of(DivisionPlan plan, Club[] clubs, int year, bool calendarYear, Dice dice)
    {
        var shuffled = clubs.OrderBy(_ => dice.Uniform()).ToArray();
        var days = SeasonCalendar.Rounds(year, plan.Rounds, calendarYear);
        var rounds = RoundRobin.Rounds(plan.Teams, plan.Meetings);
        var appointments = new List<Appointment>();
        for (var round = 0; round < days.Length; round++)
        {
            var (day, midweek) = days[round];
            var beforeMidweek = round + 1 < days.Length && days[round + 1].Day.DayNumber - day.DayNumber < 7;
            foreach (var (home, away) in rounds[round])
            {
                var (date, kickOff) = SeasonCalendar.Slot(day, midweek, beforeMidweek, round >= days.Length - 2, dice);
                appointments.Add(new(shuffled[home], shuffled[away], date, kickOff));
            }
        }
        Postpone(appointments, days[^1].Day, dice);
        return [.. appointments.OrderBy(a => a.Date).ThenBy(a => a.KickOff).ThenBy(a => a.Home.Name, StringComparer.Ordinal)];
    }

    static void Postpone(List<Appointment> appointments, DateOnly end, Dice dice)
    {
        for (var i = 0; i < appointments.Count; i++)
        {
            if (!dice.Chance(Postponed)) continue;
            var kept = dice.Chance(LeftInTheFile);
            var match = appointments[i];
            if (FreeTuesday(match, appointments, match.Date.AddDays(10 + dice.Below(40)), end) is { } date)
                appointments[i] = match with { Date = date, KickOff = new(19, 45), PostponedFrom = kept ? match.Date : null };
        }
    }

    // The first Tuesday from a day on when neither club plays within two days, before the season's last round.
    static DateOnly? FreeTuesday(Appointment match, List<Appointment> appointments, DateOnly from, DateOnly end)
    {
        var busy = appointments.Where(a => a.Home == match.Home || a.Away == match.Home || a.Home == match.Away || a.Away == match.Away).ToArray();
        for (var day = from; day < end.AddDays(-3); day = day.AddDays(1))
            if (day.DayOfWeek == DayOfWeek.Tuesday && busy.All(a => Math.Abs(a.Date.DayNumber - day.DayNumber) > 2)) return day;
        return null;
    }
}
