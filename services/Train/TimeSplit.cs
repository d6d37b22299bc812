using Soccer.Forecasting.Models;

namespace Soccer.Train;

/// <summary>
/// Matches cut at match days into warm-up, fit, stop and hold-out, oldest first. Nothing of a later part is known in an earlier one, and a day's matches are never
/// in two parts.
/// </summary>
/// <param name="Fit">Positions of the matches that trees are fitted on.</param>
/// <param name="Stop">Positions of those that say when to stop.</param>
/// <param name="HoldOut">Positions of the newest, which nothing was chosen by.</param>
public sealed record TimeSplit(Range Fit, Range Stop, Range HoldOut)
{
    /// <summary>Matches that each part needs, so that a score means anything.</summary>
    public const int LeastMatches = 20;

    /// <summary>
    /// Cuts ascending dates. Hold-out and stop take their days from the newest match day backwards, each at most a fifth of the days there are; the warm-up takes its
    /// years, but at most a third of the days before the stop part.
    /// </summary>
    /// <exception cref="ArgumentException">A part would have fewer than <see cref="LeastMatches"/> matches.</exception>
    public static TimeSplit Of(ReadOnlySpan<DateOnly> dates, SplitOptions options)
    {
        if (dates.IsEmpty)
            throw new ArgumentException("There is no played match to train on.", nameof(dates));

        var (first, last) = (dates[0], dates[^1]);
        var days = last.DayNumber - first.DayNumber + 1;
        // A part's first day: its days end with the day before the next part's.
        var holdOutFrom = last.AddDays(1 - Math.Min(options.HoldOutDays, days / 5));
        var split = At(dates, holdOutFrom.AddDays(-Math.Min(options.StopDays, days / 5)), holdOutFrom, options.WarmUpYears);
        var (fit, stop, holdOut) = (dates[split.Fit].Length, dates[split.Stop].Length, dates[split.HoldOut].Length);
        return Math.Min(fit, Math.Min(stop, holdOut)) < LeastMatches
            ? throw new ArgumentException(
                $"{dates.Length} matches from {first:yyyy-MM-dd} to {last:yyyy-MM-dd} make parts of {fit} to fit, {stop} to stop and {holdOut} held out; each needs {LeastMatches}. "
                + "Ingest more seasons.", nameof(dates))
            : split;
    }

    /// <summary>Cuts ascending dates, at least one, on given days. A part may be left without a match.</summary>
    /// <param name="dates">Match days.</param>
    /// <param name="stopFrom">First day of the stop part.</param>
    /// <param name="holdOutFrom">First day of the hold-out, not before it.</param>
    /// <param name="warmUpYears">Years of the warm-up; it takes at most a third of the days before the stop part.</param>
    public static TimeSplit At(ReadOnlySpan<DateOnly> dates, DateOnly stopFrom, DateOnly holdOutFrom, int warmUpYears)
    {
        var first = dates[0];
        var warmUp = Math.Min(first.AddYears(warmUpYears).DayNumber - first.DayNumber, Math.Max(0, stopFrom.DayNumber - first.DayNumber) / 3);
        var (fit, stop, holdOut) = (FirstOn(dates, first.AddDays(warmUp)), FirstOn(dates, stopFrom), FirstOn(dates, holdOutFrom));
        return new(fit..stop, stop..holdOut, holdOut..dates.Length);
    }

    /// <summary>First and last match day, and matches, of each part.</summary>
    public ModelBoundaries Boundaries(ReadOnlySpan<DateOnly> dates)
    {
        var fit = dates[Fit];
        var stop = dates[Stop];
        var holdOut = dates[HoldOut];
        return new(fit[0], fit[^1], fit.Length, stop[0], stop[^1], stop.Length, holdOut[0], holdOut[^1], holdOut.Length);
    }

    /// <summary>The later piece of a range: from a day on.</summary>
    public static Range From(ReadOnlySpan<DateOnly> dates, DateOnly day, Range of) => Math.Max(of.Start.Value, FirstOn(dates, day))..of.End.Value;

    static int FirstOn(ReadOnlySpan<DateOnly> dates, DateOnly day)
    {
        var (low, high) = (0, dates.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (dates[middle] < day)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
