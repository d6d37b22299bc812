using System.Globalization;

namespace Soccer.Validate.Reading;

/// <summary>Dates and times as the source writes them.</summary>
public static class SourceDates
{
    /// <summary>dd/mm/yy or dd/mm/yyyy, or none. The source begins in 1993: 90 to 99 are the last century's.</summary>
    public static DateOnly? Date(ReadOnlySpan<char> cell)
    {
        Span<Range> parts = stackalloc Range[4];
        if (cell.Split(parts, '/') != 3 || Number(cell[parts[0]]) is not { } day || Number(cell[parts[1]]) is not { } month)
            return null;
        var yearCell = cell[parts[2]];
        if (yearCell.Length is not (2 or 4) || Number(yearCell) is not { } year)
            return null;
        if (yearCell.Length == 2)
            year += year >= 90 ? 1900 : 2000;
        var real = year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return real ? new DateOnly(year, month, day) : null;
    }

    /// <summary>hh:mm in UK time, or none: older files have no time, and a bad one is no reason to lose a match.</summary>
    public static TimeOnly? Time(ReadOnlySpan<char> cell) =>
        TimeOnly.TryParseExact(cell, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>The year in which a season began: 2012/2013 and 2012 are 2012. None where it is neither.</summary>
    public static int? Season(ReadOnlySpan<char> cell)
    {
        var slash = cell.IndexOf('/');
        var first = Number(slash < 0 ? cell : cell[..slash]);
        if (first is not (>= 1990 and <= 2100) || (slash >= 0 && Number(cell[(slash + 1)..]) != first + 1))
            return null;
        return first;
    }

    static int? Number(ReadOnlySpan<char> cell) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
