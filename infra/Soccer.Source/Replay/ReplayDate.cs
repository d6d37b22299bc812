namespace Soccer.Source.Replay;

/// <summary>The day at whose end the site stands. It can be moved while the site runs; a request sees one day throughout.</summary>
public sealed class ReplayDate(DateOnly asOf)
{
    volatile int dayNumber = asOf.DayNumber;

    public DateOnly AsOf
    {
        get => DateOnly.FromDayNumber(dayNumber);
        set => dayNumber = value.DayNumber;
    }
}
