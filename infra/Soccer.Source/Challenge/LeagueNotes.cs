using System.Globalization;
using Soccer.Csv;

namespace Soccer.Source.Challenge;

/// <summary>Warnings about a whole file, each row of which is valid.</summary>
static class LeagueNotes
{
    /// <summary>Days after the newest result within which the fixtures of a list usually lie.</summary>
    const int SoonDays = 31;

    const int Named = 3;

    public static IEnumerable<string> Of(PlainFile results, PlainFile? list)
    {
        foreach (var (code, names) in results.Leagues.Alike)
            yield return $"{string.Join(" and ", names.Select(name => $"'{name}'"))} are read as one league, {code}";
        var seasons = new Seasons(results.Matches);
        List<PlainMatch> played = [.. results.Matches.Where(match => match.Goals is not null)];
        foreach (var league in played.Where(match => !results.Leagues.HasCountry(match.LeagueName)).GroupBy(match => match.League)
            .OrderBy(league => league.Key.Code, StringComparer.Ordinal))
            if (league.GroupBy(match => seasons.Of(match)).OrderByDescending(season => season.Key, StringComparer.Ordinal)
                .Select(season => TeamGroups.Of(season.ToList())).FirstOrDefault(teams => teams.Count > 1) is { } groups)
                yield return Line(
                    $"Warning: the teams of {league.First().LeagueName} fall into {groups.Count} groups that never meet ")
                    + $"({string.Join("; ", groups.Select(Some))}). Where these are leagues of several countries, add a column Country";
        if (list is not null && played.Count > 0 && FitsTheOtherOrder(list, played.Max(match => match.Date)))
        {
            var days = list.Matches.Select(match => match.Date).ToList();
            yield return $"Warning: with the month first, the dates of {list.Name} would run from {Span(list.OtherDays)}; "
                + $"they are read with the day first, from {Span(days)}. Write dates as yyyy-mm-dd to be sure";
        }
    }

    static bool FitsTheOtherOrder(PlainFile list, DateOnly newest) =>
        list.OtherDays.Count > 0 && list.Order == DateOrder.DayFirst
        && !IsSoonAfter(newest, [.. list.Matches.Select(match => match.Date)]) && IsSoonAfter(newest, list.OtherDays);

    static bool IsSoonAfter(DateOnly newest, IReadOnlyCollection<DateOnly> days) =>
        days.Min() > newest && days.Max() <= newest.AddDays(SoonDays);

    static string Span(IReadOnlyCollection<DateOnly> days) => Line($"{days.Min():yyyy-MM-dd} to {days.Max():yyyy-MM-dd}");

    static string Some(IReadOnlyList<string> teams) => $"{string.Join(", ", teams.Take(Named))}{(teams.Count > Named ? ", ..." : "")}";

    static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
