using System.Buffers;
using System.Globalization;

namespace Soccer.Csv;

/// <summary>What comes first in a date such as 04/05/2025.</summary>
public enum DateOrder
{
    /// <summary>4 May, as in most of the world and in football-data.co.uk's files.</summary>
    DayFirst,

    /// <summary>April 5, as in the USA.</summary>
    MonthFirst,

    /// <summary>Both in one file, so that most dates may be either.</summary>
    Mixed,
}

/// <summary>
/// A day as people and programs write it: 13/08/2016, 13/8/16, 13.08.2016, 13-08-2016, 2016-08-13, 20160813, 13 Aug 2016, Sat Aug 13 2016,
/// and 42595, a spreadsheet's number of a day. A time of day behind it is cut off.
/// </summary>
public static class DateCell
{
    /// <summary>The first and last year that a match file may hold.</summary>
    public const int FirstYear = 1872, LastYear = 2100;

    /// <summary>Cells of another order than the file's that are mistyped.</summary>
    const int Mistyped = 2;

    // Day 0 of spreadsheets; the numbers are 1 January 1990 and 31 December 2100.
    static readonly DateOnly SpreadsheetZero = new(1899, 12, 30);
    const int FirstSpreadsheetDay = 32874, LastSpreadsheetDay = 73415;

    static readonly SearchValues<char> Between = SearchValues.Create("/.-, ");
    static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>The day of a cell; null where it is none.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="order">What comes first where both parts may be a day or a month.</param>
    public static DateOnly? Read(ReadOnlySpan<char> cell, DateOrder order = DateOrder.DayFirst)
    {
        Parts parts = default;
        return !parts.Split(cell.Trim()) ? null : parts.Count switch
        {
            1 => Number(parts[0]),
            3 when parts.Month > 0 => Named(parts),
            3 when parts[0].Length == 4 => Day(Int(parts[0]), Int(parts[1]), Int(parts[2])),
            3 => order == DateOrder.DayFirst
                ? Day(Year(parts[2]), Int(parts[1]), Int(parts[0]))
                : Day(Year(parts[2]), Int(parts[0]), Int(parts[1])),
            _ => null,
        };
    }

    /// <summary>
    /// Which order a file's dates have. Month first only where that is sure: more than a mistyped cell or two can be read no other way, and
    /// hardly any can be read with the day first alone. Where many of both are there, nobody can tell what 04/05 means:
    /// <see cref="DateOrder.Mixed"/>.
    /// </summary>
    public static DateOrder OrderOf(IEnumerable<string> cells)
    {
        int dates = 0, dayFirst = 0, monthFirst = 0;
        foreach (var cell in cells)
        {
            Parts parts = default;
            if (!parts.Split(cell.AsSpan().Trim()) || parts.Count != 3 || parts.Month > 0 || parts[0].Length == 4)
                continue;
            dates++;
            var (first, second) = (Int(parts[0]), Int(parts[1]));
            dayFirst += first is > 12 and <= 31 && second is >= 1 and <= 12 ? 1 : 0;
            monthFirst += second is > 12 and <= 31 && first is >= 1 and <= 12 ? 1 : 0;
        }
        var (isMonthFirst, isDayFirst) = (monthFirst > Mistyped, dayFirst > Mistyped);
        return isMonthFirst && isDayFirst ? DateOrder.Mixed
            : isMonthFirst || (dayFirst == 0 && monthFirst * 5 > dates) ? DateOrder.MonthFirst
            : DateOrder.DayFirst;
    }

    static DateOnly? Number(ReadOnlySpan<char> digits) => digits.Length switch
    {
        8 => Day(Int(digits[..4]), Int(digits[4..6]), Int(digits[6..])),
        5 when Int(digits) is >= FirstSpreadsheetDay and <= LastSpreadsheetDay and var number => SpreadsheetZero.AddDays(number),
        _ => null,
    };

    // 13 Aug 2016, Aug 13 2016, 2016 Aug 13.
    static DateOnly? Named(Parts parts)
    {
        Span<int> rest = stackalloc int[2];
        var at = 0;
        for (var part = 0; part < 3; part++)
        {
            if (part != parts.MonthAt)
                rest[at++] = part;
        }
        var yearFirst = parts[rest[0]].Length == 4;
        return Day(Year(parts[rest[yearFirst ? 0 : 1]]), parts.Month, Int(parts[rest[yearFirst ? 1 : 0]]));
    }

    static DateOnly? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    // Two digits: 90 to 99 are the last century's, because the published files begin in 1993.
    static int Year(ReadOnlySpan<char> digits) => digits.Length switch
    {
        4 => Int(digits),
        2 => Int(digits) is >= 90 and var late ? 1900 + late : Int(digits) is >= 0 and var early ? 2000 + early : -1,
        _ => -1,
    };

    static int Int(ReadOnlySpan<char> digits) =>
        digits.Length <= 5 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>The parts of a date between / . - , and spaces, without the weekday and the time of day.</summary>
    ref struct Parts
    {
        ReadOnlySpan<char> first, second, third;

        public int Count { get; private set; }

        /// <summary>The month that is written out, 1 to 12; 0 where none is.</summary>
        public int Month { get; private set; }

        public int MonthAt { get; private set; }

        public readonly ReadOnlySpan<char> this[int index] => index switch { 0 => first, 1 => second, _ => third };

        public bool Split(ReadOnlySpan<char> cell)
        {
            cell = WithoutTime(cell);
            while (!cell.IsEmpty && Count < 3)
            {
                var length = cell.IndexOfAny(Between);
                var part = length < 0 ? cell : cell[..length];
                cell = length < 0 ? [] : cell[(length + 1)..];
                if (part.Contains(':'))
                    break;
                if (part.IsEmpty || (Count == 0 && Find(Weekdays, part) > 0))
                    continue;
                if (!Add(part))
                    return false;
            }
            return Count > 0;
        }

        // 2016-08-13T15:00:00Z.
        static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> cell) =>
            cell.IndexOf('T') is > 0 and var at && char.IsAsciiDigit(cell[at - 1]) ? cell[..at] : cell;

        bool Add(ReadOnlySpan<char> part)
        {
            if (!char.IsAsciiDigit(part[0]))
            {
                if (Month > 0 || Find(Months, part) is not (> 0 and var month))
                    return false;
                (Month, MonthAt) = (month, Count);
            }
            switch (Count++)
            {
                case 0: first = part; break;
                case 1: second = part; break;
                default: third = part; break;
            }
            return true;
        }

        // By the first three letters, as in Aug and August.
        static int Find(string[] names, ReadOnlySpan<char> word)
        {
            for (var at = 0; at < names.Length && word.Length >= 3; at++)
            {
                if (word[..3].Equals(names[at], StringComparison.OrdinalIgnoreCase))
                    return at + 1;
            }
            return 0;
        }
    }
}
