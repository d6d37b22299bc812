using System.Globalization;
using Soccer.Csv;

namespace Soccer.Source.Challenge;

/// <summary>
/// The season of each match, as the site writes it: 2016/2017 or 2016. A league whose matches go on through midsummer (more than 3% of them from 10 June to 10 July; those that rest have fewer, even with
/// 2020's) plays in calendar years, any other from July to June. The file's own season counts where the day can be in it.
/// </summary>
public sealed class Seasons
{
    const double Midsummer = 0.03;

    readonly HashSet<string> calendarYears;

    /// <summary>Learns from all matches how each league plays.</summary>
    public Seasons(IEnumerable<PlainMatch> matches) => calendarYears = [.. matches
        .GroupBy(match => match.League.Code)
        .Where(league => league.Average(match => (match.Date.Month, match.Date.Day) is (6, >= 10) or (7, <= 10) ? 1 : 0) > Midsummer)
        .Select(league => league.Key)];

    /// <summary>The season of a match.</summary>
    public string Of(PlainMatch match)
    {
        var calendar = calendarYears.Contains(match.League.Code);
        if (Label(match.Season, calendar) is { } label && SeasonDays.Contains(label.Year, label.TwoYears, match.Date)) return Text(label);
        return Text(new(calendar || match.Date.Month >= 7 ? match.Date.Year : match.Date.Year - 1, !calendar));
    }

    // 2016/2017, 2016-17, 16-17; or one year, which says nothing of the months.
    static Season? Label(string cell, bool calendar)
    {
        var parts = cell.Split('/', '-');
        if (parts.Length > 2 || Year(parts[0]) is not { } first) return null;
        if (parts.Length == 1) return cell.Length == 4 ? new(first, !calendar) : null;
        return Year(parts[1]) == first + 1 ? new(first, true) : null;
    }

    static int? Year(string text) => text.Trim() is { Length: 2 or 4 } digits && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        ? digits.Length == 4 ? year : year + (year >= 90 ? 1900 : 2000)
        : null;

    static string Text(Season season) => season.TwoYears ? $"{season.Year}/{season.Year + 1}" : $"{season.Year}";

    readonly record struct Season(int Year, bool TwoYears);
}
