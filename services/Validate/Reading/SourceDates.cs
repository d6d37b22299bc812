using System.Globalization;

namespace Soccer.Validate.Reading;

/// <summary>Times and seasons as the source writes them; days are <see cref="Csv.DateCell"/>'s.</summary>
public static class SourceDates
{
    /// <summary>hh:mm in UK time, or none: older files have no time, and a bad one is no reason to lose a match.</summary>
    public static TimeOnly? Time(ReadOnlySpan<char> cell) =>
        TimeOnly.TryParseExact(cell, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

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
