using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Soccer.Schedule;

/// <summary>The clock of a source whose days take another time than ours. Read from the section Schedule:Live.</summary>
public sealed class LiveOptions
{
    /// <summary>
    /// The real time that a day of the source takes, such as 01:00:00. Default none: runs start at the cron of Schedule:Run. With it they
    /// start at <see cref="Hours"/> instead.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan? DayLength { get; init; }

    /// <summary>An instant at which a day of the source began, UTC. Default: the start of the process.</summary>
    public DateTimeOffset? Began { get; init; }

    /// <summary>
    /// Hours of the source's day at which runs start, UTC, 0 up to 24, with commas between. Default: 7, after last night's results; 12,
    /// with the prices of the day; and after the usual kick-offs, so that what has begun is not listed as to come for long.
    /// </summary>
    [RegularExpression(@"^\s*([01]?\d|2[0-3])(\.\d+)?(\s*,\s*([01]?\d|2[0-3])(\.\d+)?)*\s*$", ErrorMessage = "Invalid Schedule:Live:Hours. Use hours such as 7,12,17")]
    public string Hours { get; init; } = "7,12,15.25,17.75,20.25";

    /// <summary>
    /// The next instants at which runs start, one an hour of <see cref="Hours"/>; each repeats after a <see cref="DayLength"/>.
    /// </summary>
    /// <param name="now">The real time.</param>
    public IEnumerable<DateTimeOffset> Next(DateTimeOffset now)
    {
        if (DayLength is not { } day)
            yield break;
        foreach (var hour in Hours.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture)))
        {
            var first = (Began ?? now) + day * (hour / 24);
            yield return first + day * Math.Max(0, Math.Ceiling((now - first) / day));
        }
    }
}
