namespace Soccer.Source.Replay;

/// <summary>A date cell: dd/mm/yy or dd/mm/yyyy, leading zeros optional, spaces around allowed.</summary>
public static class MatchDate
{
    /// <summary>The day number (<see cref="DateOnly.DayNumber"/>), or −1 where the cell is no date. Two digits from 70 on are years of the 1900s.</summary>
    public static int DayNumber(ReadOnlySpan<byte> cell)
    {
        cell = cell.Trim(" \t\""u8);
        var first = cell.IndexOf((byte)'/');
        if (first < 0) return -1;
        var second = cell[(first + 1)..].IndexOf((byte)'/');
        if (second < 0) return -1;
        var yearText = cell[(first + second + 2)..];
        var (day, month, year) = (Number(cell[..first]), Number(cell.Slice(first + 1, second)), Number(yearText));
        if (yearText.Length == 2) year += year >= 70 ? 1900 : 2000;
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return -1;
        return new DateOnly(year, month, day).DayNumber;
    }

    static int Number(ReadOnlySpan<byte> digits)
    {
        if (digits.Length is 0 or > 4) return -1;
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9') return -1;
            number = number * 10 + digit - '0';
        }
        return number;
    }
}
